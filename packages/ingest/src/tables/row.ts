/** Small questions about a row of cells that every table reader asks. */
import { foldCaption } from "../lines/normalise.ts";
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";
import type { Place } from "../refusal.ts";

/** The captions of a row: every cell folded, blank cells and repetitions of the cell before left out. */
export function captionsOf(row: PlacedRow): string[] {
  const captions: string[] = [];
  for (const { text } of row.cells) {
    if (text.length > 60) continue;
    const caption = foldCaption(text);
    if (caption !== "" && caption !== captions.at(-1)) captions.push(caption);
  }
  return captions;
}

/** The column in which a caption stands, in any of its spellings; -1 when none is in the row. */
export function columnOf(row: PlacedRow, ...spellings: readonly string[]): number {
  const wanted = spellings.map(foldCaption);
  return row.cells.findIndex(({ text }) => text.length <= 60 && wanted.includes(foldCaption(text)));
}

/** Where a row begins. */
export function placeOf(row: PlacedRow | undefined): Place | undefined {
  return (row?.cells.find(({ text }) => text !== "") ?? row?.cells[0])?.origin;
}

/** The text of a row as a person sees it, for a message. */
export function textOfRow(row: PlacedRow): string {
  return row.cells
    .map(({ text }) => text.trim())
    .filter((text) => text !== "")
    .join(" ");
}

/** The text of a row as a line of tab-separated text. */
export function tabbedRow(row: PlacedRow): string {
  return row.cells.map(({ text }) => text.trim()).join("\t");
}

/** The cell of a column; a blank one at the row's place when the row is shorter. */
export function cellAt(row: PlacedRow, column: number): PlacedCell {
  const cell = row.cells[column];
  if (cell !== undefined) return cell;
  const origin = row.cells[0]?.origin ?? { file: "" };
  return { text: "", origin };
}

/**
 * The cell that stands under a caption: the first one with text below the columns that the caption covers, else the one
 * at its beginning.
 */
export function cellUnder(row: PlacedRow, head: PlacedRow, column: number): PlacedCell {
  const covered = head.cells[column]?.columns ?? 1;
  return row.cells.slice(column, column + covered).find(({ text }) => text !== "") ?? cellAt(row, column);
}
