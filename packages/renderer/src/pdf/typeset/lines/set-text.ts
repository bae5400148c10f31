/** The text of a paragraph, character by character, before it is broken into lines. */
import type { PageNode } from "../../../page/page-tree.ts";
import type { Face } from "../faces/face.ts";
import { breakPlaces } from "./line-breaks.ts";
import type { Look } from "../look.ts";
import type { TextStyle } from "./text-style.ts";
import { LINE_FEED, SPACE, ZERO_WIDTH_SPACE } from "../code-points.ts";

/** A character in the face that draws it. */
export interface Letter {
  readonly code: number;
  readonly face: Face;
  /** Thousandths of an em. */
  readonly advance: number;
  /** False for what only steers where lines end. */
  readonly isDrawn: boolean;
}

/** Points from a character to the next. */
export function strideOf({ advance }: Letter, { size, spacing }: TextStyle): number {
  return (advance * size) / 1000 + spacing;
}

/** The faces of a printer, character by character. */
export interface LetterCase {
  letterOf(style: TextStyle, code: number): Letter;
  /** The face of the style itself, which says how high its lines stand. */
  faceOf(style: TextStyle): Face;
}

/** May a line end before a character: no, yes, or it must. */
const MAY = 1;
export const MUST = 2;

/** All arrays are of one length, with an entry for each character. */
export interface SetText {
  readonly letters: readonly Letter[];
  readonly styles: readonly TextStyle[];
  /** Names of the places that links lead to; `""` outside of links. */
  readonly targets: readonly string[];
  readonly breaks: Uint8Array;
}

/**
 * Inline content as a browser would run it together: white space joined, none at the ends of lines. Behind it stands `sign`,
 * on one line.
 */
export function setText(content: readonly PageNode[], look: Look, letterCase: LetterCase, sign = ""): SetText {
  const gathered: Gathered = { codes: [], styles: [], targets: [], before: SPACE };
  gather(content, look, "", gathered);
  trimEnd(gathered);
  if (sign !== "" && gathered.codes.length > 0) push(gathered, ZERO_WIDTH_SPACE, look.style, "");
  gatherText(sign, look.unbroken, "", gathered);
  const { codes, styles, targets } = gathered;
  const breaks = breakPlaces(codes);
  for (let at = 1; at < codes.length; at += 1) {
    if (codes[at - 1] === LINE_FEED) breaks[at] = MUST;
    else if (breaks[at] === MAY && styles[at]?.noWrap === true && styles[at - 1]?.noWrap === true) breaks[at] = 0;
  }
  const letters = codes.map((code, at) => letterCase.letterOf(styles[at] ?? look.style, code));
  return { letters, styles, targets, breaks };
}

interface Gathered {
  readonly codes: number[];
  readonly styles: TextStyle[];
  readonly targets: string[];
  /** The character before; a space at the beginning of a line. */
  before: number;
}

function gather(content: readonly PageNode[], look: Look, target: string, to: Gathered): void {
  for (const node of content) {
    if (typeof node === "string") gatherText(node, look.style, target, to);
    else if (node.tag === "br") {
      trimEnd(to);
      push(to, LINE_FEED, look.style, target);
      to.before = SPACE;
    } else if (node.tag === "wbr") push(to, ZERO_WIDTH_SPACE, look.style, target);
    else gather(node.children, look.inside(node), node.target === "" ? target : node.target, to);
  }
}

function gatherText(text: string, style: TextStyle, target: string, to: Gathered): void {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    const isSpace = code === SPACE || (code >= 0x09 && code <= 0x0d);
    if (isSpace && to.before === SPACE) continue;
    to.before = isSpace ? SPACE : code;
    push(to, to.before, style, target);
  }
}

function push(to: Gathered, code: number, style: TextStyle, target: string): void {
  to.codes.push(code);
  to.styles.push(style);
  to.targets.push(target);
}

function trimEnd({ codes, styles, targets }: Gathered): void {
  while (codes.at(-1) === SPACE) {
    codes.pop();
    styles.pop();
    targets.pop();
  }
}
