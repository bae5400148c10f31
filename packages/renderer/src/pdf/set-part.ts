/** A page in the vocabulary → PDF, set by ourselves and read back like any print. */
import { withPageNumbers } from "../page/page-numbers.ts";
import type { PageElement } from "../page/page-tree.ts";
import { RESET } from "../page/reset-style.ts";
import type { StyleSheet } from "../page/style-sheet.ts";
import type { LetterCase } from "./typeset/lines/set-text.ts";
import { type TypesetPdf, typesetPage } from "./typeset/typeset-page.ts";
import { lostTexts } from "./check-text-layer.ts";
import { type PrinterFonts, chooseFaces, usedFonts } from "./choose-faces.ts";
import type { Destinations } from "./destinations.ts";
import { abortFailure, textLostFailure } from "./print-failures.ts";
import type { PrintJob } from "./print-job.ts";
import type { PrintedDocument } from "./printer.ts";
import type { RawPdf } from "./raw-pdf.ts";
import { readTextLayer } from "./read-text-layer.ts";
import { pagesOf } from "./settle.ts";
import { generatedTexts, textsOfBlocks } from "./visible-texts.ts";

/** A page to be set, as a document of its own or as a part of one. */
export interface PartJob extends Pick<PrintJob, "title" | "texts" | "signal"> {
  readonly blocks: readonly PageElement[];
  readonly style: StyleSheet;
  /** What only a part needs; without it the pages have feet. */
  readonly asPart?: {
    /** Pages of places in other parts, for links that show them, when this part has so many pages itself; `undefined` where nobody knows yet. */
    readonly pageOf?: ((pages: number) => ReadonlyMap<string, number>) | undefined;
  };
}

/** Pages that give all texts back; what a whole document has is not there yet. */
export interface SetPart {
  readonly pdf: RawPdf;
  readonly pages: number;
  readonly destinations: Destinations;
  readonly fonts: PrintedDocument["fonts"];
}

/** Room for page numbers is kept by the style sheet; should a number move something all the same, it is set anew. */
const MOST_TURNS = 8;

/** @throws PrintFailure */
export async function setPart(fonts: PrinterFonts, letterCase: LetterCase, job: PartJob): Promise<SetPart> {
  const { blocks, style, title, texts, signal } = job;
  const css = RESET + style.css;
  const shown = [...texts, ...generatedTexts(css), ...textsOfBlocks(blocks)];
  const faces = await chooseFaces(fonts, { title, roles: css, texts: shown });
  if (signal?.aborted === true) throw abortFailure(signal);
  const { pdf, pages, destinations, outside } = await setUntilSettled(job, letterCase);
  const lost = [...lostTexts(readTextLayer(pdf), texts), ...outside];
  if (lost.length > 0) throw textLostFailure(lost);
  return { pdf, pages, destinations, fonts: usedFonts(fonts, faces) };
}

async function setUntilSettled({ blocks, style, asPart }: PartJob, letterCase: LetterCase): Promise<TypesetPdf> {
  let standing = blocks;
  for (let turn = 0; turn <= MOST_TURNS; turn += 1) {
    const made = await typesetPage({ blocks: standing, style, hasFeet: asPart === undefined }, letterCase);
    const elsewhere = asPart?.pageOf?.(made.pages) ?? [];
    const filled = withPageNumbers(standing, new Map([...elsewhere, ...pagesOf(made.destinations)]));
    if (filled === standing) return made;
    standing = filled;
  }
  throw new Error(`not settled after ${MOST_TURNS} turns`);
}
