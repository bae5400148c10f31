/** The lines of a column → the rows of a table without rules. */
import type { SetLine } from "../set-lines.ts";

/** How the texts of a row stand in it. */
export type Alignment = "middle" | "top" | "bottom";

/** What is known of the rows of one page. */
export interface RowPlaces {
  /** The middle of the line of figures of every row. */
  readonly anchors: readonly number[];
  /** The distance of two lines of one cell. */
  readonly pitch: number;
  readonly alignment: Alignment;
  /** The page before or behind has rows too, so a row may be cut. */
  readonly cutAbove: boolean;
  readonly cutBelow: boolean;
  /** What a cell without text costs. */
  readonly blank: number;
}

/** The lines of each row; of the row above the page and of the row below it. */
export interface Shares {
  readonly before: readonly SetLine[];
  readonly rows: readonly (readonly SetLine[])[];
  readonly after: readonly SetLine[];
  readonly cost: number;
  /** How far the worst row stands from its figures, in lines. */
  readonly worst: number;
}

const MAX_LINES = 400;
const MAX_CELL_LINES = 60;
const CUT_LINE = 0.25;

/** The cheapest way to share lines out to rows in their order; `undefined` when there are too many. */
export function shareLines(lines: readonly SetLine[], places: RowPlaces): Shares | undefined {
  const { anchors, cutAbove, cutBelow } = places;
  if (lines.length > MAX_LINES || anchors.length > MAX_LINES) return undefined;
  // Row 0 is the one above the page, the last one is the one below it.
  const count = anchors.length + 2;
  const best: number[][] = Array.from({ length: count + 1 }, () => Array<number>(lines.length + 1).fill(Infinity));
  const chosen: number[][] = Array.from({ length: count + 1 }, () => Array<number>(lines.length + 1).fill(0));
  const first = best[0];
  if (first !== undefined) first[0] = 0;
  for (let row = 0; row < count; row += 1) {
    const isCut = row === 0 || row === count - 1;
    const open = row === 0 ? cutAbove : cutBelow;
    for (let from = 0; from <= lines.length; from += 1) {
      const so = best[row]?.[from] ?? Infinity;
      if (so === Infinity) continue;
      for (let to = from; to <= Math.min(lines.length, from + MAX_CELL_LINES); to += 1) {
        if (isCut && to > from && !open) break;
        const own = isCut ? cutCost(lines, from, to, places) : rowCost(lines, from, to, row - 1, places);
        const next = best[row + 1];
        if (next !== undefined && so + own < (next[to] ?? Infinity)) {
          next[to] = so + own;
          (chosen[row + 1] ?? [])[to] = from;
        }
      }
    }
  }
  const cost = best[count]?.[lines.length] ?? Infinity;
  if (cost === Infinity) return undefined;
  const shares: (readonly SetLine[])[] = [];
  let worst = 0;
  for (let row = count - 1, to = lines.length; row >= 0; row -= 1) {
    const from = chosen[row + 1]?.[to] ?? 0;
    shares.unshift(lines.slice(from, to));
    if (row > 0 && row < count - 1 && to > from && !(row === count - 2 && cutBelow))
      worst = Math.max(worst, misfit(lines, from, to, row - 1, places));
    to = from;
  }
  return { before: shares[0] ?? [], rows: shares.slice(1, -1), after: shares.at(-1) ?? [], cost, worst };
}

function middleOf(line: SetLine | undefined): number {
  return line === undefined ? 0 : (line.box[1] + line.box[3]) / 2;
}

function misfit(lines: readonly SetLine[], from: number, to: number, row: number, places: RowPlaces): number {
  const [top, bottom] = [middleOf(lines[from]), middleOf(lines[to - 1])];
  const place = places.alignment === "middle" ? (top + bottom) / 2 : places.alignment === "top" ? top : bottom;
  return Math.abs(place - (places.anchors[row] ?? 0)) / places.pitch;
}

function rowCost(lines: readonly SetLine[], from: number, to: number, row: number, places: RowPlaces): number {
  if (from === to) return places.blank;
  const share = places.cutBelow && row === places.anchors.length - 1 ? 0.35 : 1;
  return misfit(lines, from, to, row, places) * share + gapCost(lines, from, to, places.pitch);
}

function cutCost(lines: readonly SetLine[], from: number, to: number, { pitch }: RowPlaces): number {
  return (to - from) * CUT_LINE + gapCost(lines, from, to, pitch);
}

// The lines of one cell follow each other.
function gapCost(lines: readonly SetLine[], from: number, to: number, pitch: number): number {
  let cost = 0;
  for (let at = from + 1; at < to; at += 1)
    if (middleOf(lines[at]) - middleOf(lines[at - 1]) > pitch * 1.45) cost += 1.5;
  return cost;
}
