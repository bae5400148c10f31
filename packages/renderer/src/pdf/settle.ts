/** What only a print can tell – where pages break, on which page something stands – is put into the page, which is printed again. */
import { createHash } from "node:crypto";
import { fillPageNumbers } from "../page/page-numbers.ts";
import type { Destinations } from "./destinations.ts";
import type { RawPdf } from "./raw-pdf.ts";
import { settleTables } from "./settle-tables.ts";

/** A print, read back. */
export interface ReadBack {
  readonly pdf: RawPdf;
  /** Object numbers of its pages, in order. */
  readonly pages: readonly number[];
  /** Where the places that are linked came to stand. */
  readonly destinations: Destinations;
}

/** The document with what its own print has shown; the same text when there is nothing to change. */
type Settler = (html: string, printed: ReadBack) => string;

const settlers: readonly Settler[] = [settleTables, settlePageNumbers];

/** Room for the numbers is kept, so they move nothing, and the second print is the last one on their account. */
function settlePageNumbers(html: string, { destinations }: ReadBack): string {
  return fillPageNumbers(html, pagesOf(destinations));
}

/** The page of every place. */
export function pagesOf(destinations: Destinations): ReadonlyMap<string, number> {
  return new Map([...destinations].map(([name, { page }]) => [name, page]));
}

/** Every print moves the first unsettled place at least a page on; a document that never settles is a bug. */
const MOST_PRINTS = 200;

/**
 * Prints until a print changes nothing any more; mostly the first or the second. A row may go back and forth: it is parted because
 * it was seen on two pages, and parted it fits on one. Then what was printed last is kept.
 */
export async function printUntilSettled(html: string, print: (html: string) => Promise<ReadBack>): Promise<ReadBack> {
  let document = html;
  const seen = new Set<string>();
  for (let prints = 0; prints < MOST_PRINTS; prints += 1) {
    const printed = await print(document);
    const settled = settlers.reduce((text, settle) => settle(text, printed), document);
    if (settled === document || seen.has(markOf(settled))) return printed;
    seen.add(markOf(document));
    document = settled;
  }
  throw new Error(`not settled after ${MOST_PRINTS} prints`);
}

function markOf(document: string): string {
  return createHash("sha256").update(document).digest("base64");
}
