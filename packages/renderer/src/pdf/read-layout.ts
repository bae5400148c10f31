/** On which pages the rows of a printed document stand, read from its tags. */
import { type RawPdf, referenceIn } from "./raw-pdf.ts";
import { dictOf, kidsOf, pageNumbers } from "./read-text-layer.ts";

/** First and last page, counted from 0; a cell that shows nothing stands nowhere: `[Infinity, -1]`. */
export type PageRange = readonly [first: number, last: number];

/** By table, row and cell in the order of the tags. Headings that are repeated are tagged where they stand first. */
export type PrintedTables = readonly (readonly (readonly PageRange[])[])[];

export const NOWHERE: PageRange = [Number.POSITIVE_INFINITY, -1];

/** Reads the tables of a PDF that Chromium wrote. */
export function readLayout(pdf: RawPdf): PrintedTables {
  const catalog = dictOf(pdf, pdf.root);
  const pages = new Map(pageNumbers(pdf).map((page, at) => [page, at]));
  const tables: PageRange[][][] = [];
  const visit = (element: number) => {
    const dict = dictOf(pdf, element);
    const role = /\/S \/(\w+)/.exec(dict)?.[1];
    if (role === "TH" || role === "TD") {
      tables
        .at(-1)
        ?.at(-1)
        ?.push(rangeOf(pdf, element, pages));
      return;
    }
    if (role === "Table") tables.push([]);
    if (role === "TR") tables.at(-1)?.push([]);
    for (const kid of kidsOf(dict)) if (kid.element !== undefined) visit(kid.element);
  };
  const root = referenceIn(catalog, "StructTreeRoot");
  if (root !== undefined) visit(root);
  return tables;
}

function rangeOf(pdf: RawPdf, element: number, pages: ReadonlyMap<number, number>): PageRange {
  const dict = dictOf(pdf, element);
  return kidsOf(dict).reduce<PageRange>((range, { element: inner, page }) => {
    if (inner !== undefined) return around(range, rangeOf(pdf, inner, pages));
    const at = pages.get(page ?? 0);
    return at === undefined ? range : around(range, [at, at]);
  }, NOWHERE);
}

/** The range that holds both. */
export function around([first, last]: PageRange, [otherFirst, otherLast]: PageRange): PageRange {
  return [Math.min(first, otherFirst), Math.max(last, otherLast)];
}
