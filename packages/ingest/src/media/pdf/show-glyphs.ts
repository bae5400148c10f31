/** One text operator → glyphs with their boxes on the page. */
import { type Box, type Matrix, apply, boxOf, multiply } from "./matrix.ts";
import type { Direction, Glyph } from "./page-marks.ts";
import type { Painter } from "./paint-state.ts";
import { plainCharacters } from "./radicals.ts";

/** A glyph as pdf.js gives it. */
interface FontGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: unknown;
  readonly originalCharCode?: unknown;
}

/** A glyph before it is known whether its font can be read at all. */
export interface ShownGlyph extends Omit<Glyph, "unreadable"> {
  readonly font: string;
  /** The text is the number by which the font knows the glyph, so it may mean nothing. */
  readonly isCode: boolean;
}

const ASCENT = 0.86;
const DESCENT = -0.14;

/** Moves the pen over the glyphs of a `showText` and gives them back, blanks included. */
export function showGlyphs(painter: Painter, args: unknown): ShownGlyph[] {
  const list: unknown = Array.isArray(args) ? (args as readonly unknown[])[0] : undefined;
  const { font } = painter.now;
  if (!Array.isArray(list) || font === undefined) return [];
  const shown: ShownGlyph[] = [];
  for (const entry of list as readonly unknown[]) {
    const { size, hScale, charSpacing, wordSpacing, rise, matrix } = painter.now;
    if (typeof entry === "number") {
      const by = (-entry / 1000) * size;
      painter.advance(font.vertical ? 0 : by * hScale, font.vertical ? by : 0);
      continue;
    }
    if (!isFontGlyph(entry)) continue;
    const spacing = charSpacing + (entry.isSpace ? wordSpacing : 0);
    const width = entry.width * font.unit * size;
    const toPage = multiply(matrix, painter.textMatrix);
    const metric = font.vertical ? verticalMetric(entry, font.unit * size) : undefined;
    const origin: readonly [number, number] = metric === undefined ? [0, rise] : [-metric.x, rise - metric.y];
    const box = boxOf(
      [
        [origin[0], origin[1] + DESCENT * size],
        [origin[0] + width * hScale, origin[1] + DESCENT * size],
        [origin[0] + width * hScale, origin[1] + ASCENT * size],
        [origin[0], origin[1] + ASCENT * size],
      ].map(([x = 0, y = 0]) => apply(toPage, x, y)),
    );
    if (box !== undefined) shown.push(glyphOf(entry, box, toPage, origin, size, font));
    if (metric === undefined) painter.advance((width + spacing) * hScale, 0);
    else painter.advance(0, metric.advance + spacing);
  }
  return shown;
}

function glyphOf(
  { unicode, originalCharCode }: FontGlyph,
  box: Box,
  toPage: Matrix,
  origin: readonly [number, number],
  size: number,
  font: { readonly id: string; readonly vertical: boolean; readonly composite: boolean },
): ShownGlyph {
  return {
    text: plainCharacters(unicode),
    box,
    pen: apply(toPage, origin[0], origin[1]),
    size: Math.abs(size) * Math.hypot(toPage[2], toPage[3]),
    direction: directionOf(toPage, size),
    vertical: font.vertical,
    font: font.id,
    isCode: font.composite && unicode.length === 1 && unicode.charCodeAt(0) === originalCharCode,
  };
}

// Page coordinates grow downward.
function directionOf([a, b]: Matrix, size: number): Direction {
  const [x, y] = size < 0 ? [-a, -b] : [a, b];
  const [along, across] = [Math.abs(x), Math.abs(y)];
  if (across <= along * 0.05) return x >= 0 ? 0 : 180;
  if (along <= across * 0.05) return y >= 0 ? 90 : 270;
  return undefined;
}

function verticalMetric({ vmetric }: FontGlyph, scale: number): { advance: number; x: number; y: number } {
  const [advance, x, y] = Array.isArray(vmetric) ? (vmetric as readonly unknown[]) : [];
  const length = (value: unknown, otherwise: number): number => (typeof value === "number" ? value : otherwise) * scale;
  return { advance: length(advance, -1000), x: length(x, 500), y: length(y, 880) };
}

function isFontGlyph(value: unknown): value is FontGlyph {
  return (
    typeof value === "object" &&
    value !== null &&
    "unicode" in value &&
    typeof value.unicode === "string" &&
    "width" in value &&
    typeof value.width === "number" &&
    Number.isFinite(value.width)
  );
}
