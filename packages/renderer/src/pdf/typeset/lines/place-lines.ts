/** Lines → characters at their places: aligned, spread, each with the face that draws it. */
import type { LaidLine } from "./lay-lines.ts";
import type { PlacedLink, PlacedPage, PlacedText } from "../placed.ts";
import type { Line } from "./fill-lines.ts";
import { type Letter, type LetterCase, type SetText, strideOf } from "./set-text.ts";
import type { TextStyle } from "./text-style.ts";
import { TagNode } from "../tag-node.ts";
import { NO_BREAK_SPACE, SPACE } from "../code-points.ts";

export interface LinesPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly tag: TagNode;
  readonly letterCase: LetterCase;
}

/** Several blocks in a cell have a tag each. */
export function placeLines(page: PlacedPage, lines: readonly LaidLine[], place: LinesPlace): void {
  let y = place.y;
  const isMany = (lines.at(-1)?.block ?? 0) > 0;
  let [block, tag] = [-1, place.tag];
  for (const [at, line] of lines.entries()) {
    if (at > 0) y += line.gap;
    if (isMany && line.block !== block) {
      block = line.block;
      tag = new TagNode("P", place.tag);
    }
    placeLine(page, line, { ...place, y, tag });
    y += line.height;
  }
}

function placeLine(page: PlacedPage, { text, look, line, height, size }: LaidLine, place: LinesPlace): void {
  const { ascent, descent } = place.letterCase.faceOf(look.style);
  const baseline = place.y + (height - ((ascent - descent) * size) / 1000) / 2 + (ascent * size) / 1000;
  const letters = drawnIn(text, line);
  const free = Math.max(0, place.width - line.indent - line.width);
  const { align } = look.text;
  const spread = align === "justify" && !line.isLast ? spreadOf(letters, free) : 0;
  let x = place.x + line.indent + (align === "center" ? free / 2 : align === "right" ? free : 0);
  let run: Run | undefined;
  let link: Link | undefined;
  for (const [at, each] of letters.entries()) {
    const { letter, style, target } = each;
    const isGap = spread > 0 && parts(letters[at - 1]?.letter, letter);
    if (isGap) x += spread;
    if (target !== (link?.target ?? "")) {
      closeLink(page, link, x);
      link = target === "" ? undefined : linkAt(target, place.tag, each, x, baseline, place);
    }
    if (run === undefined || run.target !== target || !continues(run, letter, style, isGap)) {
      close(page, run);
      run = { x, baseline, style, target, letters: [], spread: undefined, tag: link?.tag ?? place.tag };
    }
    if (link !== undefined) link.text += String.fromCodePoint(letter.code);
    if (run.letters.length > 0) run.spread ??= isGap ? spread : 0;
    run.letters.push(letter);
    x += strideOf(letter, style);
  }
  close(page, run);
  closeLink(page, link, x);
}

interface DrawnLetter {
  readonly letter: Letter;
  readonly style: TextStyle;
  readonly target: string;
}

/** Without what only steers where lines end. */
function drawnIn({ letters, styles, targets }: SetText, { from, to }: Line): DrawnLetter[] {
  const drawn: DrawnLetter[] = [];
  for (let at = from; at < to; at += 1) {
    const letter = letters[at];
    const style = styles[at];
    if (letter?.isDrawn === true && style !== undefined) drawn.push({ letter, style, target: targets[at] ?? "" });
  }
  return drawn;
}

interface Run extends Pick<PlacedText, "x" | "baseline" | "style" | "tag"> {
  readonly target: string;
  readonly letters: Letter[];
  /** Known from the second letter on. */
  spread: number | undefined;
}

function continues(run: Run, letter: Letter, style: TextStyle, isGap: boolean): boolean {
  if (run.style !== style || run.letters[0]?.face !== letter.face) return false;
  return run.spread === undefined || run.spread > 0 === isGap;
}

function close(page: PlacedPage, run: Run | undefined): void {
  if (run === undefined) return;
  const { x, baseline, style, letters, spread = 0, tag } = run;
  page.texts.push({ x, baseline, style, letters, spread, tag });
}

/** What of a link stands on one line: a note on the page has one rectangle. */
interface Link extends Omit<PlacedLink, "width" | "text"> {
  text: string;
}

function linkAt(
  target: string,
  tag: TagNode,
  { style }: DrawnLetter,
  x: number,
  baseline: number,
  { letterCase }: LinesPlace,
): Link {
  const { ascent, descent } = letterCase.faceOf(style);
  const [y, height] = [baseline - (ascent * style.size) / 1000, ((ascent - descent) * style.size) / 1000];
  return { target, text: "", tag: new TagNode("Link", tag, false), x, y, height };
}

function closeLink(page: PlacedPage, link: Link | undefined, right: number): void {
  if (link !== undefined) page.links.push({ ...link, width: right - link.x });
}

/** Points for each gap of a line. */
function spreadOf(letters: readonly DrawnLetter[], free: number): number {
  let gaps = 0;
  for (let at = 1; at < letters.length; at += 1) if (parts(letters[at - 1]?.letter, letters[at]?.letter)) gaps += 1;
  return gaps === 0 ? 0 : free / gaps;
}

/** Ideographs and their signs begin here. */
const WIDE = 0x2e80;

/** Lines are spread between ideographs, and at spaces; words stay whole. */
function parts(before: Letter | undefined, after: Letter | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return before.code >= WIDE || after.code >= WIDE || before.code === SPACE || before.code === NO_BREAK_SPACE;
}
