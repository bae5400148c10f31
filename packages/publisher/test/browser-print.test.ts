/**
 * Somebody's page of several forms, printed by a browser: rows, captions and labels are cut at the ends of pages, and a
 * browser draws no line there. Every field of the 49 disclosed forms must come back.
 */
import { encodeForm } from "@zipingbiao/core";
import { differences, formatDifference } from "@zipingbiao/core/testing";
import { readForms } from "@zipingbiao/ingest";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openWebBrowser } from "../../renderer/test/web-browser.ts";
import { disclosedWire, fileOf } from "./foreign/disclosed-wire.ts";
import { plainPage } from "./foreign/plain-page.ts";

const FILES = [...Map.groupBy(disclosedWire(), fileOf)];
const margin = { top: "2cm", bottom: "2cm", left: "1.5cm", right: "1.5cm" };

let browser: Browser;
beforeAll(async () => {
  browser = await openWebBrowser();
}, 60_000);
afterAll(() => browser.close());

it.each([
  ["A4", "21cm", "29.7cm"],
  ["half as much of it", "18cm", "20cm"],
  ["pages that a row fills", "16cm", "14cm"],
])(
  "%s",
  async (_, width, height) => {
    const page = await browser.newPage();
    const wrong: string[] = [];
    for (const [file, named] of FILES) {
      await page.setContent(new TextDecoder().decode(plainPage(named.map(({ form }) => form))));
      const bytes = new Uint8Array(await page.pdf({ width, height, margin }));
      const { forms, problems } = await readForms({ name: `${file}.pdf`, bytes });
      wrong.push(...problems.map(({ what, why }) => `${file}: ${what}${why}`));
      for (const [at, { name, form }] of named.entries()) {
        const read = forms[at];
        if (read === undefined) wrong.push(`${name}: not read`);
        else wrong.push(...differences(form, encodeForm(read)).map((each) => formatDifference(name, each)));
      }
    }
    await page.close();
    expect(wrong).toEqual([]);
  },
  60_000,
);
