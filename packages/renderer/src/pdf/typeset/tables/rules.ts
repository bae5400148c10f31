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
    ...across.flatMap((edges, at) =>
      stretches(edges).map(({ border, from, to }) => {
        const width = ruleWidth(border);
        const x = (columns[from] ?? 0) - width / 2;
        return {
          x,
          y: (rows[at] ?? 0) - width / 2,
          width: (columns[to] ?? 0) + width / 2 - x,
          height: width,
          color: border.color,
        };
      }),
    ),
    ...down.flatMap((edges, at) =>
      stretches(edges).map(({ border, from, to }) => {
        const width = ruleWidth(border);
        const y = (rows[from] ?? 0) - width / 2;
        return {
          x: (columns[at] ?? 0) - width / 2,
          y,
          width,
          height: (rows[to] ?? 0) + width / 2 - y,
          color: border.color,
        };
      }),
    ),
  ];
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
