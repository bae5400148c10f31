/** Two forms → what differs, cell by cell; indicator rows that were put in, taken out or moved are told as such. */
import { type SelfEvaluationForm, labelIn } from "../form/self-evaluation-form.ts";
import type { CellPath, FormPath } from "../place/form-path.ts";
import { encodeForm } from "../wire/form-codec.ts";
import type { WireForm } from "../wire/wire-schema.ts";
import { type RowPair, alignRows, rowByRow } from "./align-rows.ts";
import { type CellDifference, differenceAt } from "./differing-cells.ts";
import { replaces } from "./replaces.ts";
import { CELLS_ABOVE_ROWS, CELLS_BELOW_ROWS, type WireText, rowCells } from "./wire-cells.ts";

/**
 * `changed`: a cell, at its place in the second form, with the texts of the wire · `added`, `moved`: a row at its place
 * in the second form · `removed`: a row at its place in the first. `from` is where a moved row stood. `edition` is the
 * edition of the form, which is printed nowhere and decides everything.
 */
export type FormDifference =
  | ({ readonly kind: "changed"; readonly at: FormPath; readonly label: string } & Texts)
  | { readonly kind: "added" | "removed"; readonly at: FormPath; readonly label: string }
  | { readonly kind: "moved"; readonly at: FormPath; readonly from: FormPath; readonly label: string };

interface Texts {
  readonly before: WireText;
  readonly after: WireText;
}

/**
 * The differences in the order of the second form; none when both forms say the same. Revisions, origins, leftovers and
 * doubtful readings are not compared. Where one form is the very revision of the other, rows stand where they stood.
 */
export function diffForms(
  before: SelfEvaluationForm,
  after: SelfEvaluationForm,
  sha256: (text: string) => string,
): readonly FormDifference[] {
  const [a, b] = [encodeForm(before), encodeForm(after)];
  const revised = replaces(after, before, sha256) || replaces(before, after, sha256);
  const pairs = revised ? rowByRow(a.indicators, b.indicators) : alignRows(a.indicators, b.indicators);
  const changed = (difference: CellDifference): FormDifference => ({
    kind: "changed",
    ...difference,
    label: labelIn(after, difference.at),
  });
  const inFrame = (cells: readonly CellPath[]): readonly FormDifference[] =>
    cells.flatMap((cell) => differenceAt(a, cell, b, cell)).map(changed);
  const rows = pairs.flatMap((pair) => [
    ...rowDifference(pair, before, after),
    ...cellDifferences(pair, a, b).map(changed),
  ]);
  return [...editionDifference(a, b), ...inFrame(CELLS_ABOVE_ROWS), ...rows, ...inFrame(CELLS_BELOW_ROWS)];
}

function editionDifference(a: WireForm, b: WireForm): readonly FormDifference[] {
  if (a.edition === b.edition) return [];
  return [{ kind: "changed", at: "edition", label: "版式", before: a.edition, after: b.edition }];
}

function rowDifference(
  { before, after, moved }: RowPair,
  a: SelfEvaluationForm,
  b: SelfEvaluationForm,
): readonly FormDifference[] {
  const rowAt = (row: number): FormPath => `indicators[${row}]`;
  if (after === undefined)
    return before === undefined ? [] : [{ kind: "removed", at: rowAt(before), label: labelIn(a, rowAt(before)) }];
  if (before === undefined) return [{ kind: "added", at: rowAt(after), label: labelIn(b, rowAt(after)) }];
  if (moved === undefined) return [];
  return [{ kind: "moved", at: rowAt(after), from: rowAt(before), label: labelIn(b, rowAt(after)) }];
}

function cellDifferences({ before, after }: RowPair, a: WireForm, b: WireForm): readonly CellDifference[] {
  if (before === undefined || after === undefined) return [];
  const cellsOfA = rowCells(before);
  return rowCells(after).flatMap((cell, at) => {
    const cellOfA = cellsOfA[at];
    return cellOfA === undefined ? [] : differenceAt(a, cellOfA, b, cell);
  });
}
