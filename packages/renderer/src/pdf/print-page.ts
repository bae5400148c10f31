import { faceRules } from "../fonts/face-rules.ts";
import { withoutTwinScript } from "../page/twin-script.ts";
import type { LetterCase } from "./typeset/lines/set-text.ts";
import { canTypeset } from "./typeset/typeset-page.ts";
import { attachTwin } from "./attach-twin.ts";
import { BrowserTrouble } from "./browser-port.ts";
import type { BrowserPool } from "./browser-pool.ts";
import { lostTexts } from "./check-text-layer.ts";
import { type PrinterFonts, chooseFaces, usedFonts } from "./choose-faces.ts";
import { readDestinations, withDestinations } from "./destinations.ts";
import { mendHeaders } from "./mend-headers.ts";
import { withOutline } from "./outline.ts";
import { pin, printedTitle, withInformation } from "./pin.ts";
import { printDocument, refreshTarget } from "./print-document.ts";
import { textLostFailure, troubleFailure, unreadableFailure } from "./print-failures.ts";
import type { PrintJob } from "./print-job.ts";
import type { PrintedDocument } from "./printer.ts";
import { readRawPdf } from "./raw-pdf.ts";
import { pageNumbers, readTextLayer } from "./read-text-layer.ts";
import { type SetPart, setPart } from "./set-part.ts";
import { type ReadBack, pagesOf, printUntilSettled } from "./settle.ts";
import { slimTags } from "./slim-tags.ts";
import { generatedTexts, visibleTexts } from "./visible-texts.ts";
import { writePdf } from "./write-pdf.ts";

/** What prints: our own typesetter, and a browser that starts when a page first needs it. */
export interface Presses {
  readonly fonts: PrinterFonts;
  readonly letterCase: LetterCase;
  readonly pool: BrowserPool;
}

/**
 * One page to its final bytes. What is in the vocabulary and has no pictures is set by ourselves, all else is printed by
 * the browser.
 * @throws PrintFailure
 */
export async function printPage({ fonts, letterCase, pool }: Presses, job: PrintJob): Promise<PrintedDocument> {
  const { blocks, style, title, texts, signal, bookmarks = [] } = job;
  const isOurs = blocks !== undefined && style !== undefined && canTypeset(blocks);
  const part = isOurs
    ? await setPart(fonts, letterCase, { blocks, style, title, texts, ...(signal === undefined ? {} : { signal }) })
    : await printInBrowser(pool, fonts, job);
  const { pdf, pages, destinations } = part;
  const outlined = withOutline(pdf, bookmarks, destinations);
  const marked = isOurs ? withInformation(outlined, job) : pin(outlined, job);
  const finished = job.twin === undefined ? marked : attachTwin(marked, job.twin);
  return { bytes: writePdf(finished), pages, pageOf: pagesOf(destinations), fonts: part.fonts };
}

/** coverage → print → read back, until a print changes nothing any more. */
async function printInBrowser(pool: BrowserPool, fonts: PrinterFonts, job: PrintJob): Promise<SetPart> {
  const page = withoutTwinScript(job.html);
  const refresh = refreshTarget(page);
  if (refresh !== undefined) throw troubleFailure(new BrowserTrouble("outside", refresh));
  const [head, body] = parted(page);
  const shown = [...job.texts, ...generatedTexts(head), ...visibleTexts(body)];
  const faces = await chooseFaces(fonts, { title: job.title, roles: page, texts: shown });
  const anchors = (job.bookmarks ?? []).map(({ anchor }) => anchor);
  const frame = { title: job.title, rules: faceRules(faces.castings, faces.behind), anchors };
  const print = async (html: string): Promise<ReadBack> => {
    const printed = await pool.print({
      html: printDocument(html, frame),
      ...(job.signal === undefined ? {} : { signal: job.signal }),
    });
    return readBack(printed, job.title);
  };
  const { pdf, pages, destinations } = await printUntilSettled(page, print);
  const lost = lostTexts(
    readable(() => readTextLayer(pdf)),
    job.texts,
  );
  if (lost.length > 0) throw textLostFailure(lost);
  return {
    pdf: withDestinations(mendHeaders(pdf), destinations),
    pages: pages.length,
    destinations,
    fonts: usedFonts(fonts, faces),
  };
}

/** What stands before the body of a page, and the body. */
function parted(html: string): readonly [head: string, body: string] {
  const at = html.search(/<body\b/i);
  return at === -1 ? ["", html] : [html.slice(0, at), html.slice(at)];
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
