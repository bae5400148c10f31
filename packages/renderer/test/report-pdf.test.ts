/** Reports as PDF, looked at through readers that are not ours. */
import { PDFDict, PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Printer, loadTemplates, openPrinter, renderPage, viewReport } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedSummary, summaryOfForms } from "./disclosed-summary.ts";
import { kindsOfFonts, missingFrom, pageTexts } from "./read-pdf.ts";

const templates = loadTemplates();
let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

const REPORTS = [
  ["minhang-2024-a", () => disclosedSummary("minhang-2024-a")],
  ["one form alone", () => summaryOfForms(disclosedForms().slice(0, 1))],
  ["all", () => disclosedSummary()],
] as const;

/** The text alternatives of the figures in a PDF's structure. */
async function alternativesOf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((dict) => dict.get(PDFName.of("S")) === PDFName.of("Figure"))
    .map((dict) => {
      const alt = dict.get(PDFName.of("Alt"));
      return alt instanceof PDFHexString ? alt.decodeText() : "";
    });
}

describe("has every text, a figure for each chart, and page numbers at the outer edge:", () => {
  it.each(REPORTS)(
    "%s",
    async (_name, summary) => {
      const page = renderPage(templates, viewReport(summary()));
      const { bytes } = await printer.print(page);
      expect(await kindsOfFonts(bytes)).toEqual(["CIDFontType2", "Type0"]);
      const pages = await pageTexts(bytes);
      expect(pages.map((text, at) => text.includes(`—${at + 1}—`))).not.toContain(false);
      const running = pages.map((text, at) => text.replace(`—${at + 1}—`, "")).join("");
      expect(missingFrom(running, page.texts)).toEqual([]);
      expect((await alternativesOf(bytes)).toSorted()).toEqual(
        [...page.pictures.values()].map(({ alt }) => alt).toSorted(),
      );
    },
    120_000,
  );
});
