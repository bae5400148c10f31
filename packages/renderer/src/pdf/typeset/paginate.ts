/** Blocks → pages: what stands on which, and how far down. */
import { type TablePart, type TablePlace, TABLE_START, fitRows, headingHeight } from "./tables/fit-rows.ts";
import type { FlowBlock, TableBlock, TextBlock } from "./flow.ts";
import type { LaidTable } from "./tables/lay-table.ts";
import { type LaidLine, heightOfLines } from "./lines/lay-lines.ts";

interface Standing {
  /** Points from the upper edge of the type area. */
  readonly y: number;
  /** A part of the block stands on an earlier page. */
  readonly isRest: boolean;
}

export interface TextStanding extends Standing {
  readonly block: TextBlock;
  readonly lines: readonly LaidLine[];
}

export interface TableStanding extends Standing {
  readonly block: TableBlock;
  readonly part: TablePart;
}

export type OnPage = TextStanding | TableStanding;

/** Fewer lines of a paragraph do not stand alone at the end or the beginning of a page. */
const LINES_TOGETHER = 2;
const SLACK = 0.01;
/** Points that a page gives way by: nobody sees them, and what a browser rounds to its pixels stands on the same page here. */
const GIVE = 0.2;

/** `height` is that of the type area, in points. There is one page at least. */
export function paginate(blocks: readonly FlowBlock[], height: number): readonly (readonly OnPage[])[] {
  const pager = new Pager(height);
  for (const block of blocks) {
    if (block.breakBefore) pager.breakPage();
    if (block.kind === "text") pager.addText(block);
    else pager.addTable(block);
  }
  return pager.pages;
}

/** Headings that leave little room for anything else are printed once, like any other row. */
function withoutTallHeadings(table: LaidTable, height: number): LaidTable {
  return headingHeight(table) > height / 2 ? { ...table, headings: 0 } : table;
}

class Pager {
  readonly pages: OnPage[][] = [[]];
  readonly #height: number;
  #y = 0;
  /** A new page was asked for: margins count at its beginning. */
  #isAsked = true;

  constructor(height: number) {
    this.#height = height + GIVE;
  }

  /** A new page, unless this one is still empty. */
  breakPage(): void {
    if (this.#page.length > 0) this.#turn();
    this.#isAsked = true;
  }

  addText(block: TextBlock): void {
    let { lines } = block;
    let isRest = false;
    for (;;) {
      const y = this.#y + this.#above(block, isRest);
      const fitting = this.#linesThatFit(block, lines, y);
      if (fitting === 0 && lines.length > 0) {
        this.#turnWithKept();
        continue;
      }
      const here = lines.slice(0, fitting);
      this.#page.push({ block, y, lines: here, isRest });
      this.#y = y + heightOfLines(here);
      lines = lines.slice(fitting);
      if (lines.length === 0) return;
      isRest = true;
      this.#turn();
    }
  }

  addTable(block: TableBlock): void {
    const table = withoutTallHeadings(block.table, this.#height);
    let from: TablePlace | undefined = TABLE_START;
    let isRest = false;
    while (from !== undefined) {
      const y = this.#y + this.#above(block, isRest);
      const here = this.#height - y;
      const part: TablePart | undefined = fitRows(table, from, {
        here,
        full: this.#height,
        mustPrint: this.#page.length === 0,
      });
      if (part === undefined) {
        this.#turnWithKept();
        continue;
      }
      this.#page.push({ block, y, part, isRest });
      this.#y = y + part.height;
      from = part.next;
      isRest = true;
      if (from !== undefined) this.#turn();
    }
  }

  get #page(): OnPage[] {
    return this.pages.at(-1) ?? [];
  }

  #above({ above }: FlowBlock, isRest: boolean): number {
    if (isRest) return 0;
    return this.#page.length > 0 || this.#isAsked ? above : 0;
  }

  /** How many lines fit; none where too few would, unless the page has nothing else. */
  #linesThatFit({ keepTogether }: TextBlock, lines: readonly LaidLine[], y: number): number {
    let used = y;
    let fitting = 0;
    for (const { height } of lines) {
      used += height;
      if (used > this.#height + SLACK) break;
      fitting += 1;
    }
    if (fitting === lines.length) return fitting;
    const isAlone = this.#page.length === 0;
    const sociable = Math.min(fitting, lines.length - LINES_TOGETHER);
    if (sociable >= LINES_TOGETHER && (isAlone || !keepTogether)) return sociable;
    return isAlone ? Math.max(1, fitting) : 0;
  }

  #turn(): void {
    this.pages.push([]);
    this.#y = 0;
    this.#isAsked = false;
  }

  /** The next page begins with what must not be parted from what follows, unless that is all there is on this one. */
  #turnWithKept(): void {
    const page = this.#page;
    let kept = page.length;
    while (kept > 0 && page[kept - 1]?.block.keepWithNext === true && page[kept - 1]?.isRest === false) kept -= 1;
    const moved = kept === 0 ? [] : page.splice(kept);
    this.#turn();
    for (const standing of moved) this.#again(standing);
  }

  /** What stood at the end of a page, at the beginning of the next. */
  #again(standing: OnPage): void {
    const y = this.#y + this.#above(standing.block, standing.isRest);
    const height = "part" in standing ? standing.part.height : heightOfLines(standing.lines);
    this.#page.push({ ...standing, y });
    this.#y = y + height;
  }
}
