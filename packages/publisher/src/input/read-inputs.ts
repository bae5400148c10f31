/** Paths → forms. One bad input never stops the others; it becomes a trouble that names it. */
import { dirname } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Environment } from "../environment.ts";
import type { SourcedForm } from "../batch/plan-batch.ts";
import { type Trouble, formatTrouble, troubleOf } from "../trouble.ts";
import { type ListedSources, listSources } from "./list-sources.ts";
import { readAhead } from "./read-ahead.ts";
import { Interrupted, type SourceReader, withReader } from "./source-reader.ts";

/** What is done with a form; the next one waits for it. */
export type Visit = (sourced: SourcedForm) => void | Promise<void>;

export interface PassedInputs {
  readonly troubles: readonly Trouble[];
  /** How many input files there were, read or not. */
  readonly files: number;
}

export interface InputForms extends PassedInputs {
  /** In the order of the inputs' names, then of their place in the input. */
  readonly forms: readonly SourcedForm[];
}

/**
 * Hands every form behind the paths to `visit`, in the order of the inputs' names, then of their place in the input.
 * Documents of ours that lie in one folder and carry the same data are read once.
 * No more inputs are in memory than the reader reads at once, and one; a failure that `visit` throws becomes the trouble
 * of its form.
 */
export async function passInputs(
  paths: readonly string[],
  environment: Environment,
  visit: Visit,
): Promise<PassedInputs> {
  return await withReader(environment, async (reader) =>
    passThrough(reader, await listSources(paths, environment), environment, visit),
  );
}

/** The same for sources that are listed already. */
export async function passSources(
  listed: ListedSources,
  environment: Environment,
  visit: Visit,
): Promise<PassedInputs> {
  return await withReader(environment, (reader) => passThrough(reader, listed, environment, visit));
}

async function passThrough(
  reader: SourceReader,
  listed: ListedSources,
  environment: Environment,
  visit: Visit,
): Promise<PassedInputs> {
  const troubles: Trouble[] = [...listed.troubles];
  const seen = new Set<string>();
  const turn = openTurns();
  let done = 0;
  for await (const { file, read, error } of readAhead(listed.files, reader, environment)) {
    environment.report({ kind: "step", step: "read", done, total: listed.files.length });
    done += 1;
    if (read === undefined) {
      if (error instanceof Interrupted) throw error;
      troubles.push(troubleOf(error, { file: file.name }));
      continue;
    }
    const { forms, problems, warnings = [], twin } = read;
    // One form lies there as PDF, Word and web page: the same data, told once.
    const copy = twin === undefined ? undefined : `${dirname(file.path)} ${twin}`;
    if (copy !== undefined && seen.has(copy)) {
      environment.report({
        kind: "note",
        code: "input/same-data",
        message: `与同一文件夹里的另一文件数据相同：${file.name}`,
      });
      continue;
    }
    if (copy !== undefined) seen.add(copy);
    for (const [at, form] of forms.entries()) {
      try {
        await visit({ form, source: { file: file.name, index: at + 1 } });
      } catch (failure) {
        troubles.push(troubleOf(failure, { file: file.name, project: form.projectName }));
      }
      await turn();
    }
    troubles.push(...problems);
    for (const warning of warnings)
      environment.report({ kind: "warning", code: warning.code, message: formatTrouble(warning) });
  }
  environment.report({ kind: "step", step: "read", done: listed.files.length, total: listed.files.length });
  for (const trouble of troubles) environment.report({ kind: "trouble", trouble });
  return { troubles, files: listed.files.length };
}

/** Every form behind the paths, all at once. */
export async function readInputs(paths: readonly string[], environment: Environment): Promise<InputForms> {
  const forms: SourcedForm[] = [];
  const passed = await passInputs(paths, environment, (sourced) => void forms.push(sourced));
  return { forms, ...passed };
}

/** The files that are being read meanwhile are watched from here: nobody is to keep the program busy for longer, in milliseconds. */
const LONGEST_TURN = 10;

/** Lets others have their turn, when it is time. */
function openTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < LONGEST_TURN) return;
    await setImmediate();
    began = performance.now();
  };
}
