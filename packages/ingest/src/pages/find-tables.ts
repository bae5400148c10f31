/** The lines of a page → its tables with their cells. */
import type { Box } from "../media/pdf/matrix.ts";
import { intervalAt } from "./interval-at.ts";
import { type Line, SAME_LINE, type Stretch, drawnShare } from "./merge-rules.ts";

/** A cell of a table, in its columns and rows; `end` is the first one behind it. */
export interface TableCell {
  readonly box: Box;
  readonly row: number;
  readonly rowEnd: number;
  readonly column: number;
  readonly columnEnd: number;
  /**
   * The rows along which its left side is drawn, where that is not all of them though the table has a line there;
   * `row` and `rowEnd` are the same where it is none.
   */
  readonly closed?: { readonly row: number; readonly rowEnd: number };
}

/** A table: its lines from left to right and from top to bottom, and its cells. */
export interface Table {
  readonly box: Box;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** Row by row, then from left to right. */
  readonly cells: readonly TableCell[];
}

/** Fields of the finest division of one table. */
const MAX_FIELDS = 60_000;
/** How far two lines may miss each other where they should meet. */
const REACH = SAME_LINE + 1;
/** A side counts as drawn when this much of it is. */
const DRAWN = 0.55;

/**
 * The tables of a page, from top to bottom. A frame with nothing but one cell in it is a table of one cell. `sides` are the
 * places of the upright lines of the table at the end of the page before, in order.
 */
export function findTables(across: readonly Line[], down: readonly Line[], sides: readonly number[]): Table[] {
  return connect(across, down, sides)
    .flatMap((group) => tableOf(group) ?? [])
    .toSorted((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

interface Drawn extends Stretch {
  readonly at: number;
}

interface Group {
  readonly across: readonly Drawn[];
  readonly down: readonly Drawn[];
}

/** Lines that meet belong to one table. */
function connect(across: readonly Line[], down: readonly Line[], sides: readonly number[]): Group[] {
  const flat = (lines: readonly Line[]): Drawn[] =>
    lines.flatMap(({ at, stretches }) => stretches.map(({ from, to }) => ({ at, from, to })));
  const [rows, columns] = [flat(across), flat(down)];
  const parent = Array.from({ length: rows.length + columns.length }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (parent[root] !== root) root = parent[root] ?? root;
    for (let step = at; step !== root; ) {
      const next = parent[step] ?? root;
      parent[step] = root;
      step = next;
    }
    return root;
  };
  for (const [at, row] of rows.entries()) {
    for (const [other, column] of columns.entries()) {
      if (column.at < row.from - REACH || column.at > row.to + REACH) continue;
      if (row.at < column.from - REACH || row.at > column.to + REACH) continue;
      parent[find(at)] = find(rows.length + other);
    }
  }
  const groups = new Map<number, { across: Drawn[]; down: Drawn[] }>();
  const groupOf = (at: number): { across: Drawn[]; down: Drawn[] } => {
    const root = find(at);
    const group = groups.get(root) ?? { across: [], down: [] };
    groups.set(root, group);
    return group;
  };
  for (const [at, row] of rows.entries()) groupOf(at).across.push(row);
  for (const [at, column] of columns.entries()) groupOf(rows.length + at).down.push(column);
  return withLoneSides([...groups.values()], sides);
}

/** Fewer sides than those of two cells may be anything. */
const FEWEST_SIDES = 3;

/**
 * The groups that are tables. Where a row goes on over a whole page no line is drawn across it, and its sides meet nothing:
 * they go on with those of the page before, and are told from ornaments by that.
 */
function withLoneSides(groups: readonly Group[], before: readonly number[]): Group[] {
  const tables = groups.filter((group) => group.across.length > 0 && group.down.length > 0);
  const lone = groups
    .filter(({ across }) => across.length === 0)
    .flatMap(({ down }) => down)
    .filter(({ at }) => isAmong(before, at));
  const [first] = lone;
  if (first === undefined) return tables;
  const isLike = (side: Drawn): boolean =>
    Math.abs(first.from - side.from) <= REACH && Math.abs(first.to - side.to) <= REACH;
  const sides = lone.filter(isLike);
  const beside = tables.findIndex(({ down }) => down.some(isLike));
  if (beside !== -1)
    return tables.map((table, at) => (at === beside ? { ...table, down: [...table.down, ...sides] } : table));
  return sides.length < FEWEST_SIDES ? tables : [...tables, { across: [], down: sides }];
}

function isAmong(places: readonly number[], at: number): boolean {
  const near = intervalAt(places, at + REACH);
  return Math.abs((places[near] ?? -Infinity) - at) <= REACH;
}

/** The outer lines of a table count as drawn: they are often left out at the sides of the page, or where it ends. */
function tableOf({ across, down }: Group): Table | undefined {
  const box: Box = [
    Math.min(...across.map(({ from }) => from), ...down.map(({ at }) => at)),
    Math.min(...down.map(({ from }) => from), ...across.map(({ at }) => at)),
    Math.max(...across.map(({ to }) => to), ...down.map(({ at }) => at)),
    Math.max(...down.map(({ to }) => to), ...across.map(({ at }) => at)),
  ];
  const [xs, ys] = [placesOf(down, box[0], box[2]), placesOf(across, box[1], box[3])];
  const [width, height] = [xs.length - 1, ys.length - 1];
  if (width < 1 || height < 1 || width * height > MAX_FIELDS) return undefined;
  const sides = linesAt(down, xs);
  const open = openBorders(xs, ys, sides, linesAt(across, ys));
  const cells = cellsOf(joinFields(width, height, open), xs, ys, open);
  return { box, xs, ys, cells: cells.map((cell) => withClosedRows(cell, ys, sides[cell.column])) };
}

/** Where no line is drawn: between a field and the one at its right, and the one below it. */
interface OpenBorders {
  readonly right: (row: number, column: number) => boolean;
  readonly below: (row: number, column: number) => boolean;
}

function openBorders(
  xs: readonly number[],
  ys: readonly number[],
  down: readonly Line[],
  across: readonly Line[],
): OpenBorders {
  const isOpen = (line: Line | undefined, from = 0, to = 0): boolean =>
    line !== undefined && drawnShare(line, from, to) < DRAWN;
  return {
    right: (row, column) => isOpen(down[column + 1], ys[row], ys[row + 1]),
    below: (row, column) => isOpen(across[row + 1], xs[column], xs[column + 1]),
  };
}

function withClosedRows(cell: TableCell, ys: readonly number[], side: Line | undefined): TableCell {
  if (side === undefined || side.stretches.length === 0) return cell;
  const rows = Array.from({ length: cell.rowEnd - cell.row }, (_, at) => cell.row + at);
  const drawn = rows.filter((row) => drawnShare(side, ys[row] ?? 0, ys[row + 1] ?? 0) >= DRAWN);
  const row = drawn[0] ?? cell.row;
  const rowEnd = drawn.length === 0 ? row : (drawn.at(-1) ?? row) + 1;
  const isOneRun = rowEnd - row === drawn.length;
  return isOneRun && drawn.length < rows.length ? { ...cell, closed: { row, rowEnd } } : cell;
}

function placesOf(lines: readonly Drawn[], first: number, last: number): number[] {
  const places = [first];
  for (const at of lines.map((line) => line.at).toSorted((a, b) => a - b))
    if (at - (places.at(-1) ?? at) > SAME_LINE && last - at > SAME_LINE) places.push(at);
  if (last - first > SAME_LINE) places.push(last);
  return places;
}

function linesAt(lines: readonly Drawn[], places: readonly number[]): Line[] {
  return places.map((at) => ({ at, stretches: lines.filter((line) => Math.abs(line.at - at) <= SAME_LINE) }));
}

/** For every field the number of the cell that it belongs to: fields without a line between them are one cell. */
function joinFields(width: number, height: number, open: OpenBorders): number[] {
  const owner = Array.from({ length: width * height }, (_, at) => at);
  const find = (at: number): number => {
    let root = at;
    while (owner[root] !== root) root = owner[root] ?? root;
    return root;
  };
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      if (column + 1 < width && open.right(row, column)) owner[find(at + 1)] = find(at);
      if (row + 1 < height && open.below(row, column)) owner[find(at + width)] = find(at);
    }
  }
  return owner.map((_, at) => find(at));
}

/**
 * Joined fields as rectangles that no line goes through. What is joined around a corner is cut into the runs of its rows.
 */
function cellsOf(
  fields: readonly number[],
  xs: readonly number[],
  ys: readonly number[],
  open: OpenBorders,
): TableCell[] {
  const [width, height] = [xs.length - 1, ys.length - 1];
  const taken = new Set<number>();
  const cells: TableCell[] = [];
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      if (taken.has(at)) continue;
      const own = fields[at];
      const isFree = (r: number, c: number): boolean => fields[r * width + c] === own && !taken.has(r * width + c);
      let columnEnd = column + 1;
      while (columnEnd < width && isFree(row, columnEnd) && open.right(row, columnEnd - 1)) columnEnd += 1;
      const goesOn = (r: number, c: number): boolean =>
        c >= 0 && c + 1 < width && fields[r * width + c] === fields[r * width + c + 1] && open.right(r, c);
      const isRun = (below: number): boolean => {
        let isOpen = false;
        for (let each = column; each < columnEnd; each += 1) {
          if (!isFree(below, each) || (each > column && !goesOn(below, each - 1))) return false;
          isOpen ||= open.below(below - 1, each);
        }
        // A run that is wider below is another part of the shape.
        return isOpen && !goesOn(below, column - 1) && !goesOn(below, columnEnd - 1);
      };
      let rowEnd = row + 1;
      while (rowEnd < height && isRun(rowEnd)) rowEnd += 1;
      for (let r = row; r < rowEnd; r += 1) for (let c = column; c < columnEnd; c += 1) taken.add(r * width + c);
      const box: Box = [xs[column] ?? 0, ys[row] ?? 0, xs[columnEnd] ?? 0, ys[rowEnd] ?? 0];
      cells.push({ box, row, rowEnd, column, columnEnd });
    }
  }
  return cells;
}
