/** Where one column ends and the next begins, told by the white between their texts. */
import type { Glyph } from "../../media/pdf/page-marks.ts";

/** A white strip from top to bottom. */
export interface Corridor {
  readonly from: number;
  readonly to: number;
}

const NARROWEST = 0.8;

/** The white strips between `from` and `to` that no glyph enters, from left to right. */
export function corridorsOf(glyphs: readonly Glyph[], from: number, to: number): Corridor[] {
  const spans = glyphs
    .filter(({ text, box }) => text.trim() !== "" && box[2] > from && box[0] < to)
    .map(({ box }) => ({ from: box[0], to: box[2] }))
    .toSorted((a, b) => a.from - b.from);
  const corridors: Corridor[] = [];
  let end = from;
  for (const span of spans) {
    if (span.from - end > NARROWEST) corridors.push({ from: end, to: span.from });
    end = Math.max(end, span.to);
  }
  if (to - end > NARROWEST) corridors.push({ from: end, to });
  return corridors;
}

/** The middles of the strips, the widest first. */
export function bordersBetween(glyphs: readonly Glyph[], from: number, to: number): number[] {
  return corridorsOf(glyphs, from, to)
    .toSorted((a, b) => b.to - b.from - (a.to - a.from))
    .map((corridor) => (corridor.from + corridor.to) / 2);
}

/** The middle of the widest strip; `undefined` where texts stand everywhere. */
export function borderBetween(glyphs: readonly Glyph[], from: number, to: number): number | undefined {
  return bordersBetween(glyphs, from, to)[0];
}
