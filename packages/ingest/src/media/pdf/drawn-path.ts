/**
 * The one place that knows how pdf.js 6 writes a path: `constructPath` with [painting operator, [coordinates], bounds],
 * where the coordinates are a flat array of an opcode and its points. The shape changed in 4.6 and in 5; the test beside
 * this file draws known paths and fails when it changes again.
 */
import type { Matrix } from "./matrix.ts";
import { apply } from "./matrix.ts";

/** One stroke of the pen, in page coordinates. */
export interface Subpath {
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
  /** A curve is part of it; its points are the ends and handles of the curve. */
  readonly curved: boolean;
}

/** A path and the number of the operator that paints it. */
export interface DrawnPath {
  readonly painted: number;
  readonly subpaths: readonly Subpath[];
}

/** How many numbers follow an opcode: move, line, curve, quadratic curve, close. */
const POINTS = [2, 2, 6, 4, 0] as const;
const [MOVE, LINE, CLOSE] = [0, 1, 4];
/** Points of one path that are looked at; a picture drawn with lines has more and holds no table. */
const MAX_NUMBERS = 60_000;

/** Decodes the arguments of a `constructPath`; without subpaths where they have another shape. */
export function readDrawnPath(args: unknown, matrix: Matrix): DrawnPath | undefined {
  if (!Array.isArray(args)) return undefined;
  const [painted, holder] = args as readonly unknown[];
  if (typeof painted !== "number") return undefined;
  const numbers: unknown = Array.isArray(holder) ? (holder as readonly unknown[])[0] : undefined;
  if (!(numbers instanceof Float32Array) || numbers.length > MAX_NUMBERS) return { painted, subpaths: [] };
  return { painted, subpaths: subpathsOf(numbers, matrix) };
}

function subpathsOf(numbers: Float32Array, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let points: (readonly [number, number])[] = [];
  let curved = false;
  const finish = (closed: boolean): void => {
    if (points.length > 1) subpaths.push({ points, closed, curved });
    points = [];
    curved = false;
  };
  for (let at = 0; at < numbers.length; ) {
    const opcode = numbers[at] ?? -1;
    const count = POINTS[opcode as 0 | 1 | 2 | 3 | 4];
    if (count === undefined) return [];
    const start = points[0];
    if (opcode === MOVE) finish(false);
    for (let pair = at + 1; pair < at + 1 + count; pair += 2)
      points.push(apply(matrix, numbers[pair] ?? NaN, numbers[pair + 1] ?? NaN));
    if (opcode !== MOVE && opcode !== LINE && opcode !== CLOSE) curved = true;
    if (opcode === CLOSE) {
      finish(true);
      // After closing, the pen stands where the subpath began.
      if (start !== undefined) points.push(start);
    }
    at += 1 + count;
  }
  finish(false);
  return subpaths;
}
