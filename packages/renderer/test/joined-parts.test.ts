/** A volume that is printed in parts and joined, against the same volume in one print. */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from "@cantoo/pdf-lib";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Printer,
  loadTemplates,
  openPrinter,
  readPrintedPdf,
  renderDocx,
  renderPage,
  renderVolumeDocx,
  volumeHtml,
} from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedVolume, laidVolume, printVolume } from "./disclosed-volume.ts";
import { pageTexts } from "./read-pdf.ts";

const templates = loadTemplates();
/** Forms of several pages among them, and two sources. */
const forms = disclosedForms().slice(28, 40);
const laid = laidVolume(templates, forms, true);

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(async () => {
  await printer.close();
});

describe("a volume in parts", () => {
  it("is page for page what one print of it is, whatever the parts", async () => {
    const page = renderPage(templates, disclosedVolume(forms, true), laid.twin);
    const whole = await printer.print(page);
    const expected = { ...seen(whole.bytes), texts: await pageTexts(whole.bytes), pageOf: whole.pageOf };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 16 }), async (perChunk) => {
        const { bytes, pageOf } = await printVolume(printer, laid, perChunk);
        const joined = { ...seen(bytes), texts: await pageTexts(bytes), pageOf: byName(pageOf) };
        expect(joined).toEqual({ ...expected, pageOf: byName(whole.pageOf) });
      }),
      { numRuns: 3, examples: [[1], [5]] },
    );
  }, 60_000);

  it("is the same to the byte every time", async () => {
    const [first, second] = [await printVolume(printer, laid, 4), await printVolume(printer, laid, 4)];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  }, 30_000);

  it("has one tree of tags, in which every mark and every link of a page leads to its element", async () => {
    const { bytes, pages } = await printVolume(printer, laid, 5);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const root = pdf.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict);
    const document = root.lookup(PDFName.of("K"), PDFDict);
    expect(document.lookup(PDFName.of("S"))).toBe(PDFName.of("Document"));
    const parents = numbersIn(root.lookup(PDFName.of("ParentTree"), PDFDict));
    expect(parents.size).toBe(root.lookup(PDFName.of("ParentTreeNextKey"), PDFNumber).asNumber());
    expect(pdf.getPageCount()).toBe(pages);
    for (const { node, ref } of pdf.getPages()) {
      const marks = parents.get(node.lookup(PDFName.of("StructParents"), PDFNumber).asNumber());
      if (!(marks instanceof PDFArray)) throw new Error("a page without tags");
      for (let mark = 0; mark < marks.size(); mark += 1)
        expect(marksOf(marks.lookup(mark, PDFDict), ref)).toContain(mark);
      for (const link of node.Annots()?.asArray() ?? []) {
        const key = pdf.context.lookup(link, PDFDict).lookup(PDFName.of("StructParent"), PDFNumber).asNumber();
        const element = parents.get(key);
        if (!(element instanceof PDFDict)) throw new Error("a link without a tag");
        expect(element.lookup(PDFName.of("S"))).toBe(PDFName.of("Link"));
        const objects = element
          .lookup(PDFName.of("K"), PDFArray)
          .asArray()
          .flatMap((kid) => {
            const dict = pdf.context.lookup(kid);
            return dict instanceof PDFDict ? [dict.get(PDFName.of("Obj"))] : [];
          });
        expect(objects).toContain(link);
      }
    }
  }, 30_000);

  it("names every heading once, in the order that readers search in", async () => {
    const { bytes } = await printVolume(printer, laid, 5);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const tree = pdf.catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict).lookup(PDFName.of("IDTree"), PDFDict);
    const leaves = tree
      .lookup(PDFName.of("Kids"), PDFArray)
      .asArray()
      .map((leaf) => pdf.context.lookup(leaf, PDFDict));
    expect(leaves.length).toBeGreaterThan(3);
    const ids: string[] = [];
    for (const leaf of leaves) {
      const names = leaf.lookup(PDFName.of("Names"), PDFArray);
      const own = Array.from({ length: names.size() / 2 }, (_, at) => textOf(names.lookup(at * 2)));
      expect([own[0], own.at(-1)]).toEqual(leaf.lookup(PDFName.of("Limits"), PDFArray).asArray().map(textOf));
      for (const [at, id] of own.entries()) {
        expect(textOf(names.lookup(at * 2 + 1, PDFDict).lookup(PDFName.of("ID")))).toBe(id);
      }
      ids.push(...own);
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted());
    expect(ids[0]).toBe("node00000001");
  }, 30_000);

  it("gives Word and the web the bytes that one page of it gives", async () => {
    const page = renderPage(templates, disclosedVolume(forms, true), laid.twin);
    const pageOf = new Map(laid.bookmarks.map(({ anchor }, at) => [anchor, at + 1]));
    expect([...volumeHtml(laid)].join("")).toBe(page.html);
    expect(Buffer.compare(await renderVolumeDocx(laid, pageOf), await renderDocx(page, pageOf))).toBe(0);
  });
});

/** What our own reader sees: blocks of text, what stands around the pages, where places are, and the data. */
function seen(bytes: Uint8Array) {
  const { pageOf: _, ...read } = readPrintedPdf(bytes);
  return read;
}

function byName(pageOf: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...pageOf].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The values of a tree by number. */
function numbersIn(tree: PDFDict): Map<number, unknown> {
  const values = new Map<number, unknown>();
  for (const kid of tree.lookup(PDFName.of("Kids"), PDFArray).asArray()) {
    const leaf = tree.context.lookup(kid, PDFDict);
    const [from, to] = leaf
      .lookup(PDFName.of("Limits"), PDFArray)
      .asArray()
      .map((limit) => (limit as PDFNumber).asNumber());
    const pairs = leaf.lookup(PDFName.of("Nums"), PDFArray);
    for (let at = 0; at < pairs.size(); at += 2) {
      const key = pairs.lookup(at, PDFNumber).asNumber();
      expect(values.has(key)).toBe(false);
      expect(key >= (from ?? 0) && key <= (to ?? -1)).toBe(true);
      values.set(key, pairs.lookup(at + 1));
    }
  }
  return values;
}

/** The marks on a page that an element claims. */
function marksOf(element: PDFDict, page: PDFRef): readonly number[] {
  const kids = element.lookup(PDFName.of("K"));
  const own = element.get(PDFName.of("Pg"));
  const list = kids instanceof PDFArray ? kids.asArray() : [kids];
  return list.flatMap((kid): readonly number[] => {
    if (kid instanceof PDFNumber) return own === page ? [kid.asNumber()] : [];
    const dict = kid instanceof PDFRef ? undefined : kid;
    if (!(dict instanceof PDFDict)) return [];
    const mark = dict.get(PDFName.of("MCID"));
    return mark instanceof PDFNumber && (dict.get(PDFName.of("Pg")) ?? own) === page ? [mark.asNumber()] : [];
  });
}

function textOf(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.asString() : "";
}
