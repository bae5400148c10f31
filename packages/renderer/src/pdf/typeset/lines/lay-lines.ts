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
  return fillLines(text, width, look.indent).map((line) => ({
    text,
    look,
    line,
    height: heightOf(text, line, look),
    gap: 0,
    block: 0,
  }));
}

/** A line is as high as its block asks for, and higher where larger words in it ask for more. */
function heightOf({ styles }: SetText, { from, to }: Line, look: Look): number {
  const { lineHeight, size } = look.text;
  if ("points" in lineHeight) return lineHeight.points;
  let largest = size;
  for (let at = from; at < to; at += 1) largest = Math.max(largest, styles[at]?.size ?? 0);
  return largest * lineHeight.times;
}

interface CellBlock {
  readonly look: Look;
  readonly content: readonly PageNode[];
}

/** What stands in a cell: paragraphs, and a paragraph for each run of text between them. */
export function layCell(
  content: readonly PageNode[],
  look: Look,
  width: number,
  letterCase: LetterCase,
): readonly LaidLine[] {
  if (!content.some(isParagraph)) return layText(content, look.loose(), width, letterCase);
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
  return lines;
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
