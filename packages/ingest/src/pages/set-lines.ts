/** Glyphs → lines of text as they are read: by their places, never by their order in the file. */
import { joinWrapped } from "../lines/join-wrapped.ts";
import type { Box } from "../media/pdf/matrix.ts";
import type { Glyph } from "../media/pdf/page-marks.ts";

/** One line of text. */
export interface SetLine {
  readonly text: string;
  readonly box: Box;
  readonly glyphs: readonly Glyph[];
  /** A text in it belongs to a font that gives none. */
  readonly unreadable: boolean;
}

/** The lines of some glyphs, from top to bottom; text that is turned is read as it is turned. */
export function setLines(glyphs: readonly Glyph[]): SetLine[] {
  const turned = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.direction === undefined) continue;
    // Vertical fonts write downward in columns from right to left: lines that are turned by a quarter.
    const turn = glyph.vertical ? (glyph.direction + 90) % 360 : glyph.direction;
    const list = turned.get(turn);
    if (list === undefined) turned.set(turn, [glyph]);
    else list.push(glyph);
  }
  return [...turned].flatMap(([turn, some]) => linesOf(some, turn));
}

/** The text of a cell: its lines put together. */
export function textOfLines(lines: readonly SetLine[]): string {
  return joinWrapped(lines.map(({ text }) => text));
}

/** A glyph on its line: `along` is where it begins, `across` the middle of its height. */
interface Placed {
  readonly glyph: Glyph;
  readonly along: number;
  readonly end: number;
  readonly across: number;
}

function linesOf(glyphs: readonly Glyph[], turn: number): SetLine[] {
  const placed = glyphs
    .filter(({ text }) => text !== "")
    .map((glyph) => place(glyph, turn))
    .toSorted((a, b) => a.across - b.across);
  const lines: Placed[][] = [];
  let middle = 0;
  for (const each of placed) {
    const line = lines.at(-1);
    if (line !== undefined && each.across - middle <= each.glyph.size * 0.45) {
      line.push(each);
      middle += (each.across - middle) / line.length;
    } else {
      lines.push([each]);
      middle = each.across;
    }
  }
  return lines.flatMap((line) => lineOf(line) ?? []);
}

function place(glyph: Glyph, turn: number): Placed {
  const [x0, y0, x1, y1] = glyph.box;
  if (turn === 90) return { glyph, along: y0, end: y1, across: -(x0 + x1) / 2 };
  if (turn === 270) return { glyph, along: -y1, end: -y0, across: (x0 + x1) / 2 };
  if (turn === 180) return { glyph, along: -x1, end: -x0, across: -(y0 + y1) / 2 };
  return { glyph, along: x0, end: x1, across: (y0 + y1) / 2 };
}

function lineOf(line: readonly Placed[]): SetLine | undefined {
  const ordered = line.toSorted((a, b) => a.along - b.along);
  const inked = ordered.filter(({ glyph }) => glyph.text.trim() !== "");
  const [first] = inked;
  if (first === undefined) return undefined;
  let text = "";
  let last: Placed | undefined;
  let box = first.glyph.box;
  for (const each of ordered) {
    const blank = each.glyph.text.trim() === "";
    if (last === undefined && blank) continue;
    if (blank) {
      // A blank that other glyphs stand on is left from the setting.
      if (!/\s$/u.test(text) && each.end - each.along > 0) text += " ";
      continue;
    }
    if (last !== undefined && !/\s$/u.test(text) && isGap(last, each)) text += " ";
    text += each.glyph.text;
    last = each;
    const [x0, y0, x1, y1] = each.glyph.box;
    box = [Math.min(box[0], x0), Math.min(box[1], y0), Math.max(box[2], x1), Math.max(box[3], y1)];
  }
  return {
    text: text.trim(),
    box,
    glyphs: ordered.map(({ glyph }) => glyph),
    unreadable: inked.some(({ glyph }) => glyph.unreadable),
  };
}

/** Chinese is spaced to fill a line; between Latin words a smaller gap is a blank. */
function isGap(before: Placed, after: Placed): boolean {
  const gap = (after.along - before.end) / Math.min(before.glyph.size, after.glyph.size);
  const latin = /[\x21-\x7E]$/u.test(before.glyph.text) && /^[\x21-\x7E]/u.test(after.glyph.text);
  return gap > (latin ? 0.17 : 0.7);
}
