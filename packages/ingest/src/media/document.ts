/** A document as what stands in it from top to bottom: paragraphs and tables. Word files and web pages end in it. */

/** Lines of text; `\n` where the line is broken by hand, `\t` for a tab. Never blank. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: string;
  /** Why the text is not certain. */
  readonly doubt?: string;
}

/** A text that is in the file but not where it is read: hidden, deleted, behind a merged cell. */
export interface Aside {
  readonly kind: "aside";
  /** What it is, in brackets: 隐藏的文字. */
  readonly what: string;
  readonly text: string;
}

/** What floats above the page: a text box. */
export interface Box {
  readonly kind: "box";
  readonly content: readonly Block[];
}

export type Block = Paragraph | Aside | Box | Table;

/** One cell where it stands in the grid of its table. Columns count from 0. */
export interface TableCell {
  readonly column: number;
  /** How many columns of the grid it covers, 1 at least. */
  readonly columns: number;
  /** The cell above at the same columns goes on in it. */
  readonly goesOn: boolean;
  readonly content: readonly Block[];
}

export interface TableRow {
  /** In the order of their columns; none covers a column that another one covers. */
  readonly cells: readonly TableCell[];
  readonly hidden: boolean;
  /** How many columns of the grid are left free behind the last cell, and meant to be. */
  readonly after?: number;
}

export interface Table {
  readonly kind: "table";
  /** 1-based, in the order in which the tables of the file begin. */
  readonly number: number;
  readonly rows: readonly TableRow[];
  /** The widths of the columns of the grid in any one unit, where all are known. */
  readonly widths: readonly number[] | undefined;
}
