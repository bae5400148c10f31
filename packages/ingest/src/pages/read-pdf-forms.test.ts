import { encodeForm } from "@zipingbiao/core";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { layOutPdf } from "../../test/layout-pdf.ts";
import { RawPage, assemble, rawPdf } from "../../test/raw-pdf.ts";
import { randomForm } from "../../test/random-form.ts";
import { readPages } from "../media/pdf/open-pdf.ts";
import { type ReadResult, formatProblem, readForms } from "../index.ts";

const read = (bytes: Uint8Array): Promise<ReadResult> => readForms({ name: "表.pdf", bytes });
const told = async (bytes: Uint8Array): Promise<string> => (await read(bytes)).problems.map(formatProblem).join("\n");

function pageWith(draw: (page: RawPage) => void): Uint8Array {
  const page = new RawPage();
  draw(page);
  return rawPdf([page]);
}

describe("what is read", () => {
  it("several forms of one file, with the page and the box of every cell", async () => {
    const forms = [randomForm(3), randomForm(4)];
    const result = await read(layOutPdf(forms));
    expect(result.medium).toBe("pdf");
    expect(result.forms.map((form) => encodeForm(form).projectName)).toEqual(
      forms.map(({ projectName }) => projectName),
    );
    const origin = result.forms[1]?.origin["projectName"];
    expect(origin?.page).toBeGreaterThan(1);
    expect(origin?.box).toHaveLength(4);
  });

  it("calls back for every page before it is read", async () => {
    const seen: string[] = [];
    const bytes = layOutPdf([randomForm(3), randomForm(4)]);
    await readForms({ name: "表.pdf", bytes }, (page, pages) => void seen.push(`${page}/${pages}`));
    expect(seen[0]).toMatch(/^1\//u);
    expect(seen).toHaveLength(Number.parseInt(seen[0]?.slice(2) ?? "", 10));
  });
});

describe("what is not seen is not read, but told", () => {
  it.each([
    ["invisible", "q BT 3 Tr /F1 9 Tf 1 0 0 1 100 600 Tm <79d8> Tj ET Q"],
    ["background-colour", "q 1 g BT /F1 9 Tf 1 0 0 1 100 600 Tm <79d8> Tj ET Q"],
    ["clipped", "BT /F1 9 Tf 1 0 0 1 100 1600 Tm <79d8> Tj ET"],
    ["clipped", "q 0 0 50 50 re W n BT /F1 9 Tf 1 0 0 1 100 600 Tm <79d8> Tj ET Q"],
    ["covered", "BT /F1 9 Tf 1 0 0 1 100 600 Tm <79d8> Tj ET q 0 g 90 590 40 30 re f Q"],
  ])("%s", async (reason, operators) => {
    const bytes = pageWith((page) => {
      page.raw(operators);
      page.text("表", 300, 60, 9);
    });
    const { pages } = await readPages(bytes, () => undefined);
    expect(pages[0]?.hidden.map(({ text, reason: why }) => [text, why])).toEqual([["秘", reason]]);
    expect(pages[0]?.glyphs.map(({ text }) => text)).toEqual(["表"]);
  });

  it("white on a dark ground is seen, and bold by printing twice is read once", async () => {
    const bytes = pageWith((page) => {
      page.raw("q 0 g 90 590 40 30 re f 1 g BT /F1 9 Tf 1 0 0 1 100 600 Tm <79d8> Tj ET Q");
      page.text("表", 300, 60, 9);
      page.text("表", 300.3, 60, 9);
    });
    const { pages } = await readPages(bytes, () => undefined);
    expect(pages[0]?.glyphs.map(({ text }) => text)).toEqual(["秘", "表"]);
  });
});

it("a text is not taken for printed twice because one of another size has the same place by its own measure", async () => {
  const bytes = pageWith((page) => {
    // The pens stand at 200 and 100 of what the size counts as one place: 1.6 pt and 1.44 pt.
    page.text("表", 320, 160 + 10 * 0.14, 10);
    page.text("表", 288, 144 + 9 * 0.14, 9);
  });
  const { pages } = await readPages(bytes, () => undefined);
  expect(pages[0]?.glyphs).toHaveLength(2);
});

describe("files that are refused by name", () => {
  it("a page without text and with a picture is a scan", async () => {
    const picture =
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream";
    const content = "q 500 0 0 700 40 60 cm /Im1 Do Q";
    const bytes = assemble([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /Im1 4 0 R >> >> /Contents 5 0 R >>",
      picture,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]);
    expect((await read(bytes)).problems.map(({ code, page }) => [code, page])).toEqual([["scanned-page", 1]]);
    expect(await told(bytes)).toContain("扫描件");
  });

  it("text that is only recognised under a picture is not taken for a form", async () => {
    const bytes = pageWith((page) => page.raw("BT 3 Tr /F1 9 Tf 1 0 0 1 100 700 Tm <9879> Tj ET"));
    expect(await told(bytes)).toContain("识别（OCR）");
  });

  it("a font that tells no characters is no text", async () => {
    const page = new RawPage();
    page.raw("BT /F1 9 Tf 1 0 0 1 100 700 Tm <0003000400050006> Tj ET");
    const { forms } = await read(rawPdf([page], { toUnicode: "" }));
    expect(forms).toEqual([]);
  });

  it("a cut file and one that is no PDF behind its first bytes", async () => {
    const whole = layOutPdf([randomForm(3)]);
    expect((await read(Buffer.from("%PDF-1.7\nnothing"))).problems).toHaveLength(1);
    expect((await read(whole.subarray(0, 300))).forms).toEqual([]);
  });

  it("what is packed in packing is refused before it is unpacked", async () => {
    const bomb = deflateSync(deflateSync(Buffer.alloc(200 * 1024 * 1024, 0x20), { level: 9 }), { level: 9 });
    const bytes = assemble([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
      Buffer.concat([
        Buffer.from(`<< /Length ${bomb.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n`),
        bomb,
        Buffer.from("\nendstream"),
      ]),
    ]);
    const before = process.memoryUsage().rss;
    const { problems } = await read(bytes);
    expect(problems.map(({ code }) => code)).toEqual(["too-large"]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  it.each([
    ["a tree of pages that holds itself", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"],
    ["more pages than there can be", "<< /Type /Pages /Kids [3 0 R] /Count 2147483648 >>"],
    ["no pages", "<< /Type /Pages /Kids [] /Count 0 >>"],
  ])("%s", async (_, pages) => {
    const bytes = assemble([
      "<< /Type /Catalog /Pages 2 0 R >>",
      pages,
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]);
    const { forms, problems } = await read(bytes);
    expect(forms).toEqual([]);
    expect(problems.length).toBeGreaterThan(0);
  });
});
