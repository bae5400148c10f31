/** Paths → forms. One bad input never stops the others; it becomes a trouble that names it. */
import { readForms } from "@zipingbiao/ingest";
import type { Environment } from "../environment.ts";
import type { SourcedForm } from "../batch/plan-batch.ts";
import { type Trouble, troubleOf } from "../trouble.ts";

export interface InputForms {
  /** In the order of the inputs' names, then of their place in the input. */
  readonly forms: readonly SourcedForm[];
  readonly troubles: readonly Trouble[];
  /** How many input files there were, read or not. */
  readonly files: number;
}

/** Reads every form behind the paths. Inputs are read one after another, so that one source at a time is in memory. */
export async function readInputs(paths: readonly string[], environment: Environment): Promise<InputForms> {
  return await readListed(await environment.listInputs(paths), environment);
}

/** As {@link readInputs}, when the files are known. */
export async function readListed(
  listed: Awaited<ReturnType<Environment["listInputs"]>>,
  environment: Environment,
): Promise<InputForms> {
  const forms: SourcedForm[] = [];
  const troubles: Trouble[] = [...listed.troubles];
  for (const [done, file] of listed.files.entries()) {
    environment.report({ kind: "step", step: "read", done, total: listed.files.length });
    try {
      const { forms: read, problems } = readForms({ name: file.name, bytes: await environment.readInput(file) });
      for (const [at, form] of read.entries()) forms.push({ form, source: { file: file.name, index: at + 1 } });
      for (const problem of problems) troubles.push(problem);
    } catch (error) {
      troubles.push(troubleOf(error, { file: file.name }));
    }
  }
  environment.report({ kind: "step", step: "read", done: listed.files.length, total: listed.files.length });
  for (const trouble of troubles) environment.report({ kind: "trouble", trouble });
  return { forms, troubles, files: listed.files.length };
}
