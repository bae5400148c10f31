/** PDFs seen through readers that are not ours: the tests' second opinion. */
import { PDFDict, PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Opens a PDF with pdf.js. */
export async function openPdf(bytes: Uint8Array) {
  return await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise;
}

/** All text of a PDF without white space, as pdf.js reads it. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  return (await pageTexts(bytes)).join("");
}

/** The same, page by page. */
export async function pageTexts(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await openPdf(bytes);
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(squeeze(items.map((each) => ("str" in each ? each.str : "")).join("")));
  }
  return pages;
}

/** The kinds of fonts in a PDF, each once, as pdf-lib finds them: `CIDFontType2`, `Type0`, `Type3`… */
export async function kindsOfFonts(bytes: Uint8Array): Promise<readonly string[]> {
  const kinds = (await fontsOf(bytes)).map((font) => String(font.get(PDFName.of("Subtype"))).slice(1));
  return [...new Set(kinds)].toSorted();
}

/** The names of the fonts in a PDF, each once, without the mark of their subset. */
export async function fontNamesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const names = (await fontsOf(bytes)).map((font) => String(font.get(PDFName.of("BaseFont"))));
  return [...new Set(names.map((name) => name.replace(/^\/(?:[A-Z]{6}\+)?/u, "")))].toSorted();
}

async function fontsOf(bytes: Uint8Array): Promise<readonly PDFDict[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((dict) => dict.get(PDFName.of("Type")) === PDFName.of("Font"));
}

/** The texts that are not in what a reader gave back, white space aside. */
export function missingFrom(read: string, texts: readonly string[]): readonly string[] {
  const given = squeeze(read);
  return texts.filter((text) => !given.includes(squeeze(text)));
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
