/** Lines without rules and without clear columns → the rows that a bare text layer gives. */
import type { TextLine } from "../media/placed-text.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import { Refusal } from "../refusal.ts";
import type { SourceRow } from "../rows/source-row.ts";
import { rebuildGrid } from "../torn/rebuild-grid.ts";
import { originOf } from "./page-row.ts";
import type { PageLine } from "./unruled/find-captions.ts";

const EFFORT = 150_000;
const MAX_LINES = 3000;

/** `undefined` when the text layer alone does not tell the cells apart. */
export function tornRows(lines: readonly PageLine[], file: string): SourceRow[] | undefined {
  if (lines.length > MAX_LINES) return undefined;
  const texts = lines.map(
    ({ page, line }, at): TextLine => ({
      text: line.text,
      line: at + 1,
      gap: at > 0 && lines[at - 1]?.page !== page ? 3 : 0,
    }),
  );
  const place = (cell: PlacedCell): PlacedCell => {
    const found = lines[(cell.origin.line ?? 1) - 1];
    return { ...cell, origin: found === undefined ? { file } : originOf(file, found.page, found.line.box) };
  };
  try {
    return rebuildGrid(texts, file, { left: EFFORT }).map((row) => ({
      ...row,
      cells: row.cells.map(place),
      beside: [],
    }));
  } catch (cause) {
    if (cause instanceof Refusal) return undefined;
    throw cause;
  }
}
