/** Pieces of lines → the lines of tables: dashes joined, double lines taken for one. */
import type { Rule } from "../media/pdf/page-marks.ts";

/** A straight line: where it stands on its axis, and the stretches of it that are drawn, in order and apart. */
export interface Line {
  readonly at: number;
  readonly stretches: readonly Stretch[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Lines that are closer together are one; no row of text is as low. */
export const SAME_LINE = 3;
/** The longest gap between two dashes. */
const DASH_GAP = 4.5;
/** A line that is shorter belongs to no cell. */
const SHORTEST = 5;

/** The lines of one direction, by their place. */
export function mergeRules(rules: readonly Rule[], horizontal: boolean): Line[] {
  const pieces = rules
    .filter((rule) => rule.horizontal === horizontal)
    .map(({ box: [x0, y0, x1, y1] }) =>
      horizontal ? { at: (y0 + y1) / 2, from: x0, to: x1 } : { at: (x0 + x1) / 2, from: y0, to: y1 },
    )
    .toSorted((a, b) => a.at - b.at);
  const lines: Line[] = [];
  for (let start = 0; start < pieces.length; ) {
    const first = pieces[start]?.at ?? 0;
    let end = start;
    while (end < pieces.length && (pieces[end]?.at ?? Infinity) - first <= SAME_LINE) end += 1;
    const cluster = pieces.slice(start, end);
    const stretches = join(cluster);
    if (stretches.length > 0) lines.push({ at: placeOf(cluster), stretches });
    start = end;
  }
  return lines;
}

/** The middle by length, so that a dot does not move a line. */
function placeOf(pieces: readonly { readonly at: number; readonly from: number; readonly to: number }[]): number {
  let [sum, weight] = [0, 0];
  for (const { at, from, to } of pieces) {
    const length = Math.max(to - from, 0.01);
    sum += at * length;
    weight += length;
  }
  return sum / weight;
}

function join(pieces: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { from, to } of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && from - last.to <= DASH_GAP)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined.filter(({ from, to }) => to - from >= SHORTEST);
}

/** How much of the stretch from `from` to `to` is drawn, as a share. */
export function drawnShare({ stretches }: Line, from: number, to: number): number {
  let drawn = 0;
  for (const stretch of stretches) drawn += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
  return to > from ? drawn / (to - from) : 0;
}
