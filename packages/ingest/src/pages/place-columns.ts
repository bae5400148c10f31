/** Rows of one form → rows whose cells stand in the columns that all of them share. */
import type { PlacedCell } from "../media/placed-text.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";
import type { PageCell, PageRow } from "./page-row.ts";

/** Borders that are closer together may be one that is drawn unevenly, if no cell stands between them. */
const UNEVEN = 11;
const SAME = 2.5;
/** No form is wider. */
const MAX_COLUMNS = 64;
const NO_TEXT = "这一格的字体没有给出对应的文字，读出的内容不可靠";

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
    const width = Math.max(borders.length - 1, 1);
    for (const cell of row.cells) {
      const from = nearest(borders, cell.box[0]);
      const to = Math.max(nearest(borders, cell.box[2]), from + 1);
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

/** Where columns begin and end. Two borders become one when they nearly meet and bound no cell between them. */
function bordersOf(cells: readonly PageCell[]): number[] {
  const ends = cells.flatMap(({ box: [x0, , x1] }) => [x0, x1]).toSorted((a, b) => a - b);
  let borders: number[] = [];
  for (const end of ends) if (end - (borders.at(-1) ?? -Infinity) > SAME) borders.push(end);
  const bounded = new Set<string>();
  for (const { box } of cells) bounded.add(`${nearest(borders, box[0])},${nearest(borders, box[2])}`);
  const kept: number[] = [];
  let group: number[] = [];
  for (const [at, border] of borders.entries()) {
    const first = group[0];
    const fits =
      first !== undefined &&
      border - (borders[first] ?? 0) <= UNEVEN &&
      group.every((other) => !bounded.has(`${other},${at}`));
    if (fits) group.push(at);
    else {
      if (first !== undefined) kept.push(middleOf(group, borders));
      group = [at];
    }
  }
  if (group.length > 0) kept.push(middleOf(group, borders));
  borders = kept;
  return borders.slice(0, MAX_COLUMNS + 1);
}

function middleOf(group: readonly number[], borders: readonly number[]): number {
  return ((borders[group[0] ?? 0] ?? 0) + (borders[group.at(-1) ?? 0] ?? 0)) / 2;
}

function nearest(borders: readonly number[], at: number): number {
  let [low, high] = [0, borders.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((borders[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low > 0 && at - (borders[low - 1] ?? 0) < (borders[low] ?? 0) - at ? low - 1 : low;
}
