/** Blocks of text → lines with their heights. */
import type { PageNode } from "../../../page/page-tree.ts";
import { type Line, fillLines } from "./fill-lines.ts";
import type { Look } from "../look.ts";
import { type LetterCase, type SetText, setText } from "./set-text.ts";

export interface LaidLine {
  readonly text: SetText;
  readonly look: Look;
  readonly line: Line;
  /** Points. */
  readonly height: number;
  /** Points: of the largest letters. */
  readonly size: number;
  /** Points that are left free above, but not at the beginning of a page. */
  readonly gap: number;
  /** The block that the line belongs to, counted from 0 within its cell. */
  readonly block: number;
}

/** One block, with `sign` behind its text. */
export function layText(
  content: readonly PageNode[],
  look: Look,
  width: number,
  letterCase: LetterCase,
  sign = "",
): readonly LaidLine[] {
  const text = setText(content, look, letterCase, sign);
  return fillLines(text, width, look.indent).map((line) => {
    const size = largestIn(text, line, look);
    const { lineHeight } = look.text;
    // A line is as high as its block asks for, and higher where larger words in it ask for more.
    const height = "points" in lineHeight ? lineHeight.points : size * lineHeight.times;
    return { text, look, line, height, size, gap: 0, block: 0 };
  });
}

function largestIn({ styles }: SetText, { from, to }: Line, look: Look): number {
  let largest = look.text.size;
  for (let at = from; at < to; at += 1) largest = Math.max(largest, styles[at]?.size ?? 0);
  return largest;
}

interface CellBlock {
  readonly look: Look;
  readonly content: readonly PageNode[];
}

/** The lines of a cell, and the margins of its first and last paragraph, which stay in the cell. */
export interface LaidContent {
  readonly lines: readonly LaidLine[];
  readonly above: number;
  readonly below: number;
}

/** What stands in a cell: paragraphs, and a paragraph for each run of text between them. */
export function layCell(content: readonly PageNode[], look: Look, width: number, letterCase: LetterCase): LaidContent {
  if (!content.some(isParagraph)) {
    return { lines: layText(content, look.loose(), width, letterCase), above: 0, below: 0 };
  }
  const lines: LaidLine[] = [];
  let block = 0;
  let margin = 0;
  for (const part of blocksOf(content, look)) {
    const { marginTop, marginBottom } = part.look.box;
    const laid = layText(part.content, part.look, width, letterCase);
    for (const [at, line] of laid.entries()) {
      lines.push({ ...line, gap: at > 0 ? 0 : Math.max(margin, marginTop), block });
    }
    if (laid.length === 0) continue;
    margin = marginBottom;
    block += 1;
  }
  return { lines, above: lines[0]?.gap ?? 0, below: margin };
}

function isParagraph(node: PageNode): boolean {
  return typeof node !== "string" && node.tag === "p";
}

/** Paragraphs, and what stands between them where it is more than white space. */
function blocksOf(content: readonly PageNode[], look: Look): CellBlock[] {
  const blocks: CellBlock[] = [];
  let loose: PageNode[] = [];
  const close = () => {
    if (loose.some((node) => typeof node !== "string" || node.trim() !== "")) {
      blocks.push({ look: look.loose(), content: loose });
    }
    loose = [];
  };
  for (const node of content) {
    if (typeof node !== "string" && node.tag === "p") {
      close();
      blocks.push({ look: look.inside(node), content: node.children });
    } else loose.push(node);
  }
  close();
  return blocks;
}

/** Points that lines take, one below the other. */
export function heightOfLines(lines: readonly LaidLine[]): number {
  let sum = 0;
  for (const [at, { height, gap }] of lines.entries()) sum += height + (at === 0 ? 0 : gap);
  return sum;
}
