/** Pages that we set ourselves against the browser's print of the same page. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Printer, loadTemplates, openPrinter, renderPage } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { readPdfTables } from "./pdf-tables.ts";

const templates = loadTemplates();
let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(() => printer.close());

/** What the browser makes of the page: it gets its HTML alone. */
async function bothOf(page: ReturnType<typeof renderPage>) {
  const { html, title, texts, bookmarks } = page;
  const [ours, browsers] = [await printer.print(page), await printer.print({ html, title, texts, bookmarks })];
  return { ours, browsers };
}

describe("the same pages, with the same rows on each:", () => {
  it.each(disclosedForms())("$source, form $number", async ({ view }) => {
    const { ours, browsers } = await bothOf(renderPage(templates, view));
    const [set, printed] = [await readPdfTables(ours.bytes), await readPdfTables(browsers.bytes)];
    expect(set.map(({ tables }) => tables)).toEqual(printed.map(({ tables }) => tables));
    expect([...ours.pageOf]).toEqual(expect.arrayContaining([...browsers.pageOf]));
    expect(ours.bytes.length).toBeLessThan(browsers.bytes.length * 1.25);
  });
});
