/** Rows high enough for their texts. Programs find no height for merged cells, and allow no row over 409 points. */
import { linesOf } from "../sheet/cell-size.ts";
import type { FormCell } from "./form-cell.ts";
import { sizeOfRole } from "./form-looks.ts";

export interface FittedRows {
  readonly cells: readonly FormCell[];
  /** Points by row of the sheet. */
  readonly heights: readonly number[];
  /** The row of the sheet in which a row of the form begins. */
  readonly startOf: (row: number) => number;
}

/** Office takes no higher row. */
const MAX_HEIGHT = 400;
const LEAST = 20;
/** Room above and below the text of a cell. */
const ROOM = 6;
/** Points of a line for each point of its font: what stands in for 宋体 is taller than it. */
const LEADING = 1.45;

/** `cells` by rows of the form; a row that needs more than a sheet's row may have reaches over several. */
export function fitRows(cells: readonly FormCell[], widths: readonly number[]): FittedRows {
  const count = Math.max(...cells.map(({ row, rows }) => row + rows));
  const needed = Array.from({ length: count }, () => LEAST);
  // What stands in one row first: a merged cell then only needs what its rows do not give yet.
  for (const cell of cells.toSorted((a, b) => a.rows - b.rows)) {
    const reached = needed.slice(cell.row, cell.row + cell.rows);
    const lack = heightOf(cell, widths) - reached.reduce((sum, height) => sum + height, 0);
    if (lack <= 0) continue;
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) needed[row] = (needed[row] ?? 0) + lack / cell.rows;
  }
  const parts = needed.map((height) => Math.ceil(height / MAX_HEIGHT));
  const starts = [0];
  for (const part of parts) starts.push((starts.at(-1) ?? 0) + part);
  const startOf = (row: number): number => starts[row] ?? 0;
  return {
    cells: cells.map((cell) => ({
      ...cell,
      row: startOf(cell.row),
      rows: startOf(cell.row + cell.rows) - startOf(cell.row),
    })),
    heights: needed.flatMap((height, at) => {
      const part = parts[at] ?? 1;
      return Array.from({ length: part }, () => Math.ceil((height / part) * 4) / 4);
    }),
    startOf,
  };
}

function heightOf({ text, role, column, columns }: FormCell, widths: readonly number[]): number {
  const size = sizeOfRole(role);
  const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
  // Widths count characters of the default font, which is 10 points.
  return linesOf(text, (width * 10) / size) * size * LEADING + ROOM;
}
