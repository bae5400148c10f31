/** Bytes → one of our documents: its text and the data that it carries. */
import type { Twin } from "@zipingbiao/core";
import { Refusal, UnusableTwin, readWord } from "@zipingbiao/ingest";
import { type ShownFigure, UnreadablePage, UnreadablePdf, readPrintedPdf, readWebPage } from "@zipingbiao/renderer";
import type { DocumentFormat, FormFormat } from "../render-form.ts";
import { documentFormat } from "./document-format.ts";

/** A document with its text block by block. */
export interface OpenedDocument {
  readonly kind: "opened";
  readonly format: DocumentFormat;
  /** By their own claims; more than one is no document of ours. */
  readonly twins: readonly Twin[];
  readonly blocks: readonly string[];
  /** The page of every place that a link leads to, where the format has pages of its own. */
  readonly pageOf: Pick<ReadonlyMap<string, number>, "get">;
  /** Of a web page: the style sheet that it is shown by. */
  readonly style?: string;
  /** Its charts in their order; each has its place among the blocks. */
  readonly figures: readonly ShownFigure[];
  /** Text around the pages: by page of a PDF, of all headers and footers of a Word document. */
  readonly margins: readonly string[];
  /** What shows something that is no text: 图片, 批注. */
  readonly others: readonly string[];
}

/** `why`, in Chinese, the text cannot be told; `isOurs` when it is certain that a document of ours was altered. */
export interface UnopenedDocument {
  readonly kind: "unopened";
  readonly format: FormFormat;
  readonly why: string;
  readonly isOurs: boolean;
}

/** `undefined` for what is neither PDF nor Word nor HTML with data of ours. Never throws for what a file contains. */
export function openDocument(bytes: Uint8Array): OpenedDocument | UnopenedDocument | undefined {
  const format = documentFormat(bytes);
  if (format === undefined) return undefined;
  try {
    return READERS[format](bytes);
  } catch (cause) {
    const isOurs = format === "html" || cause instanceof UnusableTwin;
    if (cause instanceof Refusal) return { kind: "unopened", format, why: cause.why, isOurs };
    if (cause instanceof UnreadablePdf || cause instanceof UnreadablePage)
      return { kind: "unopened", format, why: cause.message, isOurs };
    throw cause;
  }
}

/** Word fills numbers of pages in itself; wherever one is due, the reader of its text gives 0. */
const ANY_PAGE = { get: () => 0 };
const NO_PAGES: ReadonlyMap<string, number> = new Map();

const READERS: Readonly<Record<DocumentFormat, (bytes: Uint8Array) => OpenedDocument | undefined>> = {
  pdf(bytes) {
    const { twins, blocks, pageOf, pages, ...read } = readPrintedPdf(bytes);
    const figures = read.figures.map(({ text, alt }) => ({ picture: text, alt }));
    const margins = pages.map(({ loose }) => loose);
    const others = pages.flatMap((page, at) => page.others.map((name) => `第 ${at + 1} 页的${name}`));
    return { kind: "opened", format: "pdf", twins, blocks, figures, pageOf, margins, others };
  },
  docx(bytes) {
    const word = readWord(bytes);
    if (word === undefined) return undefined;
    const { twins, paragraphs: blocks, margins, others } = word;
    const figures = word.pictures.map(({ bytes: picture, alt }) => ({ picture, alt }));
    return { kind: "opened", format: "docx", twins, blocks, figures, pageOf: ANY_PAGE, margins, others };
  },
  html(bytes) {
    const { twins, blocks, style, ...read } = readWebPage(new TextDecoder().decode(bytes));
    const figures = read.figures.map((picture) => ({ picture, alt: undefined }));
    return { kind: "opened", format: "html", twins, blocks, style, figures, pageOf: NO_PAGES, margins: [], others: [] };
  },
};
