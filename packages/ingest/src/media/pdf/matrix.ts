/** Affine maps of the plane, and boxes in it. Lengths of a page, not figures of a form. */

/** a b c d e f as PDF writes them: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** x0, y0, x1, y1 with x0 ≤ x1 and y0 ≤ y1. */
export type Box = readonly [number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The smallest box that holds these points; `undefined` without a point, or with one that is no number. */
export function boxOf(points: readonly (readonly [number, number])[]): Box | undefined {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return Number.isFinite(x0 + y0 + x1 + y1) ? [x0, y0, x1, y1] : undefined;
}

/** A box as a map shows it. */
export function mapBox(matrix: Matrix, [x0, y0, x1, y1]: Box): Box | undefined {
  return boxOf([apply(matrix, x0, y0), apply(matrix, x1, y0), apply(matrix, x1, y1), apply(matrix, x0, y1)]);
}

/** What two boxes share; `undefined` where they do not meet. */
export function intersect(one: Box, other: Box): Box | undefined {
  const [x0, y0] = [Math.max(one[0], other[0]), Math.max(one[1], other[1])];
  const [x1, y1] = [Math.min(one[2], other[2]), Math.min(one[3], other[3])];
  return x0 <= x1 && y0 <= y1 ? [x0, y0, x1, y1] : undefined;
}

/** Whether a point lies in a box, its edges included. */
export function holds([x0, y0, x1, y1]: Box, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

export function middleOf([x0, y0, x1, y1]: Box): readonly [number, number] {
  return [(x0 + x1) / 2, (y0 + y1) / 2];
}
