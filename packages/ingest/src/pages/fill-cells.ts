/** The cells of a table and the glyphs of a page → what stands in which cell, also where a program misplaced the rules. */
import { type Box, middleOf } from "../media/pdf/matrix.ts";
import type { Glyph } from "../media/pdf/page-marks.ts";
import type { Table, TableCell } from "./find-tables.ts";
import { intervalAt } from "./interval-at.ts";
import { isCaption } from "../tables/head-marks.ts";
import { type SetLine, setLines, textOfLines } from "./set-lines.ts";

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
  const fields = fieldsOf(table.cells, table);
  const lines = linesByCell(table, glyphs, fields);
  for (const cell of table.cells) raiseLines(cell, table, fields, lines);
  const filled = table.cells.flatMap((cell) => cutOpenCell({ cell, lines: lines.get(cell) ?? [] }, table.ys));
  const byCell = new Map(filled.map((each) => [each.cell, each]));
  const parts = fieldsOf([...byCell.keys()], table);
  const above = (row: number, column: number): FilledCell | undefined => {
    const cell = parts.get(fieldAt(table, row - 1, column));
    return cell === undefined ? undefined : byCell.get(cell);
  };
  return filled.flatMap((each) => coverOpenCell(each, above, table.xs));
}

/** By the number of each field of the table's finest division: its cell. */
export function fieldsOf(cells: readonly TableCell[], table: Table): ReadonlyMap<number, TableCell> {
  const fields = new Map<number, TableCell>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.rowEnd; row += 1)
      for (let column = cell.column; column < cell.columnEnd; column += 1)
        fields.set(fieldAt(table, row, column), cell);
  return fields;
}

/** The number of a field; none has a negative one. */
export function fieldAt({ xs }: Table, row: number, column: number): number {
  return row * xs.length + column;
}

function linesByCell(
  table: Table,
  glyphs: readonly Glyph[],
  fields: ReadonlyMap<number, TableCell>,
): Map<TableCell, readonly SetLine[]> {
  const inCell = new Map<TableCell, Glyph[]>();
  for (const glyph of glyphs) {
    const [x, y] = middleOf(glyph.box);
    const cell = fields.get(fieldAt(table, cellAlong(table.ys, y), cellAlong(table.xs, x)));
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
 *     ┌──┬──
 *     │  │ 度        the rest of a label, printed across the rule below the rest of its row: 标 belongs to the blank cell
 *     ├标┴──         at the top of the page, and not to the text beside it
 *     │    总分
 */
function raiseLines(
  cell: TableCell,
  table: Table,
  fields: ReadonlyMap<number, TableCell>,
  all: Map<TableCell, readonly SetLine[]>,
): void {
  const lines = all.get(cell) ?? [];
  const hangs = ({ box: [, y0, , y1] }: SetLine): boolean => cell.box[1] - y0 > (y1 - y0) * OVERHANG;
  const [hanging, own] = [lines.filter(hangs), lines.filter((line) => !hangs(line))];
  const [first] = hanging;
  // The lines of one text stand below each other, however low their row is.
  const isBelow = ({ box }: SetLine): boolean => first !== undefined && box[0] < first.box[2] && box[2] > first.box[0];
  if (first === undefined || own.length === 0 || own.some(isBelow)) return;
  const above = fields.get(fieldAt(table, cell.row - 1, cellAlong(table.xs, middleOf(first.box)[0])));
  if (above === undefined || above.row > 0 || all.has(above)) return;
  all.set(above, hanging);
  all.set(cell, own);
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
  if (closed === undefined || isOpen(cell) || lines.length === 0) return [filled];
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

/**
 * A blank cell at the side of the table, where no side is drawn though it is elsewhere: it goes on with the cells above it,
 * column by column, but never with a caption.
 */
function coverOpenCell(
  filled: FilledCell,
  above: (row: number, column: number) => FilledCell | undefined,
  xs: readonly number[],
): FilledCell[] {
  const { cell, lines } = filled;
  if (!isOpen(cell) || cell.column > 0 || lines.length > 0) return [filled];
  const parts: FilledCell[] = [];
  for (let column = 0; column < cell.columnEnd; ) {
    const over = above(cell.row, column);
    const goesOn = over !== undefined && !isOpen(over.cell) && !isCaption(textOfLines(over.lines));
    if (!goesOn || over.cell.columnEnd > cell.columnEnd) return [filled];
    const { columnEnd } = over.cell;
    const box: Box = [xs[column] ?? 0, cell.box[1], xs[columnEnd] ?? 0, cell.box[3]];
    parts.push({ cell: { ...cell, box, column, columnEnd }, lines: [], over: over.cell });
    column = columnEnd;
  }
  return parts;
}

function isOpen({ closed }: TableCell): boolean {
  return closed !== undefined && closed.row === closed.rowEnd;
}
