/** A form that goes on in another table, whose columns are not those of its head: its cells are put under the head. */
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";
import type { SourceRow } from "../rows/source-row.ts";
import { FUND_MARKS, GOAL_MARKS, INDICATOR_MARKS } from "../tables/head-marks.ts";
import { columnOf } from "../tables/row.ts";
import type { LaidDocument } from "./lay-blocks.ts";
import type { Scale } from "./lay-table.ts";

/** One of these stands in every row of captions. */
const CAPTIONS = [...FUND_MARKS, ...GOAL_MARKS, ...INDICATOR_MARKS];
/** Which share of a cell must stand under the caption that it is put under. */
const CLEAR = 0.6;

/**
 *     │ 一级指标 │ 二级指标 │ … │ 分值 │ 得分 │ 偏差原因 │     table 1
 *     ── a table of its own ──
 *     │ 总分                   │ 100 │ 97.5 │          │     table 2, four columns
 *
 * Tables of equally many columns agree column by column; others by where their columns lie. Where neither is known the
 * row is no longer called ruled, so that it is read by its figures and said to be shifted.
 */
export function alignRows({ rows, scales }: LaidDocument): readonly SourceRow[] {
  let head: PlacedRow | undefined;
  return rows.map((row) => {
    const table = tableOf(row);
    if (table === undefined) return row;
    if (columnOf(row, "项目名称") !== -1) head = undefined;
    if (columnOf(row, ...CAPTIONS) !== -1) head = row;
    if (head === undefined || head === row || tableOf(head) === table) return row;
    return underHead(row, head, scales.get(table), scales.get(tableOf(head) ?? table));
  });
}

function tableOf({ cells }: PlacedRow): number | undefined {
  return cells[0]?.origin.table;
}

/** A cell and the columns that it covers in its own table. */
interface Standing {
  readonly cell: PlacedCell;
  readonly from: number;
  readonly to: number;
}

function standing({ cells }: PlacedRow): Standing[] {
  const found: Standing[] = [];
  for (let from = 0; from < cells.length; ) {
    const cell = cells[from];
    const to = from + (cell?.columns ?? 1);
    if (cell !== undefined) found.push({ cell, from, to });
    from = to;
  }
  return found;
}

function underHead(row: SourceRow, head: PlacedRow, own: Scale | undefined, other: Scale | undefined): SourceRow {
  const captions = standing(head);
  const cells = standing(row);
  const places =
    own?.columns === captions.length
      ? cells.map(({ from, to }) => [from, to - 1] as const)
      : (placesByEdges(cells, captions, own, other) ??
        (cells.length === captions.length ? cells.map((_, at) => [at, at] as const) : undefined));
  if (places === undefined) {
    const { inPlace: _inPlace, ruled: _ruled, ...loose } = row;
    return loose;
  }
  const [{ origin } = { origin: { file: "" } }] = row.cells;
  const placed = head.cells.map((): PlacedCell => ({ text: "", origin }));
  for (const [at, { cell }] of cells.entries()) {
    const [first, last] = places[at] ?? [0, 0];
    const from = captions[first]?.from ?? 0;
    const columns = (captions[last]?.to ?? head.cells.length) - from;
    const { columns: _columns, ...bare } = cell;
    placed[from] = columns > 1 ? { ...bare, columns } : bare;
  }
  return { ...row, cells: placed };
}

/** For every cell the first and the last caption above it; `undefined` where a cell stands between captions. */
function placesByEdges(
  cells: readonly Standing[],
  captions: readonly Standing[],
  own: Scale | undefined,
  other: Scale | undefined,
): readonly (readonly [number, number])[] | undefined {
  if (own?.edges === undefined || other?.edges === undefined) return undefined;
  const places: (readonly [number, number])[] = [];
  for (const { from, to } of cells) {
    const [left, right] = [own.edges[from] ?? 0, own.edges[to] ?? 1];
    const covered = captions.flatMap((caption, at) => {
      const [start, end] = [other.edges?.[caption.from] ?? 0, other.edges?.[caption.to] ?? 1];
      const share = Math.max(Math.min(right, end) - Math.max(left, start), 0);
      // Of a wide cell over several captions each counts that is covered for the most part.
      return share > CLEAR * Math.min(right - left, end - start) ? [at] : [];
    });
    const [first] = covered;
    const last = covered.at(-1);
    const before = places.at(-1)?.[1] ?? -1;
    if (first === undefined || last === undefined || first <= before) return undefined;
    places.push([first, last]);
  }
  return places;
}
