/** Reads generated forms back and counts the fields that differ, and which of them the reader itself called uncertain. */
import { encodeForm, type WireForm } from "@zipingbiao/core";
import { type ReadResult, readForms } from "../src/index.ts";
import { differences, fieldsOf } from "./compare.ts";

export interface Measure {
  forms: number;
  exact: number;
  fields: number;
  wrong: number;
  /** Wrong, and not listed in `unreadable`. */
  silent: number;
  unread: number;
  /** Right, and listed all the same. */
  doubted: number;
  examples: string[];
}

export const newMeasure = (): Measure => ({
  forms: 0,
  exact: 0,
  fields: 0,
  wrong: 0,
  silent: 0,
  unread: 0,
  doubted: 0,
  examples: [],
});

export async function measureText(measure: Measure, form: WireForm, text: string, which: string): Promise<ReadResult> {
  const result = await readForms({ name: `${which}.txt`, bytes: new TextEncoder().encode(text) });
  const [read] = result.forms;
  measure.forms += 1;
  measure.fields += fieldsOf(form).size;
  if (read === undefined) {
    measure.unread += 1;
    measure.wrong += fieldsOf(form).size;
    measure.examples.push(`${which}: unread: ${result.problems.map(({ what, why }) => what + why).join()}`);
    return result;
  }
  const found = differences(form, encodeForm(read));
  const doubtful = new Set(read.unreadable.map(({ at }) => at));
  if (found.length === 0) measure.exact += 1;
  measure.wrong += found.length;
  for (const { path, want, got } of found) {
    const row = /^indicators\[\d+\]/u.exec(path)?.[0];
    // A border that moves changes both cells beside it; one of them being listed tells the reader.
    const told = doubtful.has(path) || [...doubtful].some((at) => row !== undefined && at.startsWith(`${row}.`));
    if (!told) measure.silent += 1;
    measure.examples.push(
      `${which} ${told ? "told" : "SILENT"} ${path}: want ${JSON.stringify(want)}, got ${JSON.stringify(got)}`,
    );
  }
  const wrong = new Set(found.map(({ path }) => path));
  measure.doubted += [...doubtful].filter((at) => !wrong.has(at)).length;
  return result;
}
