/** What was painted → what a reader of the page sees, and the texts that he does not. */
import { joinDots } from "./join-dots.ts";
import { type Box, holds, middleOf } from "./matrix.ts";
import type { Glyph, HiddenReason, HiddenText, PageMarks, Rule } from "./page-marks.ts";
import type { Painted, PaintedGlyph } from "./paint-page.ts";
import { MAX_THICKNESS, type PaintedArea } from "./painted-areas.ts";

/** Backgrounds of one page that are looked at. */
const MAX_BACKGROUNDS = 4000;
/** Height of the strips by which backgrounds are found. */
const STRIP = 40;
/** How much of hidden text is told, and in how many pieces for one page. */
const MAX_TOLD = 200;
const MAX_PIECES = 20;

/** More grains than any page is high. */
const WIDEST = 1 << 20;

/** Characters that every font may give a meaning of its own. */
const PRIVATE = /\p{Co}/u;

/** Fonts of the document whose glyphs have no text. */
export type IsUnreadable = (font: string) => boolean;

export function seePage(
  page: number,
  { width, height }: { readonly width: number; readonly height: number },
  painted: Painted,
  isUnreadable: IsUnreadable,
): PageMarks {
  const backgrounds = new Backgrounds(painted.areas);
  const glyphs: Glyph[] = [];
  const hidden: HiddenGlyph[] = [];
  const twice: Printed = new Map();
  for (const each of painted.glyphs) {
    const { glyph } = each;
    const reason = each.hidden ?? backgrounds.hides(each);
    if (reason !== undefined) hidden.push({ reason, glyph });
    else if (!isPrintedTwice(glyph, twice)) {
      const { text, box, pen, size, direction, vertical, font } = glyph;
      glyphs.push({ text, box, pen, size, direction, vertical, unreadable: isUnreadable(font) || PRIVATE.test(text) });
    }
  }
  const rules = joinDots(painted.areas.flatMap((area) => ruleOf(area, backgrounds)));
  return { page, width, height, glyphs, rules, hidden: tell(hidden), hasPicture: painted.hasPicture };
}

interface HiddenGlyph {
  readonly reason: HiddenReason;
  readonly glyph: PaintedGlyph["glyph"];
}

/** Areas that are more than rules, found by height. */
class Backgrounds {
  readonly #strips = new Map<number, PaintedArea[]>();

  constructor(areas: readonly PaintedArea[]) {
    let left = MAX_BACKGROUNDS;
    for (const area of areas) {
      const [x0, y0, x1, y1] = area.box;
      if (x1 - x0 <= MAX_THICKNESS || y1 - y0 <= MAX_THICKNESS || left === 0) continue;
      left -= 1;
      for (let strip = Math.floor(y0 / STRIP); strip <= Math.floor(y1 / STRIP); strip += 1) {
        const list = this.#strips.get(strip);
        if (list === undefined) this.#strips.set(strip, [area]);
        else list.push(area);
      }
    }
  }

  /** The colour below a point just before `order`; the paper is white. */
  colourAt(x: number, y: number, order: number): string | undefined {
    let colour: string | undefined = "#ffffff";
    for (const area of this.#strips.get(Math.floor(y / STRIP)) ?? [])
      if (area.order < order && holds(area.box, x, y)) colour = area.colour;
    return colour;
  }

  hides({ glyph, order, fill }: PaintedGlyph): HiddenReason | undefined {
    const [x, y] = middleOf(glyph.box);
    const isCovered = (this.#strips.get(Math.floor(y / STRIP)) ?? []).some(
      (area) => area.order > order && area.opaque && area.colour !== undefined && holds(area.box, x, y),
    );
    if (isCovered) return "covered";
    const below = this.colourAt(x, y, order);
    return fill !== undefined && below !== undefined && contrast(fill, below) < 24 ? "background-colour" : undefined;
  }
}

/** The largest difference of red, green and blue. */
function contrast(one: string, other: string): number {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16);
  return Math.max(...[1, 3, 5].map((at) => Math.abs(part(one, at) - part(other, at))));
}

/** Where each text was printed: in the grains of its size, in thousandths of a point, its columns and rows. */
type Printed = Map<string, Map<number, Set<number>>>;

// Bold is often made by printing a text twice, a fraction of a point apart.
function isPrintedTwice({ text, pen: [x, y], box, size }: PaintedGlyph["glyph"], printed: Printed): boolean {
  if (text.trim() === "") return false;
  // Two narrow glyphs side by side, as in '' and ll, are two.
  const grain = Math.round(Math.max(Math.min(size * 0.16, (box[2] - box[0]) * 0.3), 0.3) * 1000);
  const [column, row] = [Math.round((x * 1000) / grain), Math.round((y * 1000) / grain)];
  const sizes = printed.get(text) ?? new Map<number, Set<number>>();
  printed.set(text, sizes);
  // What is counted in other grains stands elsewhere, though its numbers be the same.
  const places = sizes.get(grain) ?? new Set();
  sizes.set(grain, places);
  for (let dx = -1; dx <= 1; dx += 1)
    for (let dy = -1; dy <= 1; dy += 1) if (places.has((column + dx) * WIDEST + row + dy)) return true;
  places.add(column * WIDEST + row);
  return false;
}

function ruleOf({ box, colour, order }: PaintedArea, backgrounds: Backgrounds): Rule[] {
  const [x0, y0, x1, y1] = box;
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.min(width, height) > MAX_THICKNESS) return [];
  const [x, y] = middleOf(box);
  const below = backgrounds.colourAt(x, y, order);
  if (colour !== undefined && below !== undefined && contrast(colour, below) < 12) return [];
  // A dot of a dotted line belongs to a line either way.
  if (width <= MAX_THICKNESS && height <= MAX_THICKNESS)
    return [
      { box, horizontal: true },
      { box, horizontal: false },
    ];
  return [{ box, horizontal: width > height }];
}

function tell(hidden: readonly HiddenGlyph[]): HiddenText[] {
  const told: { reason: HiddenReason; text: string; box: Box }[] = [];
  for (const { reason, glyph } of hidden) {
    const last = told.at(-1);
    if (last?.reason === reason && last.text.length < MAX_TOLD) {
      const [x0, y0, x1, y1] = last.box;
      const box: Box = [
        Math.min(x0, glyph.box[0]),
        Math.min(y0, glyph.box[1]),
        Math.max(x1, glyph.box[2]),
        Math.max(y1, glyph.box[3]),
      ];
      told[told.length - 1] = { ...last, text: last.text + glyph.text, box };
    } else if (told.length < MAX_PIECES && glyph.text.trim() !== "")
      told.push({ reason, text: glyph.text, box: glyph.box });
  }
  return told.map(({ reason, text, box }) => ({ reason, text: text.trim(), box })).filter(({ text }) => text !== "");
}
