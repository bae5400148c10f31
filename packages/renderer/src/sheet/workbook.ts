/** A workbook as plain data, before any library. */

/** Text stays text whatever it begins with; a count is a whole number that people may add up. */
export type SheetCell = string | number;

export interface SheetColumn {
  readonly caption: string;
  /** In characters of the default font; a Han character takes two. */
  readonly width: number;
  readonly align?: "left" | "center" | "right";
}

/** One table: a header row that stays in view and is repeated on every printed page, then the rows. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly orientation: "portrait" | "landscape";
  /** Whether the header offers filters. */
  readonly filter: boolean;
}

export interface Workbook {
  readonly title: string;
  readonly sheets: readonly WorkbookSheet[];
}
