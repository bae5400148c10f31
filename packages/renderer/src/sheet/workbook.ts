/** A workbook as plain data, before any library. */

/** Text stays text whatever it begins with; a count is a whole number that people may add up. */
export type SheetCell = string | number | SheetFigure;

/**
 * A decimal that people may add up: plain decimal text, shown with its own places and with thousands parted. A spreadsheet
 * keeps 15 digits; a longer figure is written as text, so that no digit of it is lost.
 */
export interface SheetFigure {
  readonly figure: string;
}

export interface SheetColumn {
  readonly caption: string;
  /** In characters of the default font; a Han character takes two. A column is made wider where a figure would not fit. */
  readonly width: number;
  readonly align?: "left" | "center" | "right";
}

/** One table: a header row that stays in view and is repeated on every printed page, then the rows. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly orientation: "portrait" | "landscape";
  /** Without it A4. A sheet is made to fit the width of its paper. */
  readonly paper?: "a4" | "a3";
  /** `fitted` to the texts, for tables that are read and printed; else the program that opens the sheet finds them, as people fill it. */
  readonly rowHeights?: "fitted";
  /** Columns at the left that stay in view beside the header; none without it. */
  readonly frozenColumns?: number;
  /** Whether the header offers filters. */
  readonly filter: boolean;
}

export interface Workbook {
  readonly title: string;
  readonly sheets: readonly WorkbookSheet[];
}
