/** The names of the site's data files and what their texts hold, for whoever writes and whoever loads them. */
import type { PackedRows } from "./packed-rows.ts";

/** Captioned texts of a form. */
export type ShownTexts = readonly (readonly [caption: string, text: string])[];

/** What the text of a file holds, as JSON: rows, texts form by form, an index of MiniSearch. */
export interface DataFiles {
  readonly rows: PackedRows;
  readonly texts: readonly ShownTexts[];
  readonly index: object;
}

/** `rows-001`; `part` counts from 0. */
export function dataName(kind: keyof DataFiles, part: number): string {
  return `${kind}-${String(part + 1).padStart(3, "0")}`;
}
