/** Rows of a source whose tables are tables: sheets of a workbook, Word and web tables, the ruled pages of a PDF. */
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";

/** A text that no column of a form can claim, and its place. */
export type Beside = Pick<PlacedCell, "text" | "origin">;

/** One row as it is seen, with the texts of this row, and of hidden ones above it, that belong to no column of a form. */
export interface SourceRow extends PlacedRow {
  readonly beside: readonly Beside[];
}
