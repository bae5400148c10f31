/** The blocks of a page, one below the other, with the space between them. */
import { type PageElement, elements } from "../../page/page-tree.ts";
import { type LaidLine, layText } from "./lines/lay-lines.ts";
import { type LaidTable, layTable, ruleWidth } from "./tables/lay-table.ts";
import type { Look } from "./look.ts";
import type { LetterCase } from "./lines/set-text.ts";
import type { TagRole } from "./tag-node.ts";

interface Block {
  /** Names of the places that begin here. */
  readonly names: readonly string[];
  /** Points from the left edge of the type area. */
  readonly left: number;
  readonly width: number;
  /** Points above; they do not count at the beginning of a page, but where a new page was asked for. */
  readonly above: number;
  readonly breakBefore: boolean;
  /** No page ends behind it. */
  readonly keepWithNext: boolean;
}

export interface TextBlock extends Block {
  readonly kind: "text";
  readonly role: TagRole;
  readonly look: Look;
  readonly lines: readonly LaidLine[];
  /** No page ends in it. */
  readonly keepTogether: boolean;
}

export interface TableBlock extends Block {
  readonly kind: "table";
  readonly table: LaidTable;
}

export type FlowBlock = TextBlock | TableBlock;

/** Points that a block has at least, whatever its style leaves of the paper. */
const NARROWEST = 1;

interface Flowing {
  readonly letterCase: LetterCase;
  readonly blocks: FlowBlock[];
  /** What the next block is preceded by. */
  names: string[];
  breakBefore: boolean;
  padding: number;
  /** Margins that meet count once: the largest, less the largest of negative ones. */
  margin: number;
  negative: number;
}

/** `width` is that of the type area, in points. */
export function flowBlocks(
  page: Iterable<PageElement>,
  look: Look,
  width: number,
  letterCase: LetterCase,
): readonly FlowBlock[] {
  const flowing: Flowing = {
    letterCase,
    blocks: [],
    names: [],
    breakBefore: false,
    padding: 0,
    margin: 0,
    negative: 0,
  };
  for (const element of page) flow(element, look.inside(element), 0, Math.max(NARROWEST, width), flowing);
  return flowing.blocks;
}

function flow(element: PageElement, look: Look, left: number, width: number, flowing: Flowing): void {
  const { box } = look;
  // Space before a new page stays on the page before.
  if (box.breakBefore) Object.assign(flowing, { breakBefore: true, padding: 0, margin: 0, negative: 0 });
  addMargin(flowing, box.marginTop);
  if (element.id !== "") flowing.names.push(element.id);
  if (element.tag === "section") {
    addPadding(flowing, box.paddingTop);
    const inner = Math.max(NARROWEST, width - box.paddingLeft - box.paddingRight);
    for (const child of elements(element.children)) {
      flow(child, look.inside(child), left + box.paddingLeft, inner, flowing);
    }
    addPadding(flowing, box.paddingBottom);
  } else if (element.tag === "table") {
    const own = box.width > 0 ? Math.min(box.width, width) : width;
    const table = layTable(element, look, own, flowing.letterCase);
    if (table.rows.length > 0) {
      flowing.blocks.push({ kind: "table", table, ...place(flowing, look, left, own) });
    }
  } else {
    const inner = Math.max(NARROWEST, width - box.paddingLeft - box.paddingRight);
    const lines = layText(element.children, look, inner, flowing.letterCase);
    // Margins meet through what shows nothing.
    if (lines.length > 0) {
      const role = element.tag === "p" ? "P" : (element.tag.toUpperCase() as TagRole);
      addPadding(flowing, box.paddingTop + ruleWidth(box.borderTop));
      const placed = place(flowing, look, left + box.paddingLeft, inner);
      flowing.blocks.push({ kind: "text", role, lines, keepTogether: box.keepTogether, look, ...placed });
      addPadding(flowing, box.paddingBottom + ruleWidth(box.borderBottom));
    }
  }
  addMargin(flowing, box.marginBottom);
}

/** Takes what has gathered before a block. */
function place(flowing: Flowing, { box }: Look, left: number, width: number): Block {
  const { names, breakBefore, padding, margin, negative } = flowing;
  const before = flowing.blocks.at(-1);
  if (box.keepWithPrevious && before !== undefined) {
    flowing.blocks[flowing.blocks.length - 1] = { ...before, keepWithNext: true };
  }
  Object.assign(flowing, { names: [], breakBefore: false, padding: 0, margin: 0, negative: 0 });
  return { names, left, width, above: padding + margin + negative, breakBefore, keepWithNext: box.keepWithNext };
}

function addMargin(flowing: Flowing, points: number): void {
  flowing.margin = Math.max(flowing.margin, points);
  flowing.negative = Math.min(flowing.negative, points);
}

function addPadding(flowing: Flowing, points: number): void {
  if (points === 0) return;
  flowing.padding += flowing.margin + flowing.negative + points;
  flowing.margin = 0;
  flowing.negative = 0;
}
