/** Bytes of a PDF of ours → its text and the data that it carries. */
import type { Twin } from "@zipingbiao/core";
import { attachedTwins } from "./attached-twins.ts";
import { PackedPdf, nameIn } from "./packed-pdf.ts";
import { PageReader, type PageText, SHAPE } from "./page-text.ts";
import { PdfReference, type PdfValue, isPdfList } from "./pdf-value.ts";
import { type TaggedFigure, readTaggedBlocks } from "./tagged-blocks.ts";
import { UnreadablePdf } from "./unreadable-pdf.ts";

export interface PrintedPdf {
  readonly twins: readonly Twin[];
  /** The text block by block: headings, paragraphs, cells. */
  readonly blocks: readonly string[];
  /** In their order; each has its place among the blocks. */
  readonly figures: readonly TaggedFigure[];
  /** The page, from 1, of every place that a link leads to. */
  readonly pageOf: ReadonlyMap<string, number>;
  /** By page: text outside of the tags, and the names of what shows no text (图片, 图形 outside of figures, 批注). */
  readonly pages: readonly { readonly loose: string; readonly others: readonly string[] }[];
}

const MAX_PAGES = 100_000;

/** Throws {@link UnreadablePdf} for a PDF that is not ours, or was altered beyond what can be told for certain. */
export function readPrintedPdf(bytes: Uint8Array): PrintedPdf {
  try {
    return readPdf(bytes);
  } catch (cause) {
    // The stack of a pattern or of a walk that a file made run over.
    if (cause instanceof RangeError) throw new UnreadablePdf("有的内容过大，不是本工具的写法");
    throw cause;
  }
}

function readPdf(bytes: Uint8Array): PrintedPdf {
  const pdf = new PackedPdf(bytes);
  const twins = attachedTwins(pdf);
  const reader = new PageReader(pdf);
  const pages = new Map<number, PageText>();
  for (const page of pagesOf(pdf)) pages.set(page.number, reader.read(pdf.dictionary(page)));
  const { blocks, figures, unclaimed, shaped } = readTaggedBlocks(pdf, pages);
  return {
    twins,
    blocks,
    figures,
    pageOf: placesOn(pdf, [...pages.keys()]),
    pages: [...pages].map(([number, { loose, others }]) => ({
      loose: loose + (unclaimed.get(number) ?? ""),
      others: shaped.has(number) ? [...new Set([...others, SHAPE])] : others,
    })),
  };
}

function pagesOf(pdf: PackedPdf): PdfReference[] {
  const found: PdfReference[] = [];
  const seen = new Set<number>();
  const waiting: (PdfValue | undefined)[] = [pdf.catalog.get("Pages")];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (!(node instanceof PdfReference) || seen.has(node.number) || seen.size > MAX_PAGES)
      throw new UnreadablePdf("页面的登记有误");
    seen.add(node.number);
    const dictionary = pdf.dictionary(node);
    const kids = dictionary.get("Kids");
    if (nameIn(dictionary, "Type") === "Page") found.push(node);
    else if (isPdfList(kids)) for (let at = kids.length - 1; at >= 0; at -= 1) waiting.push(kids[at]);
  }
  return found;
}

function placesOn(pdf: PackedPdf, pages: readonly number[]): Map<string, number> {
  const numbers = new Map(pages.map((page, at) => [page, at + 1]));
  const places = new Map<string, number>();
  for (const [name, place] of pdf.dictionary(pdf.catalog.get("Dests") ?? new Map())) {
    const [target] = isPdfList(place) ? place : [];
    const page = target instanceof PdfReference ? numbers.get(target.number) : undefined;
    if (page !== undefined) places.set(name, page);
  }
  return places;
}
