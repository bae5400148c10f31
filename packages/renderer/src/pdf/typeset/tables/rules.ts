/** The rules of a table: of two cells that meet, the stronger rule counts, and what lies in one line is one rule. */
import type { Border } from "../../../page/style-values.ts";
import type { TablePart } from "./fit-rows.ts";
import { type LaidTable, ruleWidth } from "./lay-table.ts";
import type { PlacedFill } from "../placed.ts";

type Edges = (Border | undefined)[][];

/** `columns` and `rows` are the middles of the rules, in points on the page. */
export function rulesOf(
  { cells }: TablePart,
  { look }: LaidTable,
  columns: readonly number[],
  rows: readonly number[],
): PlacedFill[] {
  /** By row boundary and column. */
  const across: Edges = rows.map(() => []);
  /** By column boundary and row. */
  const down: Edges = columns.map(() => []);
  for (let column = 0; column < columns.length - 1; column += 1) {
    draw(across, 0, column, look.box.borderTop);
    draw(across, rows.length - 1, column, look.box.borderBottom);
  }
  for (let row = 0; row < rows.length - 1; row += 1) {
    draw(down, 0, row, look.box.borderLeft);
    draw(down, columns.length - 1, row, look.box.borderRight);
  }
  for (const { cell, first, last } of cells) {
    const { borderTop, borderRight, borderBottom, borderLeft } = cell.look.box;
    const end = cell.column + cell.colspan;
    for (let column = cell.column; column < end; column += 1) {
      draw(across, first, column, borderTop);
      draw(across, last + 1, column, borderBottom);
    }
    for (let row = first; row <= last; row += 1) {
      draw(down, cell.column, row, borderLeft);
      draw(down, end, row, borderRight);
    }
  }
  return [
    ...rulesAlong(across, rows, columns).map(
      ({ at, from, width, length, color }): PlacedFill => ({ x: from, y: at, width: length, height: width, color }),
    ),
    ...rulesAlong(down, columns, rows).map(
      ({ at, from, width, length, color }): PlacedFill => ({ x: at, y: from, width, height: length, color }),
    ),
  ];
}

/** A rule in points: `at` across the lines that it lies in, `from` along them. */
interface Rule {
  readonly at: number;
  readonly from: number;
  readonly width: number;
  readonly length: number;
  readonly color: string;
}

/** `lines` lie at `places`, and what they are parted into lies between `ends`; half a rule more, so that corners are closed. */
function rulesAlong(lines: Edges, places: readonly number[], ends: readonly number[]): Rule[] {
  return lines.flatMap((edges, line) =>
    stretches(edges).map(({ border, from: first, to }) => {
      const width = ruleWidth(border);
      const from = (ends[first] ?? 0) - width / 2;
      const length = (ends[to] ?? 0) + width / 2 - from;
      return { at: (places[line] ?? 0) - width / 2, from, width, length, color: border.color };
    }),
  );
}

function draw(edges: Edges, at: number, place: number, border: Border): void {
  const line = edges[at];
  if (line === undefined || border.width === 0) return;
  const drawn = line[place];
  if (drawn === undefined || border.width > drawn.width) line[place] = border;
}

interface Stretch {
  readonly border: Border;
  readonly from: number;
  readonly to: number;
}

function stretches(edges: readonly (Border | undefined)[]): Stretch[] {
  const found: { border: Border; from: number; to: number }[] = [];
  for (let at = 0; at < edges.length; at += 1) {
    const border = edges[at];
    const before = found.at(-1);
    if (border === undefined) continue;
    if (before?.to === at && before.border.width === border.width && before.border.color === border.color)
      before.to += 1;
    else found.push({ border, from: at, to: at + 1 });
  }
  return found;
}
