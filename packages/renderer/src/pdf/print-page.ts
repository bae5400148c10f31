import { faceRules } from "../fonts/face-rules.ts";
import { CONTINUED } from "../page/split-table.ts";
import type { BrowserPool } from "./browser-pool.ts";
import { withoutTwinScript } from "../page/twin-script.ts";
import { attachTwin } from "./attach-twin.ts";
import { BrowserTrouble } from "./browser-port.ts";
import { readDestinations, withDestinations } from "./destinations.ts";
import { lostTexts } from "./check-text-layer.ts";
import { type PrinterFonts, chooseFaces } from "./choose-faces.ts";
import { mendHeaders } from "./mend-headers.ts";
import { withOutline } from "./outline.ts";
import { pin, printedTitle } from "./pin.ts";
import { printDocument, refreshTarget } from "./print-document.ts";
import { textLostFailure, troubleFailure, unreadableFailure } from "./print-failures.ts";
import type { PrintedDocument, PrintJob } from "./printer.ts";
import { readRawPdf } from "./raw-pdf.ts";
import { pageNumbers, readTextLayer } from "./read-text-layer.ts";
import { type ReadBack, pagesOf, printUntilSettled } from "./settle.ts";
import { slimTags } from "./slim-tags.ts";
import { writePdf } from "./write-pdf.ts";

/**
 * coverage → print → read back → pin: one page from HTML to its final bytes.
 * @throws PrintFailure
 */
export async function printPage(pool: BrowserPool, fonts: PrinterFonts, job: PrintJob): Promise<PrintedDocument> {
  const page = withoutTwinScript(job.html);
  const refresh = refreshTarget(page);
  if (refresh !== undefined) throw troubleFailure(new BrowserTrouble("outside", refresh));
  const added = page.includes(" rowspan=") ? [CONTINUED] : [];
  const { castings, behind } = await chooseFaces(fonts, { ...job, html: page, texts: [...job.texts, ...added] });
  const bookmarks = job.bookmarks ?? [];
  const anchors = bookmarks.map(({ anchor }) => anchor);
  const { pdf, pages, destinations } = await printUntilSettled(page, async (html) => {
    const printed = await pool.print({
      html: printDocument(html, job.title, faceRules(castings, behind), anchors),
      ...(job.signal === undefined ? {} : { signal: job.signal }),
    });
    return readBack(printed, job.title);
  });
  const lost = lostTexts(
    readable(() => readTextLayer(pdf)),
    job.texts,
  );
  if (lost.length > 0) throw textLostFailure(lost);
  const placed = withDestinations(mendHeaders(pdf), destinations);
  const marked = pin(withOutline(placed, bookmarks, destinations), job);
  const finished = job.twin === undefined ? marked : attachTwin(marked, job.twin);
  const families = new Set([...castings.map(({ main }) => main.family), ...behind.map(({ from }) => from.family)]);
  return {
    bytes: writePdf(finished),
    pages: pages.length,
    pageOf: pagesOf(destinations),
    fonts: fonts.shelf.usedBy((family) => families.has(family)),
  };
}

function readBack(printed: Buffer, title: string): ReadBack {
  return readable(() => {
    const pdf = slimTags(readRawPdf(printed));
    const found = printedTitle(pdf);
    if (words(found) !== words(title)) throw new Error(`标题应为“${title}”，浏览器给出“${found}”`);
    const pages = pageNumbers(pdf);
    return { pdf, pages, destinations: readDestinations(pdf, pages) };
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
