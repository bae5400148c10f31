/** A reader who prints the published HTML gets the pages of the PDF. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { findEdition } from "@zipingbiao/core";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FormView, type Printer, loadTemplates, openPrinter, renderPage, viewForm } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { longForm } from "./long-form.ts";
import { pageTexts } from "./read-pdf.ts";
import { openWebBrowser } from "./web-browser.ts";

const templates = loadTemplates();
const folder = mkdtempSync(join(tmpdir(), "zpb-print-html-"));
let browser: Browser;
let printer: Printer;
beforeAll(async () => {
  [browser, printer] = await Promise.all([openWebBrowser(), openPrinter()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), printer.close()]);
  rmSync(folder, { recursive: true });
});

/** One form a publisher, which are all editions and lengths, and one of many pages. */
const VIEWS: readonly (readonly [string, FormView])[] = [
  ...new Map(disclosedForms().map(({ source, view }) => [source, view])),
  ["100 indicators", viewForm(longForm(100), edition("sh-2024"))],
];

function edition(id: string) {
  const found = findEdition(id);
  if (found === undefined) throw new Error(`unknown edition ${id}`);
  return found;
}

it.each(VIEWS)("%s", async (_name, view) => {
  const page = renderPage(templates, view);
  const { bytes } = await printer.print(page);
  const ours = (await pageTexts(bytes)).map((text) => withoutRepeats(text, view));
  expect(await pageTexts(await printedByReader(page.html))).toEqual(ours);
});

it("unless the styles of the screen reach the paper", async () => {
  const [, view] = VIEWS[0] ?? [];
  if (view === undefined) throw new Error("no form");
  const page = renderPage(templates, view);
  const { bytes } = await printer.print(page);
  const spoilt = page.html.replaceAll("@media screen", "@media all").replaceAll("max-width: 47rem", "min-width: 0");
  expect(await pageTexts(await printedByReader(spoilt))).not.toEqual(await pageTexts(bytes));
});

/** The file as it is published, printed with the browser's own command. */
async function printedByReader(html: string): Promise<Uint8Array> {
  const file = join(folder, "form.html");
  writeFileSync(file, html);
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(file).href);
    return await page.pdf({ preferCSSPageSize: true });
  } finally {
    await page.close();
  }
}

/** A label that goes on over a page is printed again in the PDF only: 产出指标（续）. */
function withoutRepeats(text: string, { indicators: { block, rows } }: FormView): string {
  const labels = [block?.caption, ...rows.flatMap(({ level1, level2 }) => [level1?.text, level2?.text])];
  const repeats = labels.flatMap((label) => (label === undefined ? [] : [`${label.replaceAll(/\s/gu, "")}（续）`]));
  return repeats.reduce((rest, repeat) => rest.replaceAll(repeat, ""), text);
}
