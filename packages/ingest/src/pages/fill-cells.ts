/** The cells of a table and the glyphs of a page → what stands in which cell, also where a program misplaced the rules. */
import { type Box, middleOf } from "../media/pdf/matrix.ts";
import type { Glyph } from "../media/pdf/page-marks.ts";
import type { Table, TableCell } from "./find-tables.ts";
import { isCaption } from "../tables/head-marks.ts";
import { intervalAt } from "./interval-at.ts";
import { type SetLine, setLines, textOfLines } from "./set-lines.ts";

/** A line that hangs out of its cell by this much of its height may belong to the cell above. */
const OVERHANG = 0.3;

/** A text is in the middle of a cell when it misses it by no more than this, in pt. */
const OFF_CENTRE = 2;

/** A cell with the lines of text in it. */
export interface FilledCell {
  readonly cell: TableCell;
  readonly lines: readonly SetLine[];
  /** The one further above that it is a part of, though a line is drawn between them. */
  readonly over?: FilledCell;
}

/** By the number of each field of the table's finest division: what fills it. */
type Fields<Cell> = Map<number, Cell>;

/** What stands in every field, as {@link fieldAt} numbers them; a cell that the rules have made too high or too wide comes in parts. */
export function fillCells(table: Table, glyphs: readonly Glyph[]): ReadonlyMap<number, FilledCell> {
  const drawn: Fields<TableCell> = new Map();
  for (const cell of table.cells) setFields(drawn, table, cell, cell);
  const lines = linesByCell(table, glyphs, drawn);
  for (const cell of table.cells) raiseLines(cell, table, drawn, lines);
  const filled = table.cells.flatMap((cell) => cutOpenCell({ cell, lines: lines.get(cell) ?? [] }, table.ys));
  const fields: Fields<FilledCell> = new Map();
  for (const each of filled) setFields(fields, table, each.cell, each);
  for (const each of filled)
    for (const part of coverOpenCell(each, fields, table)) setFields(fields, table, part.cell, part);
  return fields;
}

function setFields<Cell>(fields: Fields<Cell>, table: Table, cell: TableCell, value: Cell): void {
  for (let row = cell.row; row < cell.rowEnd; row += 1)
    for (let column = cell.column; column < cell.columnEnd; column += 1) fields.set(fieldAt(table, row, column), value);
}

/** The number of a field; none has a negative one. */
export function fieldAt({ xs }: Table, row: number, column: number): number {
  return row * xs.length + column;
}

function linesByCell(
  table: Table,
  glyphs: readonly Glyph[],
  fields: Fields<TableCell>,
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
  fields: Fields<TableCell>,
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
 * The parts of a blank cell at the side of the table, where no side is drawn though it is elsewhere: it goes on with the
 * cells above it, column by column, but never with a caption. None of any other cell.
 */
function coverOpenCell({ cell, lines }: FilledCell, fields: Fields<FilledCell>, table: Table): FilledCell[] {
  if (!isOpen(cell) || cell.column > 0 || lines.length > 0) return [];
  const parts: FilledCell[] = [];
  for (let column = 0; column < cell.columnEnd; ) {
    const over = fields.get(fieldAt(table, cell.row - 1, column));
    const goesOn = over !== undefined && !isOpen(over.cell) && !isCaption(textOfLines(over.lines));
    if (!goesOn || over.cell.columnEnd > cell.columnEnd) return [];
    const { columnEnd } = over.cell;
    const box: Box = [table.xs[column] ?? 0, cell.box[1], table.xs[columnEnd] ?? 0, cell.box[3]];
    parts.push({ cell: { ...cell, box, column, columnEnd }, lines: [], over });
    column = columnEnd;
  }
  return parts;
}

function isOpen({ closed }: TableCell): boolean {
  return closed !== undefined && closed.row === closed.rowEnd;
}
