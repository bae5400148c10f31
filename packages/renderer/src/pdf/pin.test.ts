import { deflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { lostTexts } from "./check-text-layer.ts";
import { pin, printedTitle } from "./pin.ts";
import { refreshTarget, printDocument } from "./print-document.ts";
import { type RawObject, type RawPdf, readRawPdf } from "./raw-pdf.ts";
import { readTextLayer } from "./read-text-layer.ts";
import { readToUnicode } from "./to-unicode.ts";
import { writePdf } from "./write-pdf.ts";

const cmap =
  "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n2 beginbfchar\n<0001> <76EE>\n<0002> <D842DFB7>\nendbfchar\n1 beginbfrange\n<0010> <0012> <4E00>\nendbfrange\n";

/** A page of two marked cells, one of them torn in two, in the hand of Skia. */
const content = `BT
/F4 9 Tf
<0001> Tj
ET
/NonStruct <</MCID 0 >>BDC
BT
/F4 9 Tf
<0010> Tj
3 0 Td <0011> Tj
ET
EMC
/P <</MCID 1 >>BDC
/X9 Do
EMC
/NonStruct <</MCID 2 >>BDC
BT
/F4 9 Tf
<0012> Tj
ET
EMC
`;

function sample(counter: number, date: string): RawPdf {
  const id = (shift: number) => `(node${String(counter + shift).padStart(8, "0")})`;
  const stream = (text: string, dict = "") => {
    const packed = deflateSync(text);
    return { dict: `<<${dict}/Filter /FlateDecode\n/Length ${packed.length}>>`, stream: packed };
  };
  return {
    root: 2,
    info: 1,
    objects: new Map<number, RawObject>([
      [1, { dict: `<</Title <FEFF7532>\n/Creator (Chromium)\n/Producer (Skia/PDF m153)\n/CreationDate (${date})>>` }],
      [2, { dict: "<</Type /Catalog\n/Pages 3 0 R\n/StructTreeRoot 10 0 R>>" }],
      [3, { dict: "<</Type /Pages\n/Count 1\n/Kids [4 0 R]>>" }],
      [
        4,
        {
          dict: "<</Type /Page\n/Resources <</Font <</F4 6 0 R>>\n/XObject <</X9 9 0 R>>>>\n/MediaBox [0 0 9 9]\n/Contents 5 0 R\n/Parent 3 0 R>>",
        },
      ],
      [5, stream(content)],
      [6, { dict: "<</Type /Font\n/Subtype /Type0\n/ToUnicode 7 0 R>>" }],
      [7, stream(cmap)],
      [
        9,
        stream("BT\n/F4 9 Tf\n<0002> Tj\nET\n", "/Type /XObject\n/Subtype /Form\n/Resources <</Font <</F4 6 0 R>>>>\n"),
      ],
      [10, { dict: "<</Type /StructTreeRoot\n/K 11 0 R>>" }],
      [11, { dict: "<</Type /StructElem\n/S /Table\n/K [12 0 R 13 0 R]>>" }],
      [
        12,
        { dict: `<</Type /StructElem\n/S /TD\n/Pg 4 0 R\n/K [0 <</Type /MCR\n/Pg 4 0 R\n/MCID 2>>]\n/ID ${id(0)}>>` },
      ],
      [13, { dict: `<</Type /StructElem\n/S /TD\n/Pg 4 0 R\n/K 1\n/A [<</Headers [${id(0)} ${id(5)}]>>]>>` }],
    ]),
  };
}

test("ToUnicode: single codes, ranges and characters beyond the basic plane", () => {
  expect([...readToUnicode(cmap)]).toEqual([
    [1, "目"],
    [2, "𠮷"],
    [16, "一"],
    [17, "丁"],
    [18, "丂"],
  ]);
});

test("the text layer follows the tags, so that a torn cell is whole, and the painting", () => {
  const layer = readTextLayer(sample(1, ""));
  expect(layer.logical).toBe("一丁丂𠮷");
  expect(layer.pages).toEqual(["目一丁𠮷丂"]);
});

test("lost texts: white space, spelling and order do not count, a radical does", () => {
  const layer = { pages: ["第1页é甲乙"], logical: "甲乙é" };
  expect(lostTexts(layer, ["甲 乙", "e\u0301", "甲\n乙", "第 1 页", "", "\u00ad"])).toEqual([]);
  expect(lostTexts(layer, ["甲丙", "甲丙"])).toEqual(["甲丙"]);
  expect(lostTexts({ pages: ["⽬"], logical: "⽬" }, [])).toHaveLength(1);
});

test("clock and counters leave no trace", () => {
  const about = { title: "甲(乙)", author: "局", keywords: ["一", "二"] };
  const early = writePdf(pin(sample(7, "D:20260101"), about));
  const late = writePdf(pin(sample(4711, "D:20991231"), about));
  expect(early.equals(late)).toBe(true);
  expect(writePdf(pin(sample(7, ""), { ...about, title: "丙" })).equals(early)).toBe(false);
});

test("what is written can be read by others", async () => {
  const bytes = writePdf(
    pin(sample(7, "D:20260101"), { title: "甲(乙)", author: "局", subject: "题", keywords: ["一", "二"] }),
  );
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  expect([pdf.getTitle(), pdf.getAuthor(), pdf.getSubject(), pdf.getKeywords()]).toEqual([
    "甲(乙)",
    "局",
    "题",
    "一, 二",
  ]);
  expect([pdf.getPageCount(), pdf.getCreationDate()]).toEqual([1, undefined]);
  expect(bytes.includes("/ID [<")).toBe(true);
});

test("a volume of hundreds of thousands of objects is written like a small one", () => {
  const pdf = sample(7, "");
  for (let number = 100; number < 200_100; number++) pdf.objects.set(number, { dict: "null" });
  expect(writePdf(pdf).subarray(-6).toString("latin1")).toBe("%%EOF\n");
});

test("the title that was printed is read in both spellings", () => {
  const of = (title: string) =>
    printedTitle({ root: 2, info: 1, objects: new Map([[1, { dict: `<</Title ${title}\n/X 1>>` }]]) });
  expect(of("<FEFF7532>")).toBe("甲");
  expect(of("(a\\(b\\)\\\\c\\101)")).toBe("a(b)\\cA");
});

test("damaged files are refused, not guessed at", () => {
  const table = "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2\n/Root 1 0 R\n/Info 1 0 R>>\n";
  const body = "%PDF-1.4\n1 0 obj\n<</Length 9>> stream\nabc\nendstream\nendobj\n";
  const file = `${body}${table}startxref\n${body.length}\n%%EOF`;
  expect(() => readRawPdf(Buffer.from(file, "latin1"))).toThrow("长度不符");
  expect(
    readRawPdf(Buffer.from(file.replace("/Length 9", "/Length 3"), "latin1"))
      .objects.get(1)
      ?.stream?.toString(),
  ).toBe("abc");
  expect(() => readRawPdf(Buffer.from("%PDF-1.4\nstartxref\n0\n%%EOF", "latin1"))).toThrow("交叉引用表");
});

test("our title and rules come first in the head, and the page's policies stay outside", () => {
  const page =
    '<!DOCTYPE html><html lang="zh-CN"><head><meta http-equiv="Content-Security-Policy" content="x"><title>旧</title></head><body>y</body></html>';
  const html = printDocument(page, { title: "新<1>", rules: "" });
  expect(html).toMatch(/^<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>新&lt;1&gt;<\/title>/);
  expect(html).not.toContain("Content-Security-Policy");
  expect(html).toContain("@media screen{body{display:none}}");
  expect(refreshTarget("<META content=0 http-equiv=refresh>")).toBeDefined();
  expect(refreshTarget("<meta name=refresh>")).toBeUndefined();
});
