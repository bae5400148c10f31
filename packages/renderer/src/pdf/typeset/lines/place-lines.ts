/** Lines → characters at their places: aligned, spread, each with the face that draws it. */
import type { LaidLine } from "./lay-lines.ts";
import type { PlacedPage, PlacedText } from "../placed.ts";
import type { Letter, LetterCase } from "./set-text.ts";
import type { TextStyle } from "./text-style.ts";
import { TagNode } from "../tag-node.ts";

export interface LinesPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** `undefined` for what is no part of the text. */
  readonly tag: TagNode | undefined;
  readonly letterCase: LetterCase;
}

/** Several blocks in a cell have a tag each. */
export function placeLines(page: PlacedPage, lines: readonly LaidLine[], place: LinesPlace): void {
  let y = place.y;
  const isMany = (lines.at(-1)?.block ?? 0) > 0;
  let [block, tag] = [-1, place.tag];
  for (const [at, line] of lines.entries()) {
    if (at > 0) y += line.gap;
    if (isMany && line.block !== block && place.tag !== undefined) {
      block = line.block;
      tag = new TagNode("P", place.tag);
    }
    placeLine(page, line, { ...place, y, tag });
    y += line.height;
  }
}

function placeLine(page: PlacedPage, { text, look, line, height }: LaidLine, place: LinesPlace): void {
  const { ascent, descent } = place.letterCase.faceOf(look.style);
  const { size, align } = look.text;
  const baseline = place.y + (height - ((ascent - descent) * size) / 1000) / 2 + (ascent * size) / 1000;
  const free = Math.max(0, place.width - line.indent - line.width);
  const isSpread = align === "justify" && !line.isLast;
  const spread = isSpread ? spreadOf(text.letters, line.from, line.to, free) : 0;
  let x = place.x + line.indent + (align === "center" ? free / 2 : align === "right" ? free : 0);
  let run: Run | undefined;
  for (let at = line.from; at < line.to; at += 1) {
    const letter = text.letters[at];
    const style = text.styles[at];
    const target = text.targets[at] ?? "";
    if (letter?.isDrawn !== true || style === undefined) continue;
    const isGap = spread > 0 && at > line.from && parts(text.letters[at - 1], letter);
    if (isGap) x += spread;
    if (run === undefined || !continues(run, letter, style, target, isGap)) {
      close(page, run, place);
      run = { x, style, target, letters: [], spread: undefined, baseline };
    }
    if (run.letters.length > 0) run.spread ??= isGap ? spread : 0;
    run.letters.push(letter);
    x += (letter.advance * style.size) / 1000 + style.spacing;
  }
  close(page, run, place);
}

interface Run {
  readonly x: number;
  readonly baseline: number;
  readonly style: TextStyle;
  readonly target: string;
  readonly letters: Letter[];
  /** Known from the second letter on. */
  spread: number | undefined;
}

function continues(run: Run, letter: Letter, style: TextStyle, target: string, isGap: boolean): boolean {
  if (run.style !== style || run.target !== target || run.letters[0]?.face !== letter.face) return false;
  return run.spread === undefined || run.spread > 0 === isGap;
}

function close(page: PlacedPage, run: Run | undefined, { tag, letterCase }: LinesPlace): void {
  if (run === undefined) return;
  const { x, baseline, style, letters, target } = run;
  const spread = run.spread ?? 0;
  const own = target === "" || tag === undefined ? tag : linkIn(tag);
  const placed: PlacedText = { x, baseline, style, letters, spread, tag: own };
  page.texts.push(placed);
  if (own === undefined || own === tag) return;
  const { ascent, descent } = letterCase.faceOf(style);
  const width = letters.reduce((sum, { advance }) => sum + (advance * style.size) / 1000 + style.spacing, 0);
  page.links.push({
    target,
    tag: own,
    x,
    y: baseline - (ascent * style.size) / 1000,
    width: width + spread * (letters.length - 1),
    height: ((ascent - descent) * style.size) / 1000,
  });
}

/** Each piece of a link is a link of its own: a note on the page has one rectangle. */
function linkIn(tag: TagNode): TagNode {
  return new TagNode("Link", tag);
}

/** Points for each gap of a line. */
function spreadOf(letters: readonly Letter[], from: number, to: number, free: number): number {
  let gaps = 0;
  for (let at = from + 1; at < to; at += 1) if (parts(letters[at - 1], letters[at])) gaps += 1;
  return gaps === 0 ? 0 : free / gaps;
}

const SPACE = 0x20;
/** Ideographs and their signs begin here. */
const WIDE = 0x2e80;

/** Lines are spread between ideographs, and at spaces; words stay whole. */
function parts(before: Letter | undefined, after: Letter | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return before.code >= WIDE || after.code >= WIDE || before.code === SPACE;
}
