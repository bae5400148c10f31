/** How wide the columns are, in full-width units: learnt from the lines themselves. */
import { firstUnit } from "../lines/join-wrapped.ts";
import { widthOf } from "../lines/normalise.ts";

/** The columns of an indicator row, in the order in which a text layer gives them; note and rests belong to the row before. */
export const PARTS = [
  "note",
  "rest1",
  "rest2",
  "nameRest",
  "targetRest",
  "actualRest",
  "noteRest",
  "block",
  "level1",
  "level2",
  "name",
  "target",
  "actual",
] as const;
export type Part = (typeof PARTS)[number];

/** A width for each column that is known. */
export type ColumnWidths = Partial<Record<Part, number>>;

/** What is known of the columns: the lines of the captions, and the widest line of the cells read so far. */
export interface Widths {
  readonly atLeast: ColumnWidths;
  readonly widest: ColumnWidths;
}

/** The parts whose lines share a column. */
const COLUMN: Readonly<Record<Part, Part>> = {
  note: "note",
  noteRest: "note",
  nameRest: "name",
  targetRest: "target",
  actualRest: "actual",
  rest1: "level1",
  rest2: "level2",
  block: "block",
  level1: "level1",
  level2: "level2",
  name: "name",
  target: "target",
  actual: "actual",
};

export function widthIn(widths: ColumnWidths, part: Part): number | undefined {
  return widths[COLUMN[part]];
}

/** Widens the column of `part` so that these lines fit. */
export function widen(widths: ColumnWidths, part: Part, lines: readonly string[]): void {
  const column = COLUMN[part];
  for (const line of lines) widths[column] = Math.max(widths[column] ?? 0, widthOf(line));
}

/** What a line leaves unused of its column although the next line's first unit would have fitted; 0 for a full line. */
export function unusedWidth(line: string, next: string, column: number): number {
  return Math.max(column - widthOf(line) - widthOf(firstUnit(next)), 0);
}
