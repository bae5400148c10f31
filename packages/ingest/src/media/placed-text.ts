/**
 * The one shape in which every medium ends: rows of placed cells. Workbooks, Word and HTML tables and
 * tab-separated text give such rows directly; the text layer of a PDF, whose cells are torn into lines, is rebuilt into them
 * (`torn/`). The form readers (`tables/`) see nothing else.
 */
import type { Origin } from "@zipingbiao/core";

/** Why the text of a cell is not certain; `candidates` are all readings, the one in the cell first. */
export interface Doubt {
  readonly reason: string;
  readonly candidates: readonly string[];
}

/** The text of one cell and where it begins. A cell that is merged with its neighbour is empty or repeats it. */
export interface PlacedCell {
  readonly text: string;
  readonly origin: Origin;
  readonly doubt?: Doubt | undefined;
  /** How many columns the cell covers, where that is known; else 1. */
  readonly columns?: number;
  /** The cell is covered by a merged one that begins in a row above. */
  readonly above?: PlacedCell;
  /** The text is the saved result of a formula. */
  readonly formula?: true;
  /** What was typed, where a spreadsheet took a mere figure with its unit for a formula: `=365(天)`. */
  readonly constant?: string;
}

/** One row of cells in the order of the columns. */
export interface PlacedRow {
  readonly cells: readonly PlacedCell[];
  /** Blank lines or a page's end stand before this row, so that it may go on with a row that the page has cut. */
  readonly afterGap: boolean;
  /** The columns are certain, so the row cannot be shifted against its head. */
  readonly inPlace?: true;
  /** Beyond that, merged cells are known: how far each reaches, and by which one a blank cell is covered. */
  readonly ruled?: true;
  /** How many columns of its table's grid the row fills, blank cells included, where that is known. */
  readonly reach?: number;
}

/** All rows of one form, from its title to the last text before the next form. */
export type Grid = readonly PlacedRow[];

/** One line of a text source, not blank. */
export interface TextLine {
  readonly text: string;
  /** 1-based. */
  readonly line: number;
  /** How many blank lines stand before it; a form feed counts as three. */
  readonly gap: number;
}
