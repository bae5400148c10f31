import { checkCoverage } from "../fonts/coverage.ts";
import { faceRules } from "../fonts/face-rules.ts";
import type { Family } from "../fonts/font-set.ts";
import type { OpenFonts } from "../fonts/open-fonts.ts";
import type { BrowserPool } from "./browser-pool.ts";
import { withoutTwinScript } from "../page/twin-script.ts";
import { attachTwin } from "./attach-twin.ts";
import { BrowserTrouble } from "./browser-port.ts";
import { lostTexts } from "./check-text-layer.ts";
import { pin, printedTitle } from "./pin.ts";
import { printDocument, refreshTarget } from "./print-document.ts";
import { glyphFailure, textLostFailure, troubleFailure, unreadableFailure } from "./print-failures.ts";
import type { PrintedDocument, PrintJob } from "./printer.ts";
import { readRawPdf } from "./raw-pdf.ts";
import { readTextLayer } from "./read-text-layer.ts";
import { type ReadBack, printUntilSettled } from "./settle.ts";
import { visibleTexts } from "./visible-texts.ts";
import { writePdf } from "./write-pdf.ts";

const families: readonly Family[] = ["Zpb Song", "Zpb Hei"];

/**
 * coverage → print → read back → pin: one page from HTML to its final bytes.
 * @throws PrintFailure
 */
export async function printPage(pool: BrowserPool, fonts: OpenFonts, job: PrintJob): Promise<PrintedDocument> {
  const page = withoutTwinScript(job.html);
  const refresh = refreshTarget(page);
  if (refresh !== undefined) throw troubleFailure(new BrowserTrouble("outside", refresh));
  const asked = families.filter((family) => page.includes(family));
  const needed = checkCoverage([...job.texts, ...visibleTexts(page)], asked, fonts.coverage);
  if (needed.missing.length > 0) throw glyphFailure(needed.missing);
  const { pdf, layer } = await printUntilSettled(page, async (html) => {
    const printed = await pool.print({
      html: printDocument(html, job.title, faceRules(needed.behind)),
      outline: job.outline ?? false,
      ...(job.signal === undefined ? {} : { signal: job.signal }),
    });
    return readBack(printed, job.title);
  });
  const lost = lostTexts(layer, job.texts);
  if (lost.length > 0) throw textLostFailure(lost);
  const pinned = pin(pdf, job);
  const finished = job.twin === undefined ? pinned : attachTwin(pinned, job.twin);
  return { bytes: writePdf(finished), pages: layer.pages.length };
}

function readBack(printed: Buffer, title: string): ReadBack {
  try {
    const pdf = readRawPdf(printed);
    const found = printedTitle(pdf);
    if (words(found) !== words(title)) throw new Error(`标题应为“${title}”，浏览器给出“${found}”`);
    return { pdf, layer: readTextLayer(pdf) };
  } catch (error) {
    throw unreadableFailure(error);
  }
}

/** The browser trims titles and joins their white space. */
function words(title: string): string {
  return title.replace(/\s+/g, " ").trim();
}
