/** The cells of a table and the glyphs of a page → what stands in which cell, also where a program misplaced the rules. */
import { type Box, middleOf } from "../media/pdf/matrix.ts";
import type { Glyph } from "../media/pdf/page-marks.ts";
import type { Table, TableCell } from "./find-tables.ts";
import { intervalAt } from "./interval-at.ts";
import { type SetLine, setLines } from "./set-lines.ts";

/** A line that hangs out of its cell by this much of its height may belong to the cell above. */
const OVERHANG = 0.3;

/** A text is in the middle of a cell when it misses it by no more than this, in pt. */
const OFF_CENTRE = 2;

/** A cell with the lines of text in it. */
export interface FilledCell {
  readonly cell: TableCell;
  readonly lines: readonly SetLine[];
  /** The cell further above that it is a part of, though a line is drawn between them. */
  readonly over?: TableCell;
}

/** Every cell once, with its lines; a cell that the rules have made too high or too wide comes in parts. */
export function fillCells(table: Table, glyphs: readonly Glyph[]): FilledCell[] {
  const lines = linesByCell(table, glyphs);
  for (const cell of table.cells) raiseLines(cell, table, lines);
  const filled = table.cells.flatMap((cell) => cutOpenCell({ cell, lines: lines.get(cell) ?? [] }, table.ys));
  return filled.flatMap((each) => coverOpenCell(each, filled, table.xs));
}

/** The cell at each field of the table's finest division. */
export function fieldsOf(cells: readonly TableCell[]): ReadonlyMap<string, TableCell> {
  const fields = new Map<string, TableCell>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.rowEnd; row += 1)
      for (let column = cell.column; column < cell.columnEnd; column += 1) fields.set(`${row},${column}`, cell);
  return fields;
}

function linesByCell(table: Table, glyphs: readonly Glyph[]): Map<TableCell, readonly SetLine[]> {
  const fields = fieldsOf(table.cells);
  const inCell = new Map<TableCell, Glyph[]>();
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph.box);
    const cell = fields.get(`${cellAlong(table.ys, y)},${cellAlong(table.xs, x)}`);
    if (cell === undefined) continue;
    const list = inCell.get(cell);
    if (list === undefined) inCell.set(cell, [glyph]);
    else list.push(glyph);
  }
  return new Map([...inCell].map(([cell, some]) => [cell, setLines(some)]));
}

/** The cells lie between the places, one less than there are of them. */
function cellAlong(places: readonly number[], at: number): number {
  return intervalAt(places, at, places.length - 1);
}

/**
 *     ├──┬──
 *     │  │ 度        a label that a page's end has cut, with its rest printed across the rule: 标 belongs to the blank
 *     ├标┴──         cell above
 *     │  总分
 */
function raiseLines(cell: TableCell, { cells, xs }: Table, all: Map<TableCell, readonly SetLine[]>): void {
  const lines = all.get(cell) ?? [];
  const hangs = ({ box: [, y0, , y1] }: SetLine): boolean => cell.box[1] - y0 > (y1 - y0) * OVERHANG;
  const [first] = lines;
  if (first === undefined || !hangs(first) || lines.every(hangs)) return;
  const column = cellAlong(xs, middleOf(first.box)[0]);
  const above = cells.find(
    ({ rowEnd, column: from, columnEnd }) => rowEnd === cell.row && from <= column && column < columnEnd,
  );
  if (above === undefined || all.has(above)) return;
  all.set(above, lines.filter(hangs));
  all.set(
    cell,
    lines.filter((line) => !hangs(line)),
  );
}

/**
 *     │ 效益指标 │ 生态效益指标 │
 *     ├─────────┼
 *               │ 可持续影响指标 │      no line at its left and none below: the rest of the cell above, cut off by a rule
 *     │ 满意度  │ 服务对象满意度 │      that was drawn too high, and no part of the cell below
 *     │ 指标    │ 指标         │
 *
 * A cell whose text stands in the part that is closed at its left is cut there; one whose text stands in the middle of
 * the whole merely lacks a part of its side.
 */
function cutOpenCell(filled: FilledCell, ys: readonly number[]): FilledCell[] {
  const { cell, lines } = filled;
  const { closed } = cell;
  if (closed === undefined || closed.row === closed.rowEnd || lines.length === 0) return [filled];
  const part = (row: number, rowEnd: number): TableCell => {
    const [x0, , x1] = cell.box;
    const box: Box = [x0, ys[row] ?? 0, x1, ys[rowEnd] ?? 0];
    return { box, row, rowEnd, column: cell.column, columnEnd: cell.columnEnd };
  };
  const open = (row: number, rowEnd: number): FilledCell[] =>
    row < rowEnd ? [{ cell: { ...part(row, rowEnd), closed: { row, rowEnd: row } }, lines: [] }] : [];
  const own = part(closed.row, closed.rowEnd);
  const [top, bottom] = [Math.min(...lines.map(({ box }) => box[1])), Math.max(...lines.map(({ box }) => box[3]))];
  const isCentred = Math.abs(cell.box[1] + cell.box[3] - top - bottom) / 2 <= OFF_CENTRE;
  if (top < own.box[1] || bottom > own.box[3] || isCentred) return [filled];
  return [...open(cell.row, own.row), { cell: own, lines }, ...open(own.rowEnd, cell.rowEnd)];
}

/** A blank cell at the side of the table, open to the outside: it goes on with the cells above it, column by column. */
function coverOpenCell(filled: FilledCell, all: readonly FilledCell[], xs: readonly number[]): FilledCell[] {
  const { cell, lines } = filled;
  const isOpen = cell.closed !== undefined && cell.closed.row === cell.closed.rowEnd;
  if (!isOpen || cell.column > 0 || lines.length > 0) return [filled];
  const over = all.filter(
    (one) => one.cell.rowEnd === cell.row && one.cell.column < cell.columnEnd && one.cell.closed === undefined,
  );
  const columns = over.flatMap((one) => [one.cell.column, one.cell.columnEnd]);
  if (over.length === 0 || Math.max(...columns) !== cell.columnEnd) return [filled];
  return over.map((one) => {
    const { column, columnEnd } = one.cell;
    const box: Box = [xs[column] ?? 0, cell.box[1], xs[columnEnd] ?? 0, cell.box[3]];
    return { cell: { ...cell, box, column, columnEnd }, lines: [], over: one.cell };
  });
}
