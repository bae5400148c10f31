import { faceRules } from "../fonts/face-rules.ts";
import { CONTINUED } from "../page/split-table.ts";
import type { BrowserPool } from "./browser-pool.ts";
import { withoutTwinScript } from "../page/twin-script.ts";
import { attachTwin } from "./attach-twin.ts";
import { BrowserTrouble } from "./browser-port.ts";
import { type Destinations, readDestinations, withDestinations } from "./destinations.ts";
import { lostTexts } from "./check-text-layer.ts";
import { type PrinterFonts, chooseFaces } from "./choose-faces.ts";
import { mendHeaders } from "./mend-headers.ts";
import { withOutline } from "./outline.ts";
import { pin, printedTitle } from "./pin.ts";
import { FEET_HIDDEN, printDocument, refreshTarget } from "./print-document.ts";
import { textLostFailure, troubleFailure, unreadableFailure } from "./print-failures.ts";
import type { PrintJob } from "./print-job.ts";
import type { PrintedDocument } from "./printer.ts";
import { type RawPdf, readRawPdf } from "./raw-pdf.ts";
import { pageNumbers, readTextLayer } from "./read-text-layer.ts";
import { type ReadBack, pagesOf, printUntilSettled } from "./settle.ts";
import { slimTags } from "./slim-tags.ts";
import { writePdf } from "./write-pdf.ts";

/**
 * coverage → print → read back → pin: one page from HTML to its final bytes.
 * @throws PrintFailure
 */
export async function printPage(pool: BrowserPool, fonts: PrinterFonts, job: PrintJob): Promise<PrintedDocument> {
  const bookmarks = job.bookmarks ?? [];
  const anchors = bookmarks.map(({ anchor }) => anchor);
  const { pdf, pages, destinations, fonts: used } = await printPart(pool, fonts, { ...job, anchors });
  const placed = withDestinations(pdf, destinations);
  const marked = pin(withOutline(placed, bookmarks, destinations), job);
  const finished = job.twin === undefined ? marked : attachTwin(marked, job.twin);
  return { bytes: writePdf(finished), pages, pageOf: pagesOf(destinations), fonts: used };
}

/** HTML to be printed until it is settled, as a document of its own or as a part of one. */
export interface PartJob extends Pick<PrintJob, "html" | "title" | "texts" | "signal"> {
  /** Places of the page that somebody wants to know, besides those that its own links lead to. */
  readonly anchors: readonly string[];
  /** What only a part needs: */
  readonly asPart?: {
    /** Places of other parts that links lead to. */
    readonly outside: readonly string[];
    /** Their pages, for links that show them, when this part has so many pages itself; `undefined` where nobody knows yet. */
    readonly pageOf?: ((pages: number) => ReadonlyMap<string, number>) | undefined;
  };
}

/** A print that has settled and gives all texts back; nothing is taken out or added yet. */
export interface PrintedPart {
  readonly pdf: RawPdf;
  readonly pages: number;
  /** Without those of other parts. */
  readonly destinations: Destinations;
  readonly fonts: PrintedDocument["fonts"];
}

/** @throws PrintFailure */
export async function printPart(pool: BrowserPool, fonts: PrinterFonts, job: PartJob): Promise<PrintedPart> {
  const page = withoutTwinScript(job.html);
  const refresh = refreshTarget(page);
  if (refresh !== undefined) throw troubleFailure(new BrowserTrouble("outside", refresh));
  const added = page.includes(" rowspan=") ? [CONTINUED] : [];
  const { castings, behind } = await chooseFaces(fonts, { ...job, html: page, texts: [...job.texts, ...added] });
  const outside = job.asPart?.outside ?? [];
  const frame = {
    title: job.title,
    rules: (job.asPart === undefined ? "" : FEET_HIDDEN) + faceRules(castings, behind),
    anchors: job.anchors,
    outside,
  };
  const print = async (html: string): Promise<ReadBack> => {
    const printed = await pool.print({
      html: printDocument(html, frame),
      ...(job.signal === undefined ? {} : { signal: job.signal }),
    });
    return readBack(printed, job.title, outside);
  };
  const elsewhere = job.asPart?.pageOf;
  const { pdf, pages, destinations } = await printUntilSettled(
    page,
    print,
    elsewhere && ((own) => new Map([...elsewhere(own.pages.length), ...pagesOf(own.destinations)])),
  );
  const lost = lostTexts(
    readable(() => readTextLayer(pdf)),
    job.texts,
  );
  if (lost.length > 0) throw textLostFailure(lost);
  const families = new Set([...castings.map(({ main }) => main.family), ...behind.map(({ from }) => from.family)]);
  return {
    pdf: mendHeaders(pdf),
    pages: pages.length,
    destinations,
    fonts: fonts.shelf.usedBy((family) => families.has(family)),
  };
}

function readBack(printed: Buffer, title: string, outside: readonly string[]): ReadBack {
  return readable(() => {
    const pdf = slimTags(readRawPdf(printed));
    const found = printedTitle(pdf);
    if (words(found) !== words(title)) throw new Error(`标题应为“${title}”，浏览器给出“${found}”`);
    const pages = pageNumbers(pdf);
    const destinations = new Map(readDestinations(pdf, pages));
    for (const name of outside) destinations.delete(name);
    return { pdf, pages, destinations };
  });
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadableFailure(error);
  }
}

/** The browser trims titles and joins their white space. */
function words(title: string): string {
  return title.replace(/\s+/g, " ").trim();
}
