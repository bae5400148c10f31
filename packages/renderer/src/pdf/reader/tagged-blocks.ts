/** The tags of a PDF → its text, block by block. */
import type { PackedPdf } from "./packed-pdf.ts";
import { nameIn } from "./packed-pdf.ts";
import type { PageText } from "./page-text.ts";
import { type PdfDictionary, PdfReference, type PdfValue, isPdfList } from "./pdf-value.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

const MAX_DEPTH = 200;

/** Tags whose text belongs to the block around them. */
const INLINE = new Set(["NonStruct", "Span", "Link", "Em", "Strong", "Lbl", "Reference", "Quote"]);

/** What is read, by the number of the page's object. */
export type PageTexts = ReadonlyMap<number, PageText>;

interface Walk {
  readonly pdf: PackedPdf;
  readonly pages: PageTexts;
  readonly seen: Set<number>;
  /** `page mark`, of text that a tag has claimed. */
  readonly claimed: Set<string>;
  readonly blocks: string[];
  /** Text of each chart, as it is painted. */
  readonly figures: string[];
  /** Text since the last border of a block. */
  gathered: string;
}

/**
 * One text for each paragraph, heading and cell, in the order of the tags; a cell that goes on over a page is whole.
 * `unclaimed`: text by page that is marked, but that no tag names.
 */
export function readTaggedBlocks(
  pdf: PackedPdf,
  pages: PageTexts,
): { blocks: string[]; figures: string[]; unclaimed: Map<number, string> } {
  const walk: Walk = { pdf, pages, seen: new Set(), claimed: new Set(), blocks: [], figures: [], gathered: "" };
  const root = pdf.catalog.get("StructTreeRoot");
  if (root !== undefined) visitKids(walk, pdf.dictionary(root), undefined, 0);
  flush(walk);
  const unclaimed = new Map<number, string>();
  for (const [page, { marked }] of pages) {
    let text = "";
    for (const [mark, each] of marked) if (!walk.claimed.has(`${page} ${mark}`)) text += each;
    unclaimed.set(page, text);
  }
  return { blocks: walk.blocks, figures: walk.figures, unclaimed };
}

function flush(walk: Walk): void {
  if (walk.gathered.trim() !== "") walk.blocks.push(walk.gathered);
  walk.gathered = "";
}

function visitKids(walk: Walk, element: PdfDictionary, outer: number | undefined, depth: number): void {
  if (depth > MAX_DEPTH) throw new UnreadablePdf("标签嵌套过深");
  const own = element.get("Pg");
  const page = own instanceof PdfReference ? own.number : outer;
  const kids = element.get("K");
  if (kids === undefined) return;
  for (const kid of isPdfList(kids) ? kids : [kids]) visitKid(walk, kid, page, depth);
}

function visitKid(walk: Walk, kid: PdfValue, page: number | undefined, depth: number): void {
  if (typeof kid === "number") return claim(walk, page, kid);
  const element = walk.pdf.dictionary(kid);
  const mark = element.get("MCID");
  if (typeof mark === "number") {
    const own = element.get("Pg");
    return claim(walk, own instanceof PdfReference ? own.number : page, mark);
  }
  if (nameIn(element, "Type") === "OBJR") return;
  if (kid instanceof PdfReference) {
    if (walk.seen.has(kid.number)) throw new UnreadablePdf("标签绕成了圈，或一处用了两次");
    walk.seen.add(kid.number);
  }
  const inline = INLINE.has(nameIn(element, "S"));
  if (!inline) flush(walk);
  const before = walk.blocks.length;
  visitKids(walk, element, page, depth + 1);
  if (!inline) flush(walk);
  const tag = nameIn(element, "S");
  if (tag === "Figure") walk.figures.push(walk.blocks.splice(before).join(""));
  if ((tag === "TD" || tag === "TH") && walk.blocks.length === before) walk.blocks.push("");
}

function claim(walk: Walk, page: number | undefined, mark: number): void {
  const key = `${page} ${mark}`;
  if (walk.claimed.has(key)) throw new UnreadablePdf("有文字在标签里用了两次");
  walk.claimed.add(key);
  walk.gathered += page === undefined ? "" : (walk.pages.get(page)?.marked.get(mark) ?? "");
}
