/** `zpb read`: any supported source → `form@1`, one JSON file each. */
import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";
import { jsonText } from "./batch/published-form.ts";
import type { WrittenFile } from "./batch/store.ts";
import type { Environment } from "./environment.ts";
import { readInputs } from "./input/read-inputs.ts";
import { numberedNames } from "./render-forms.ts";
import type { Trouble } from "./trouble.ts";

export interface Reading {
  readonly forms: readonly SelfEvaluationForm[];
  readonly files: readonly WrittenFile[];
  readonly troubles: readonly Trouble[];
}

/** Reads every form behind the paths; writes `NN-project.json` where a folder is given. Keeps origins and doubts. */
export async function readFiles(
  paths: readonly string[],
  folder: string | undefined,
  environment: Environment,
): Promise<Reading> {
  const input = await readInputs(paths, environment);
  const forms = input.forms.map(({ form }) => form);
  const files: WrittenFile[] = [];
  if (folder !== undefined && forms.length > 0) {
    const output = await environment.openOutput(folder);
    const names = numberedNames(forms.map((form) => form.projectName));
    for (const [at, form] of forms.entries())
      files.push(await output.write(`${names[at] ?? ""}.json`, jsonText(encodeForm(form))));
  }
  return { forms, files, troubles: input.troubles };
}
