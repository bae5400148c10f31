/** A stretch of the pages between two heights, and the columns in it. */
import type { Box } from "../../media/pdf/matrix.ts";
import type { Glyph } from "../../media/pdf/page-marks.ts";
import type { PlacedCell } from "../../media/placed-text.ts";
import { NO_TEXT, originOf } from "../page-row.ts";
import { type SetLine, setLines, textOfLines } from "../set-lines.ts";
import type { Caption, PageLine } from "./find-captions.ts";

/** A height on a page, comparable over pages. */
export interface Height {
  readonly page: number;
  readonly y: number;
}

export const topOf = (row: readonly Caption[]): Height => ({
  page: row[0]?.page ?? 0,
  y: Math.min(...row.map(({ box }) => box[1])),
});
export const bottomOf = (row: readonly Caption[]): Height => ({
  page: row[0]?.page ?? 0,
  y: Math.max(...row.map(({ box }) => box[3])),
});
export const isBefore = (one: Height, other: Height): boolean =>
  one.page < other.page || (one.page === other.page && one.y < other.y);

/** The glyphs between two heights, by page. */
export function glyphsBetween(
  lines: readonly PageLine[],
  from: Height,
  to: Height,
): ReadonlyMap<number, readonly Glyph[]> {
  const found = new Map<number, Glyph[]>();
  for (const { page, line } of lines) {
    for (const glyph of line.glyphs) {
      const at = { page, y: (glyph.box[1] + glyph.box[3]) / 2 };
      if (isBefore(at, from) || !isBefore(at, to)) continue;
      const list = found.get(page);
      if (list === undefined) found.set(page, [glyph]);
      else list.push(glyph);
    }
  }
  return found;
}

/** The lines of a column: glyphs whose middle stands between its borders. */
export function linesWithin(glyphs: readonly Glyph[], from: number, to: number): SetLine[] {
  return setLines(
    glyphs.filter(({ box }) => {
      const middle = (box[0] + box[2]) / 2;
      return middle > from && middle < to;
    }),
  );
}

export function middleOf(box: Box): number {
  return (box[1] + box[3]) / 2;
}

/** A cell made of lines; without lines it is blank, and stands where the row does. */
export function cellOfLines(lines: readonly SetLine[], file: string, otherwise: Caption): PlacedCell {
  const [first, ...others] = lines.map(({ box }) => box);
  const origin = originOf(
    file,
    otherwise.page,
    first === undefined
      ? otherwise.box
      : others.reduce(
          (one, [x0, y0, x1, y1]): Box => [
            Math.min(one[0], x0),
            Math.min(one[1], y0),
            Math.max(one[2], x1),
            Math.max(one[3], y1),
          ],
          first,
        ),
  );
  const text = textOfLines(lines);
  return {
    text,
    origin,
    ...(lines.some(({ unreadable }) => unreadable) ? { doubt: { reason: NO_TEXT, candidates: [text] } } : {}),
  };
}

/** Why a cell that was found by its place alone is not certain. */
export const BY_PLACE = "这张表没有框线，这一格按位置归到这一行，也可能属于相邻的行";
const IN_PARTS = "这一格没有框线，由几行文字拼成，数字可能拼错";

/** A figure that stands on several lines may be two figures, or one and a part of its neighbour: it is told. */
export function inParts(cell: PlacedCell, lines: readonly SetLine[]): PlacedCell {
  if (lines.length < 2 || cell.doubt !== undefined) return cell;
  const candidates = [...new Set([cell.text, ...lines.map(({ text }) => text)])];
  return { ...cell, doubt: { reason: IN_PARTS, candidates } };
}
