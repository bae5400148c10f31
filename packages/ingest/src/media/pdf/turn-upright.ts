/** Pages that are shown lying on their side, as tables that are wider than the paper often are → upright. */
import type { Box } from "./matrix.ts";
import type { Direction, Glyph, PageMarks } from "./page-marks.ts";

/** The page turned so that most of its text runs to the right. */
export function turnUpright(marks: PageMarks): PageMarks {
  const turn = mainDirection(marks.glyphs);
  if (turn === 0) return marks;
  const { width, height } = marks;
  const point = (x: number, y: number): readonly [number, number] =>
    turn === 90 ? [y, width - x] : turn === 270 ? [height - y, x] : [width - x, height - y];
  const box = ([x0, y0, x1, y1]: Box): Box => {
    const [[a, b], [c, d]] = [point(x0, y0), point(x1, y1)];
    return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
  };
  const isSide = turn !== 180;
  return {
    page: marks.page,
    width: isSide ? height : width,
    height: isSide ? width : height,
    glyphs: marks.glyphs.map((glyph) => ({
      ...glyph,
      box: box(glyph.box),
      pen: point(...glyph.pen),
      direction: turned(glyph.direction, turn),
    })),
    rules: marks.rules.map((rule) => ({ box: box(rule.box), horizontal: isSide ? !rule.horizontal : rule.horizontal })),
    hidden: marks.hidden.map((text) => ({ ...text, box: box(text.box) })),
    hasPicture: marks.hasPicture,
  };
}

function turned(direction: Direction, turn: number): Direction {
  if (direction === undefined) return undefined;
  const now = (direction - turn + 360) % 360;
  return now === 90 || now === 180 || now === 270 ? now : 0;
}

function mainDirection(glyphs: readonly Glyph[]): 0 | 90 | 180 | 270 {
  const counts = { 0: 0, 90: 0, 180: 0, 270: 0 };
  for (const { direction, vertical } of glyphs) if (direction !== undefined && !vertical) counts[direction] += 1;
  for (const direction of [90, 180, 270] as const)
    if (counts[direction] > (counts[0] + counts[90] + counts[180] + counts[270]) * 0.6) return direction;
  return 0;
}
