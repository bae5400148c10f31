/** One sheet of a workbook as it stands in its part: cells that hold something, merged ranges, what is hidden. */
import type { Doubt } from "../placed-text.ts";
import type { CellPosition } from "./cell-name.ts";

/** A cell with text in it, or with a formula. */
export interface SheetCell extends CellPosition {
  readonly text: string;
  /** The text is the result of a formula as it was saved; it is never computed here. */
  readonly formula: boolean;
  /** What was typed, where a spreadsheet took a mere figure with its unit for a formula: `=100%`, `=365(天)`. */
  readonly constant?: string;
  readonly doubt?: Doubt;
}

/** How far a merged range reaches from its first cell; 1 is that cell itself. */
export interface MergedSize {
  readonly rows: number;
  readonly columns: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By row, counted from 0, in any order; cells in the order of their columns. */
  readonly rows: ReadonlyMap<number, readonly SheetCell[]>;
  /** By the name of its first cell. */
  readonly merged: ReadonlyMap<string, MergedSize>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly isHiddenColumn: (column: number) => boolean;
}
