/** Rows of one form → rows whose cells stand in the columns that all of them share. */
import type { PlacedCell } from "../media/placed-text.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import { intervalAt } from "./interval-at.ts";
import { NO_TEXT, type PageCell, type PageRow } from "./page-row.ts";

/** Borders that are closer together may be one that is drawn unevenly, if no cell stands between them. */
const UNEVEN = 11;
const SAME = 2.5;
/** No form is wider. */
const MAX_COLUMNS = 64;

/** A row and the texts that belong to no column of it. */
export interface RowWithBeside {
  readonly row: PageRow;
  readonly beside: readonly Beside[];
}

export function placeColumns(rows: readonly RowWithBeside[]): SourceRow[] {
  const borders = bordersOf(rows.flatMap(({ row }) => (row.ruled ? row.cells : [])));
  const placed = new Map<PageCell, PlacedCell>();
  let before: PageRow | undefined;
  return rows.map(({ row, beside }): SourceRow => {
    const afterGap = before === undefined || before.page !== row.page || before.ruled !== row.ruled;
    before = row;
    if (!row.ruled) return { cells: row.cells.map((cell) => textOf(cell, undefined)), afterGap, beside: [...beside] };
    const cells: PlacedCell[] = [];
    const { width } = borders;
    for (const cell of row.cells) {
      const from = columnAt(borders, cell.box[0]);
      const to = Math.max(columnAt(borders, cell.box[2]), from + 1);
      const above = cell.above === undefined ? undefined : placed.get(cell.above);
      const own = above === undefined ? textOf(cell, to - from) : undefined;
      if (own !== undefined) placed.set(cell, own);
      for (let column = from; column < Math.min(to, width); column += 1) {
        cells[column] =
          column === from && own !== undefined
            ? own
            : { text: "", origin: cell.origin, ...(above === undefined ? {} : { above }) };
      }
    }
    const origin = row.cells[0]?.origin ?? { file: "" };
    const full = Array.from({ length: width }, (_, column): PlacedCell => cells[column] ?? { text: "", origin });
    return { cells: full, afterGap, inPlace: true, ruled: true, beside: [...beside] };
  });
}

function textOf({ text, origin, unreadable }: PageCell, columns: number | undefined): PlacedCell {
  return {
    text,
    origin,
    ...(columns === undefined || columns < 2 ? {} : { columns }),
    ...(unreadable ? { doubt: { reason: NO_TEXT, candidates: [text] } } : {}),
  };
}

/** All borders from left to right, and for each the number of the column that begins there. */
interface Borders {
  readonly places: readonly number[];
  readonly columns: readonly number[];
  readonly width: number;
}

/** Where columns begin and end. Two borders become one when they nearly meet and bound no cell between them. */
function bordersOf(cells: readonly PageCell[]): Borders {
  const ends = cells.flatMap(({ box: [x0, , x1] }) => [x0, x1]).toSorted((a, b) => a - b);
  const places: number[] = [];
  for (const end of ends) if (end - (places.at(-1) ?? -Infinity) > SAME) places.push(end);
  const bounded = new Set<string>();
  for (const { box } of cells) bounded.add(`${intervalAt(places, box[0])},${intervalAt(places, box[2])}`);
  const columns: number[] = [];
  let group: number[] = [];
  let column = -1;
  for (const [at, place] of places.entries()) {
    const [first] = group;
    const fits =
      first !== undefined &&
      place - (places[first] ?? 0) <= UNEVEN &&
      group.every((other) => !bounded.has(`${other},${at}`));
    if (!fits) {
      column += 1;
      group = [];
    }
    group.push(at);
    columns.push(Math.min(column, MAX_COLUMNS));
  }
  return { places, columns, width: Math.max(Math.min(column, MAX_COLUMNS), 1) };
}

/** Every border belongs to the first one of its cluster. */
function columnAt({ places, columns }: Borders, at: number): number {
  return columns[intervalAt(places, at)] ?? 0;
}
