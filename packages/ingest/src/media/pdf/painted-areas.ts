/** A painted path → the areas that it covers: rules where they are thin, backgrounds where they are not. */
import type { DrawnPath, Subpath } from "./drawn-path.ts";
import { type Box, boxOf, intersect } from "./matrix.ts";
import type { PaintState } from "./paint-state.ts";

/** An area of one colour. */
export interface PaintedArea {
  readonly box: Box;
  /** `#rrggbb`; `undefined` for a pattern. */
  readonly colour: string | undefined;
  /** Nothing below it is seen. */
  readonly opaque: boolean;
  /** When it was painted. */
  readonly order: number;
}

/** Thicker is a background, not a rule. */
export const MAX_THICKNESS = 3.2;
/** A stroke that leaves its axis by more is no rule of a table. */
const SLANT = 0.6;

export function areasOfPath(
  path: DrawnPath,
  state: PaintState,
  names: Readonly<Record<string, number>>,
  order: number,
): PaintedArea[] {
  const { painted, subpaths } = path;
  const is = (...some: readonly string[]): boolean => some.some((name) => names[name] === painted);
  const filled = is("fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke");
  const stroked = is("stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke");
  const areas: PaintedArea[] = [];
  const add = (box: Box, colour: string | undefined, alpha: number): void => {
    const seen = state.clip === undefined ? undefined : intersect(box, state.clip);
    if (seen === undefined || alpha < 0.05) return;
    areas.push({ box: seen, colour, opaque: alpha > 0.95 && state.opaqueBlend, order });
  };
  if (filled) for (const box of filledBoxes(subpaths)) add(box, state.fill, state.fillAlpha);
  if (stroked) {
    const [a, b, c, d] = state.matrix;
    const width = Math.max(state.lineWidth * Math.sqrt(Math.abs(a * d - b * c)), 0.1);
    for (const box of subpaths.flatMap((subpath) => strokedBoxes(subpath, width)))
      add(box, state.stroke, state.strokeAlpha);
  }
  return areas;
}

/** A frame is filled as two boxes of which one lies in the other: then its four sides count. */
function filledBoxes(subpaths: readonly Subpath[]): Box[] {
  const boxes = subpaths.map(({ points }) => boxOf(points)).filter((box) => box !== undefined);
  const [one, other] = boxes;
  if (boxes.length === 2 && one !== undefined && other !== undefined) {
    const [outer, inner] = areaOf(one) >= areaOf(other) ? [one, other] : [other, one];
    const sides = frameOf(outer, inner);
    if (sides.length > 0) return sides;
  }
  return boxes;
}

function areaOf([x0, y0, x1, y1]: Box): number {
  return (x1 - x0) * (y1 - y0);
}

function frameOf(outer: Box, inner: Box): Box[] {
  const [left, top] = [inner[0] - outer[0], inner[1] - outer[1]];
  const [right, bottom] = [outer[2] - inner[2], outer[3] - inner[3]];
  const thin = [left, top, right, bottom].every((side) => side >= 0 && side <= MAX_THICKNESS);
  if (!thin || inner[2] - inner[0] <= MAX_THICKNESS || inner[3] - inner[1] <= MAX_THICKNESS) return [];
  const sides: Box[] = [];
  if (left > 0) sides.push([outer[0], outer[1], inner[0], outer[3]]);
  if (right > 0) sides.push([inner[2], outer[1], outer[2], outer[3]]);
  if (top > 0) sides.push([outer[0], outer[1], outer[2], inner[1]]);
  if (bottom > 0) sides.push([outer[0], inner[3], outer[2], outer[3]]);
  return sides;
}

/** The boxes of the strokes that run along the page. A short, thick one is a long, thin area the other way. */
function strokedBoxes({ points, closed, curved }: Subpath, width: number): Box[] {
  if (curved && points.length > 24) return [];
  const ends = closed && points.length > 2 ? [...points, ...points.slice(0, 1)] : points;
  const boxes: Box[] = [];
  for (let at = 0; at + 1 < ends.length; at += 1) {
    const [from, to] = [ends[at], ends[at + 1]];
    if (from === undefined || to === undefined) continue;
    const box = boxOf([from, to]);
    if (box === undefined) continue;
    const [x0, y0, x1, y1] = box;
    const half = width / 2;
    if (y1 - y0 <= SLANT && x1 > x0) boxes.push([x0, y0 - half, x1, y1 + half]);
    else if (x1 - x0 <= SLANT && y1 > y0) boxes.push([x0 - half, y0, x1 + half, y1]);
  }
  return boxes;
}
