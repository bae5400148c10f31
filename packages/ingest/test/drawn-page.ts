/** A page as it is drawn with box characters → its rules and glyphs, so that a test shows what the reader sees. */
import type { Box } from "../src/media/pdf/matrix.ts";
import type { Glyph, PageMarks, Rule } from "../src/media/pdf/page-marks.ts";

const [WIDE, HIGH] = [6, 14];
const SIZE = 12;
const LEFT = "─┤┬┴┼┐┘";
const RIGHT = "─├┬┴┼┌└";
const UP = "│├┤┴┼└┘";
const DOWN = "│├┤┬┼┌┐";

/**
 * Han characters are two columns wide. A text in a row of rules is printed over the rule, a little more of it below.
 *
 *     ┌──────┬────┐
 *     │ 标签 │ 值 │
 *     └──────┴────┘
 */
export function drawnPage(drawing: string, page = 1): PageMarks {
  const [rules, glyphs]: [Rule[], Glyph[]] = [[], []];
  const lines = drawing.split("\n").filter((line) => line.trim() !== "");
  for (const [at, line] of lines.entries()) {
    const y = (at + 0.5) * HIGH;
    const isOnRule = /[┌├└]|─/u.test(line);
    let x = 0;
    for (const char of line) {
      const width = char >= "\u2E80" ? WIDE * 2 : WIDE;
      const middle = x + width / 2;
      const rule = (box: Box, horizontal: boolean): number => rules.push({ box, horizontal });
      if (LEFT.includes(char)) rule([x, y - 0.25, middle, y + 0.25], true);
      if (RIGHT.includes(char)) rule([middle, y - 0.25, x + width, y + 0.25], true);
      if (UP.includes(char)) rule([middle - 0.25, y - HIGH / 2, middle + 0.25, y], false);
      if (DOWN.includes(char)) rule([middle - 0.25, y, middle + 0.25, y + HIGH / 2], false);
      if (!(LEFT + RIGHT + UP + DOWN).includes(char) && char !== " ") {
        const top = y - SIZE / 2 + (isOnRule ? 1 : 0);
        const box: Box = [x, top, x + width, top + SIZE];
        const pen = [x, top + SIZE] as const;
        glyphs.push({ text: char, box, pen, size: SIZE, direction: 0, vertical: false, unreadable: false });
      }
      x += width;
    }
  }
  return { page, width: 595, height: 842, glyphs, rules, hidden: [], hasPicture: false };
}

/** The texts of a row; `^` before that of the merged cell that covers a place. */
export function shownCells(
  cells: readonly { readonly text: string; readonly above?: { readonly text: string } }[],
): string {
  return cells.map(({ text, above }) => (above === undefined ? text : `^${above.text}`)).join("│");
}
