/** A sheet whose cells are laid out one by one, as plain data, before any library: a form, or a table that people fill in. */

export interface LaidWorkbook {
  readonly title: string;
  readonly sheets: readonly LaidSheet[];
  /** Names that stand for a text, by which a program knows the workbook again. */
  readonly marks: Readonly<Record<string, string>>;
}

export interface LaidSheet {
  readonly name: string;
  /** Widths in characters of the default font; a Han character takes two. */
  readonly widths: readonly number[];
  /** Heights in points by row. */
  readonly heights: ReadonlyMap<number, number>;
  /** Rows that grow with what is typed into them; the others stay as high as they are. */
  readonly growing: ReadonlySet<number>;
  readonly cells: readonly LaidCell[];
  readonly inputs: readonly InputRule[];
  readonly highlights: readonly Highlight[];
  /** Only open cells can be changed; without a password, so that whoever must can lift it. */
  readonly protected: boolean;
  readonly page: SheetPage;
  /** Rows and columns that stay in view; none without it. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
}

/** How a sheet is printed; it is made to fit the width of its paper. */
export interface SheetPage {
  readonly paper: "a4" | "a3";
  readonly orientation: "portrait" | "landscape";
  /** How many columns from the left are printed. */
  readonly columns: number;
  /** How many rows from the top are printed. */
  readonly rows: number;
  /** The first and the last row that are printed again on every page below, counted from 0; none without it. */
  readonly repeatedRows?: readonly [number, number];
}

export interface LaidCell {
  readonly row: number;
  readonly column: number;
  /** How many rows and columns it covers; 1 without it. */
  readonly rows?: number;
  readonly columns?: number;
  readonly value: LaidValue;
  readonly look: CellLook;
}

/**
 * Text stays text whatever it begins with. A figure is plain decimal text that is shown by its number format. A formula stands
 * without `=` and is computed by the program that opens the sheet. A blank cell has a format for what is put into it.
 */
export type LaidValue =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "figure"; readonly figure: string; readonly format: string }
  | { readonly kind: "formula"; readonly formula: string; readonly format: string }
  | { readonly kind: "blank"; readonly format: string };

export interface CellLook {
  readonly align: "left" | "center" | "right";
  readonly vertical: "top" | "center";
  /** In points. */
  readonly size: number;
  readonly bold?: true;
  /** `RRGGBB`. */
  readonly fill?: string;
  readonly color?: string;
  readonly framed: boolean;
  /** Can be changed in a protected sheet. */
  readonly open?: true;
}

/** What may be put into the cells of a range, and what is shown to whoever selects one. */
export interface InputRule {
  /** `D13:D32` */
  readonly range: string;
  readonly title: string;
  /** At most 255 characters. */
  readonly prompt: string;
  readonly takes: TakesChoice | TakesFigure | TakesText;
}

/** One of these, or anything else that is typed. */
export interface TakesChoice {
  readonly kind: "choice";
  readonly choices: readonly string[];
}

/** A number of at least zero, and at most `most`, where that is given; plain decimal text. */
export interface TakesFigure {
  readonly kind: "figure";
  readonly most?: string;
}

export interface TakesText {
  readonly kind: "text";
  readonly longest: number;
}

/** Cells that stand out while a formula, written for the first cell of the range, holds. */
export interface Highlight {
  readonly range: string;
  readonly when: string;
}
