/** Two forms with the same rows in the same places: the cells that say something else. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type CellPath, type FormPath, pathOf } from "../place/form-path.ts";
import { encodeForm } from "../wire/form-codec.ts";
import type { WireForm } from "../wire/wire-schema.ts";
import { CELLS_ABOVE_ROWS, CELLS_BELOW_ROWS, type WireText, rowCells, wireTextAt } from "./wire-cells.ts";

/** Texts as on the wire. */
export interface CellDifference {
  readonly at: FormPath;
  readonly before: WireText;
  readonly after: WireText;
}

/** In the order of the form. Rows are compared by their number; those that only one of the forms has are passed over. */
export function differingCells(before: SelfEvaluationForm, after: SelfEvaluationForm): readonly CellDifference[] {
  const [a, b] = [encodeForm(before), encodeForm(after)];
  const rows = Math.min(a.indicators.length, b.indicators.length);
  const inRows = Array.from({ length: rows }, (_, row) => rowCells(row)).flat();
  return [...CELLS_ABOVE_ROWS, ...inRows, ...CELLS_BELOW_ROWS].flatMap((cell) => differenceAt(a, cell, b, cell));
}

/** What differs between a cell of one form and a cell of another; none when both print the same. The path is the second one's. */
export function differenceAt(a: WireForm, cellOfA: CellPath, b: WireForm, cellOfB: CellPath): CellDifference[] {
  const before = wireTextAt(a, cellOfA) ?? null;
  const after = wireTextAt(b, cellOfB) ?? null;
  return (before ?? "") === (after ?? "") ? [] : [{ at: pathOf(cellOfB), before, after }];
}
