/** As many rows of a table as fit on a page; where pages end inside merged cells, their labels are printed again. */
import { type LaidLine, heightOfLines } from "../lines/lay-lines.ts";
import type { LaidCell, LaidRow, LaidTable } from "./lay-table.ts";

/** Where a table goes on. */
export interface TablePlace {
  readonly row: number;
  /** Of a row that is parted: the lines of its cells that are printed already. Empty where the row begins. */
  readonly printed: ReadonlyMap<LaidCell, number>;
}

const NOTHING_PRINTED: ReadonlyMap<LaidCell, number> = new Map();
export const TABLE_START: TablePlace = { row: 0, printed: NOTHING_PRINTED };

/** A row, or a part of one. */
export interface Piece {
  readonly row: LaidRow;
  /** Points. */
  readonly height: number;
  /** A heading that was printed on an earlier page. */
  readonly isRepeated: boolean;
  /** The row began on an earlier page. */
  readonly isRest: boolean;
}

/** A cell, or as much of it as stands on the page. */
export interface PlacedCell {
  readonly cell: LaidCell;
  /** The pieces beside which it stands. */
  readonly first: number;
  readonly last: number;
  readonly lines: readonly LaidLine[];
  /** The label once more, with the sign for it. */
  readonly isAgain: boolean;
}

/** What stands on one page. */
export interface TablePart {
  readonly pieces: readonly Piece[];
  /** In the order of their first pieces and of their columns. */
  readonly cells: readonly PlacedCell[];
  /** Points, the outer rules included. */
  readonly height: number;
  /** `undefined` at the end of the table. */
  readonly next: TablePlace | undefined;
}

/** Room on a page, in points. */
export interface Room {
  readonly here: number;
  /** On a page of its own. */
  readonly full: number;
  /** Something must be printed here, whatever it takes. */
  readonly mustPrint: boolean;
}

/** What sums of fractions may be too much by. */
const SLACK = 0.01;

/** `undefined` when nothing fits; never where something must be printed. */
export function fitRows(table: LaidTable, from: TablePlace, room: Room): TablePart | undefined {
  const begin = Math.max(from.row, table.headings);
  const top = frameHeight(table);
  const lead =
    from.printed.size === 0 ? undefined : takeLines(table, begin, from.printed, room.here - top, room.mustPrint);
  if (lead?.rest !== undefined) return lead.isMoving ? partOf(table, from, begin + 1, [lead]) : undefined;
  const parts = lead === undefined ? [] : [lead];
  const next = begin + parts.length;
  const setting = { from, begin: next, parts, room: room.here };
  const whole = wholeRows(table, { ...setting, mayEndBefore: isFree });
  if (whole !== undefined && whole.next === undefined) return whole;
  // A row that stays with the one before it does so with its first lines, where it is parted.
  const mayEndBefore = (row: LaidRow, at: number) => isFree(row) || mayPart(table, at, room.full);
  const before = wholeRows(table, { ...setting, mayEndBefore });
  // What cannot stay together on a page of its own is parted all the same.
  const alone = room.mustPrint ? (before ?? wholeRows(table, { ...setting, mayEndBefore: () => true })) : undefined;
  const least = lead === undefined ? undefined : partOf(table, from, next, parts);
  const fitting = whole ?? alone ?? least;
  const must = room.mustPrint && fitting === undefined;
  const at = before?.next?.row ?? next;
  if (!must && !mayPart(table, at, room.full)) return fitting;
  const tail = takeLines(table, at, NOTHING_PRINTED, room.here - (before?.height ?? top + (lead?.height ?? 0)), must);
  const follower = tail.rest === undefined ? table.rows[at + 1] : undefined;
  const endsBadly = follower !== undefined && !mayEndBefore(follower, at + 1);
  if (!must && (!tail.isMoving || endsBadly)) return fitting;
  const part = partOf(table, from, at + 1, [...parts, tail]);
  return part.height <= room.here + SLACK || must ? part : fitting;
}

function isFree({ keepWithPrevious }: LaidRow): boolean {
  return !keepWithPrevious;
}

/** A row may be parted between its lines when its cells allow it, and when no page would hold it. */
function mayPart(table: LaidTable, at: number, full: number): boolean {
  const row = table.rows[at];
  if (row === undefined) return false;
  return !row.keepTogether || frameHeight(table) + row.height > full + SLACK;
}

interface Whole {
  readonly from: TablePlace;
  /** The first row that stands whole. */
  readonly begin: number;
  /** What stands before it. */
  readonly parts: readonly PartedRow[];
  readonly room: number;
  /** Whether a page may end before this row. */
  readonly mayEndBefore: (row: LaidRow, at: number) => boolean;
}

/** As many whole rows as fit, up to one behind which a page may end. */
function wholeRows(table: LaidTable, { from, begin, parts, room, mayEndBefore }: Whole): TablePart | undefined {
  const { rows } = table;
  let height = frameHeight(table) + parts.reduce((sum, part) => sum + part.height, 0);
  let end = begin;
  while (end < rows.length) {
    if (end > begin && rows[end]?.breakBefore === true) break;
    height += rows[end]?.height ?? 0;
    if (height > room + SLACK) break;
    end += 1;
  }
  // A table may have headings alone.
  const least = parts.length > 0 || begin >= rows.length ? begin : begin + 1;
  for (; end >= least; end -= 1) {
    const next = rows[end];
    if (next !== undefined && !mayEndBefore(next, end)) continue;
    const part = partOf(table, from, end, parts);
    if (part.height <= room + SLACK) return part;
  }
  return undefined;
}

/** Points. */
export function headingHeight({ rows, headings }: LaidTable): number {
  return rows.slice(0, headings).reduce((sum, { height }) => sum + height, 0);
}

/** What a table takes on every page beside its rows: headings, and the edges above and below. */
function frameHeight(table: LaidTable): number {
  return headingHeight(table) + 2 * table.edge;
}

/** A row, or the rest of one, as far as there is room for it. */
interface PartedRow {
  readonly at: number;
  readonly lines: ReadonlyMap<LaidCell, readonly LaidLine[]>;
  /** Points. */
  readonly height: number;
  /** Lines printed so far, where the row goes on. */
  readonly rest: ReadonlyMap<LaidCell, number> | undefined;
  /** A line is printed, or nothing is left to be. */
  readonly isMoving: boolean;
}

function takeLines(
  table: LaidTable,
  at: number,
  before: ReadonlyMap<LaidCell, number>,
  room: number,
  must: boolean,
): PartedRow {
  const printed = new Map<LaidCell, number>();
  const lines = new Map<LaidCell, readonly LaidLine[]>();
  let [height, isDone, isMoving] = [0, true, false];
  for (const cell of table.rows[at]?.cells ?? []) {
    const done = before.get(cell) ?? 0;
    const rest = cell.lines.slice(done);
    const { top, bottom } = cell.insets;
    const again = done > 0 && rest.length === 0 && cell.isLabel ? cell.again() : NONE;
    const taken = linesWithin(rest, room - top - bottom, must);
    printed.set(cell, done + taken);
    lines.set(cell, rest.slice(0, taken));
    if (taken > 0) isMoving = true;
    if (taken < rest.length) isDone = false;
    const content = heightOfLines(again.length > 0 ? again : rest.slice(0, taken));
    if (cell.rowspan === 1 || taken < rest.length) height = Math.max(height, top + content + bottom);
  }
  return { at, lines, height, rest: isDone ? undefined : printed, isMoving: isMoving || isDone };
}

/** One at least where something must be printed. */
function linesWithin(lines: readonly LaidLine[], room: number, must: boolean): number {
  let used = 0;
  for (const [at, { height, gap }] of lines.entries()) {
    used += height + (at === 0 ? 0 : gap);
    if (used > room + SLACK) return at === 0 && must ? 1 : at;
  }
  return lines.length;
}

/** Rows from `from` up to `end`, under the headings; some of them are parted. */
function partOf(table: LaidTable, from: TablePlace, end: number, parts: readonly PartedRow[]): TablePart {
  const { rows, headings } = table;
  const begin = Math.max(from.row, headings);
  const pieces: Piece[] = rows
    .slice(0, headings)
    .map((row) => ({ row, height: row.height, isRepeated: from.row > 0, isRest: false }));
  for (let at = begin; at < end; at += 1) {
    const row = rows[at];
    if (row === undefined) continue;
    const height = parts.find((part) => part.at === at)?.height ?? row.height;
    pieces.push({ row, height, isRepeated: false, isRest: at === begin && from.printed.size > 0 });
  }
  const cells = placeCells(table, from, end, parts);
  const heights = grow(pieces, cells);
  const last = parts.at(-1);
  const goesOn = last?.rest !== undefined && last.at === end - 1 ? last.rest : undefined;
  return {
    pieces: pieces.map((piece, at) => ({ ...piece, height: heights[at] ?? piece.height })),
    cells,
    height: heights.reduce((sum, each) => sum + each, 0) + 2 * table.edge,
    next:
      goesOn !== undefined
        ? { row: end - 1, printed: goesOn }
        : end >= rows.length
          ? undefined
          : { row: end, printed: NOTHING_PRINTED },
  };
}

function placeCells(
  { rows, headings, merged }: LaidTable,
  from: TablePlace,
  end: number,
  parts: readonly PartedRow[],
): PlacedCell[] {
  const begin = Math.max(from.row, headings);
  const placed: PlacedCell[] = [];
  for (const { cells } of rows.slice(0, headings)) {
    for (const cell of cells) {
      placed.push({ cell, first: cell.row, last: cell.row + cell.rowspan - 1, lines: cell.lines, isAgain: false });
    }
  }
  const place = (cell: LaidCell, first: number, lines: readonly LaidLine[], isAgain: boolean) => {
    const last = Math.min(cell.row + cell.rowspan, end) - 1;
    placed.push({ cell, first: headings + first - begin, last: headings + last - begin, lines, isAgain });
  };
  for (const cell of merged) {
    if (cell.row >= headings && cell.row < begin && cell.row + cell.rowspan > begin)
      place(cell, begin, cell.again(), true);
  }
  for (const [at, { cells }] of rows.slice(begin, end).entries()) {
    const part = parts.find((each) => each.at === begin + at);
    for (const cell of cells) {
      const lines = part?.lines.get(cell) ?? cell.lines;
      const isOver = at === 0 && (from.printed.get(cell) ?? 0) > 0 && lines.length === 0 && cell.isLabel;
      place(cell, begin + at, isOver ? cell.again() : lines, isOver);
    }
  }
  return placed.toSorted((a, b) => a.first - b.first || a.cell.column - b.cell.column);
}

const NONE: readonly LaidLine[] = [];

/** Rows are made higher, each in its proportion, where a merged cell needs more than they have. */
function grow(pieces: readonly Piece[], cells: readonly PlacedCell[]): number[] {
  const heights = pieces.map(({ height }) => height);
  const wide = cells.filter(({ cell }) => cell.rowspan > 1);
  for (const { cell, first, last, lines } of wide.toSorted((a, b) => a.last - a.first - (b.last - b.first))) {
    const needed = cell.insets.top + heightOfLines(lines) + cell.insets.bottom;
    let had = 0;
    for (let at = first; at <= last; at += 1) had += heights[at] ?? 0;
    if (needed <= had) continue;
    for (let at = first; at <= last; at += 1) {
      heights[at] = had === 0 ? needed / (last - first + 1) : (heights[at] ?? 0) * (needed / had);
    }
  }
  return heights;
}
