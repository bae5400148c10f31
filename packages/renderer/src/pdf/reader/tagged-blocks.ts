/** The tags of a PDF → its text, block by block. */
import { FIGURE_PLACE } from "@zipingbiao/core";
import type { PackedPdf } from "./packed-pdf.ts";
import { nameIn } from "./packed-pdf.ts";
import type { PageText } from "./page-text.ts";
import { type PdfDictionary, PdfReference, type PdfValue, isPdfList, pdfText } from "./pdf-value.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

const MAX_DEPTH = 200;

/** Tags whose text belongs to the block around them. */
const INLINE = new Set(["NonStruct", "Span", "Link", "Em", "Strong", "Lbl", "Reference", "Quote"]);

/** What is read, by the number of the page's object. */
export type PageTexts = ReadonlyMap<number, PageText>;

/** A chart: its text as it is painted, and its text alternative. */
export interface TaggedFigure {
  readonly text: string;
  readonly alt: string;
}

export interface TaggedBlocks {
  /** One text for each paragraph, heading and cell, in the order of the tags; a cell that goes on over a page is whole. */
  readonly blocks: string[];
  /** In their order; each has its place among the blocks. */
  readonly figures: TaggedFigure[];
  /** By page: text that is marked, but that no tag names. */
  readonly unclaimed: ReadonlyMap<number, string>;
  /** Pages with shapes outside of figures. */
  readonly shaped: ReadonlySet<number>;
}

interface Walk {
  readonly pdf: PackedPdf;
  readonly pages: PageTexts;
  readonly seen: Set<number>;
  /** `page mark`, of text that a tag has claimed. */
  readonly claimed: Set<string>;
  readonly blocks: string[];
  readonly figures: TaggedFigure[];
  /** `page mark`, of what stands inside of figures. */
  readonly drawn: Set<string>;
  /** How many figures are open. */
  inFigures: number;
  /** Text since the last border of a block. */
  gathered: string;
}

/** Throws {@link UnreadablePdf} for tags that lead astray, or that say one thing and show another. */
export function readTaggedBlocks(pdf: PackedPdf, pages: PageTexts): TaggedBlocks {
  const walk: Walk = {
    pdf,
    pages,
    seen: new Set(),
    claimed: new Set(),
    blocks: [],
    figures: [],
    drawn: new Set(),
    inFigures: 0,
    gathered: "",
  };
  const root = pdf.catalog.get("StructTreeRoot");
  if (root !== undefined) visitKids(walk, pdf.dictionary(root), undefined, 0);
  flush(walk);
  const unclaimed = new Map<number, string>();
  const shapedPages = new Set<number>();
  for (const [page, { marked, shaped }] of pages) {
    let text = "";
    for (const [mark, each] of marked) if (!walk.claimed.has(`${page} ${mark}`)) text += each;
    unclaimed.set(page, text);
    for (const mark of shaped) if (!walk.drawn.has(`${page} ${mark}`)) shapedPages.add(page);
  }
  return { blocks: walk.blocks, figures: walk.figures, unclaimed, shaped: shapedPages };
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
  const tag = nameIn(element, "S");
  const isFigure = tag === "Figure";
  // A reader aloud would say these words instead of what is seen.
  if (element.has("ActualText") || element.has("E") || (element.has("Alt") && !isFigure))
    throw new UnreadablePdf("标签另有替换文字");
  const inline = INLINE.has(tag);
  if (!inline) flush(walk);
  const before = walk.blocks.length;
  if (isFigure) walk.inFigures += 1;
  visitKids(walk, element, page, depth + 1);
  if (!inline) flush(walk);
  if (isFigure) closeFigure(walk, element, before);
  if ((tag === "TD" || tag === "TH") && walk.blocks.length === before) walk.blocks.push("");
}

function closeFigure(walk: Walk, element: PdfDictionary, before: number): void {
  walk.inFigures -= 1;
  walk.figures.push({ text: walk.blocks.splice(before).join(""), alt: pdfText(element.get("Alt")) });
  walk.blocks.push(FIGURE_PLACE);
}

function claim(walk: Walk, page: number | undefined, mark: number): void {
  const key = `${page} ${mark}`;
  if (walk.claimed.has(key)) throw new UnreadablePdf("有文字在标签里用了两次");
  walk.claimed.add(key);
  if (walk.inFigures > 0) walk.drawn.add(key);
  walk.gathered += page === undefined ? "" : (walk.pages.get(page)?.marked.get(mark) ?? "");
}
