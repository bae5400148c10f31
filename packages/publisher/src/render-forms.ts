/** `zpb render`: forms in, documents out, one folder. */
import { distinctNames } from "./batch/output-name.ts";
import { publishedForm } from "./batch/published-form.ts";
import { runLimited } from "./batch/run-limited.ts";
import type { WrittenFile } from "./batch/store.ts";
import { FORMS_IN_WORK } from "./engine/make-form.ts";
import type { Environment } from "./environment.ts";
import { formTrouble } from "./form-trouble.ts";
import { readInputs } from "./input/read-inputs.ts";
import { knownEdition } from "./known-edition.ts";
import { latePrinter } from "./late-printer.ts";
import { type FormFormat, type RenderParts, renderForm } from "./render-form.ts";
import { Failure, type Trouble, troubleOf } from "./trouble.ts";

export interface Rendering {
  readonly files: readonly WrittenFile[];
  readonly troubles: readonly Trouble[];
}

/** Renders every form behind the paths as `NN-project.<format>`, in the order of the inputs. */
export async function renderForms(
  paths: readonly string[],
  formats: readonly FormFormat[],
  folder: string,
  environment: Environment,
): Promise<Rendering> {
  const { forms, troubles } = await readInputs(paths, environment);
  if (forms.length === 0) return { files: [], troubles };
  const names = numberedNames(forms.map(({ form }) => form.projectName));
  const output = await environment.openOutput(folder);
  const { printer, isRefused, close } = latePrinter(environment);
  const parts: RenderParts = { templates: environment.loadTemplates(), printer };
  let done = 0;
  try {
    const outcomes = await runLimited(
      forms,
      FORMS_IN_WORK,
      async (sourced, at): Promise<readonly WrittenFile[] | Trouble> => {
        try {
          const documents = await renderForm(
            publishedForm(sourced.form),
            knownEdition(sourced.form.edition),
            formats,
            parts,
          );
          const files: WrittenFile[] = [];
          for (const { format, bytes } of documents)
            files.push(await output.write(`${names[at] ?? ""}.${format}`, bytes));
          return files;
        } catch (error) {
          // 打印都没有打开的，每一份都是同一个原因，说一次就够。
          if (await isRefused()) throw new Failure(troubleOf(error, {}), error);
          const trouble = formTrouble(error, sourced.source.file, sourced.form);
          environment.report({ kind: "trouble", trouble });
          return trouble;
        } finally {
          done += 1;
          environment.report({ kind: "step", step: "print", done, total: forms.length });
        }
      },
    );
    return {
      files: outcomes.flatMap((outcome) => ("code" in outcome ? [] : outcome)),
      troubles: [...troubles, ...outcomes.filter((outcome) => "code" in outcome)],
    };
  } finally {
    await close();
  }
}

/** `01-项目`, `02-项目`: numbered in order, at least two digits wide. */
export function numberedNames(texts: readonly string[]): readonly string[] {
  const width = Math.max(2, String(texts.length).length);
  return distinctNames(texts).map((name, at) => `${String(at + 1).padStart(width, "0")}-${name}`);
}
