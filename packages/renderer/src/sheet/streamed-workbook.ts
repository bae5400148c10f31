/** A workbook whose rows are handed over one by one, for tables of any length. */
import type { SheetCell, WorkbookSheet } from "./workbook.ts";

/** Every row is as high as its texts. A column is as wide as it says. */
export interface StreamedSheet extends Omit<WorkbookSheet, "rows" | "rowHeights"> {
  /** Asked for once, when the turn of the sheet comes. */
  readonly rows: Iterable<readonly SheetCell[]>;
}

export interface StreamedWorkbook {
  readonly title: string;
  readonly sheets: readonly StreamedSheet[];
}
