/** Every disclosed form as PDF, looked at through readers that are not ours. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Printer, loadTemplates, openPrinter, renderPage } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { kindsOfFonts, missingFrom, openPdf, textOf } from "./read-pdf.ts";

const templates = loadTemplates();
let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

describe("is tagged, has no Type 3 font and gives every cell back:", () => {
  it.each(disclosedForms())("$source, form $number", async ({ view }) => {
    const page = renderPage(templates, view);
    const { bytes } = await printer.print(page);
    expect(await kindsOfFonts(bytes)).toEqual(["CIDFontType2", "Type0"]);
    const pdf = await openPdf(bytes);
    expect((await pdf.getMarkInfo()) as unknown as Map<string, boolean>).toContainEqual(["Marked", true]);
    expect(missingFrom(await textOf(bytes), page.texts)).toEqual([]);
  });
});
