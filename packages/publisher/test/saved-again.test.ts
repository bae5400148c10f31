/** PDFs of ours that another program saved again: the page and the data must still say the same, or neither is read. */
import { PDFDocument } from "@cantoo/pdf-lib";
import type { SelfEvaluationForm } from "@zipingbiao/core";
import { beforeAll, describe, expect, it } from "vitest";
import { openDocument } from "../src/twin/open-document.ts";
import { alterDocx } from "./altered-documents.ts";
import { type Documents, disclosedForms, documentsOf, withPrinter } from "./printed-documents.ts";
import { readOrRefused } from "./same-form.ts";
import { tamperedPdfs } from "./tampered-pdfs.ts";
import { withoutTwin } from "./without-twin.ts";

let documents: Documents;
let form: SelfEvaluationForm | undefined;
beforeAll(async () => {
  const [first] = await disclosedForms();
  if (first === undefined) throw new Error("no forms");
  form = first;
  documents = await withPrinter((printer) => documentsOf(first, printer));
}, 60_000);

/** What pdf-lib makes of a PDF; our own reader no longer takes it for ours. */
async function savedByPdfLib(bytes: Uint8Array, useObjectStreams: boolean): Promise<Uint8Array> {
  const saved = await (await PDFDocument.load(bytes, { updateMetadata: false })).save({ useObjectStreams });
  expect(openDocument(saved)?.kind).toBe("unopened");
  return saved;
}

describe.each([true, false])("a PDF saved again by pdf-lib, objects packed: %s", (isPacked) => {
  it("is read with a warning when nothing was changed, and refused when page or data were", async () => {
    for (const { name, isHonest, bytes } of tamperedPdfs(documents.pdf)) {
      const { isRead, told } = await readOrRefused(await savedByPdfLib(bytes, isPacked), form);
      const due = isHonest
        ? /^twin\/saved-again /u
        : name.includes("old hash")
          ? /sha256/u
          : /^twin\/(?:text|not-a-form) /u;
      expect({ name, isRead, told }).toEqual({ name, isRead: isHonest, told: expect.stringMatching(due) });
    }
  });

  it("names the cell, what the page shows and what the data says", async () => {
    const of = tamperedPdfs(documents.pdf).filter(({ name }) => /^digit \d+ of the page$/u.test(name));
    const told = await Promise.all(
      of.map(async ({ bytes }) => (await readOrRefused(await savedByPdfLib(bytes, isPacked), form)).told),
    );
    for (const each of told)
      expect(each).toMatch(/文件里是「[^」]+」，数据是「[^」]+」|文件里是「\d 份」，数据是「1 份」/u);
  });
});

it("a PDF saved again without the data is read by its page, like any other", async () => {
  const { readSource } = await import("../src/input/read-source.ts");
  const saved = await savedByPdfLib(withoutTwin.pdf(documents.pdf), true);
  const { forms, problems, warnings } = await readSource("表.pdf", saved, () => {
    throw new Error("nothing to compare");
  });
  expect(forms.map(({ projectName }) => projectName)).toEqual([form?.projectName]);
  expect({ problems, warnings }).toEqual({ problems: [], warnings: undefined });
});

describe("a PDF that is not whole", () => {
  it.each([0.2, 0.5, 0.9, 0.99, 0.999])("cut off at %s gives no form", async (share) => {
    for (const whole of [
      documents.pdf,
      await savedByPdfLib(documents.pdf, true),
      await savedByPdfLib(documents.pdf, false),
    ]) {
      const { isRead, told } = await readOrRefused(whole.subarray(0, Math.floor(whole.length * share)), form);
      expect(isRead).toBe(false);
      expect(told).toContain("没有结尾");
    }
  });

  it("whose table is not where the end says is read with a warning, if at all", async () => {
    const text = Buffer.from(await savedByPdfLib(documents.pdf, false)).toString("latin1");
    const astray = Buffer.from(text.replace(/startxref\n\d+/u, "startxref\n17"), "latin1");
    expect(await readOrRefused(astray, form)).toMatchObject({
      isRead: true,
      told: expect.stringContaining("内部目录已损坏"),
    });
  });
});

describe("a Word document whose data is not as ours is", () => {
  it.each<[string, (xml: string) => string]>([
    ["elements in it", (xml) => xml.replace("</twin>", "<x/></twin>")],
    ["no end", (xml) => xml.slice(0, -20)],
    ["broken from its beginning", (xml) => xml.replace("<twin", "<<twin")],
    ["of an unknown kind", (xml) => xml.replace(/shows="\w+"/u, 'shows="invoice"')],
    ["another element", (xml) => xml.replace("<twin", "<data").replace("</twin>", "</data>")],
  ])("%s", async (_name, edit) => {
    const { isRead, told } = await readOrRefused(alterDocx(documents.docx, "customXml/item1.xml", edit), form);
    expect(isRead).toBe(false);
    expect(told).toMatch(/^twin\/altered 这是本工具生成的 Word 文件，但已被改动/u);
  });
});
