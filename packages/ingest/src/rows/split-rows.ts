/** Rows of a sheet or a document → one part for each form in them. */
import { partPageNoise } from "../lines/page-noise.ts";
import { type Section, isTitle, isTotalRow, splitForms } from "../lines/split-forms.ts";
import type { PlacedRow, TextLine } from "../media/placed-text.ts";
import type { Beside, SourceRow } from "./source-row.ts";

/** One stretch of rows: a form, or what stands above the first one. */
export interface RowPart {
  readonly rows: readonly SourceRow[];
  readonly isForm: boolean;
  /** Part of a fill-in workbook of ours. */
  readonly isTemplate?: true;
  /** Its cells were told by their place alone, without drawn lines. */
  readonly isInferred?: true;
  readonly beside: readonly Beside[];
}

/** Splits rows at their titles, as a text is split, and parts what only a page put there. */
export function splitRows(rows: readonly SourceRow[]): RowPart[] {
  return splitForms(rows.map(lineOf)).map(({ lines, isForm }: Section) => {
    const { kept, noise } = partPageNoise(lines);
    const rowsOf = (some: readonly TextLine[]): SourceRow[] => some.flatMap(({ line }) => rows[line - 1] ?? []);
    return {
      rows: rowsOf(kept),
      isForm,
      beside: [...rowsOf(noise).flatMap(textsOf), ...rowsOf(lines).flatMap((row) => row.beside)],
    };
  });
}

/** Whether one of the rows is the title of a form, with or without a form below it. */
export function hasTitle(rows: readonly SourceRow[]): boolean {
  return rows.some((row) => isTitle(lineOf(row, 0)));
}

/** Whether a form has not come to its row 总分, so that it may go on elsewhere. */
export function isOpen({ rows, isForm }: RowPart): boolean {
  return isForm && !rows.some((row) => isTotalRow(lineOf(row, 0)));
}

/** One part out of two that follow each other. */
export function joined(first: RowPart, second: RowPart): RowPart {
  return { ...first, rows: [...first.rows, ...second.rows], beside: [...first.beside, ...second.beside] };
}

/** The cells of a row that hold something. */
export function textsOf(row: PlacedRow): Beside[] {
  return row.cells.filter(({ text }) => text.trim() !== "");
}

// Titles and labels are short, so the beginning of a cell is enough to split by; `line` is the place in the list.
function lineOf(row: SourceRow, at: number): TextLine {
  const text = row.cells.map((cell) => cell.text.slice(0, 200).trim()).join("\t");
  return { text, line: at + 1, gap: row.afterGap ? 1 : 0 };
}
