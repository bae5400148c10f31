/** Pages that we set ourselves: their fonts, feet and links, seen by readers that are not ours. */
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Printer, openPrinter, readPrintedPdf } from "../src/index.ts";
import { readStyleSheet } from "../src/page/style-sheet.ts";
import type { PrintJob } from "../src/pdf/print-job.ts";
import type { PrinterEvent } from "../src/pdf/printer.ts";
import { blocksOf } from "./blocks-of.ts";
import { folderOf, font, root } from "./font-folder.ts";
import { fontNamesOf, kindsOfFonts, pageTexts, textOf } from "./read-pdf.ts";

const css = `@page { size: A4; margin: 20mm; @bottom-center { content: "第 " counter(page) " 页，共 " counter(pages) " 页"; font-family: "Zpb Song"; font-size: 9pt; } }
body { font-family: "Zpb Song"; }
.bold { font-weight: bold; } .song { font-family: "Zpb Song"; } .hei { font-family: "Zpb Hei"; } .kai { font-family: "Zpb Kai"; }
.fang { font-family: "Zpb FangSong"; } .bt { font-family: "Zpb XiaoBiaoSong"; } .part { break-before: page; }`;
const style = readStyleSheet([{ file: "page.css", css }]);

/** No browser could print this: it has no HTML. */
const page = (body: string, ...texts: readonly string[]) =>
  ({ html: "", blocks: blocksOf(body), style, title: "样张", texts }) satisfies PrintJob;

const events: PrinterEvent[] = [];
let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter({ report: (event) => events.push(event) });
});
afterAll(() => printer.close());

describe("fonts of a page that is set", () => {
  test("are those of its roles, regular and bold, and no other", async () => {
    const line = "二〇二四年度，Aa 0123456789％";
    const bodies = ["bt", "song", "hei", "kai", "fang"].map(
      (role) => `<p class="${role}">${line}<span class="bold">${line}</span></p>`,
    );
    const { bytes, fonts } = await printer.print(page(bodies.join(""), line + line));
    expect(await fontNamesOf(bytes)).toEqual([
      "ZpbHei-Common-Bold",
      "ZpbHei-Common-Regular",
      "ZpbKai-Common-Bold",
      "ZpbKai-Common-Regular",
      "ZpbSong-Common-Bold",
      "ZpbSong-Common-Regular",
    ]);
    expect(await kindsOfFonts(bytes)).toEqual(["CIDFontType2", "Type0"]);
    expect(await textOf(bytes)).toContain((line + line).replaceAll(" ", "").repeat(5));
    expect(fonts.map(({ family }) => family)).toEqual([
      "Zpb Song",
      "Zpb Song",
      "Zpb Hei",
      "Zpb Hei",
      "Zpb Kai",
      "Zpb Kai",
    ]);
  });

  test("lend each other what one of them lacks, and that is told", async () => {
    const { bytes } = await printer.print(page('<p class="song">负责人为𠮷田，㐂䶮々鿰</p>', "负责人为𠮷田，㐂䶮々鿰"));
    expect(await textOf(bytes)).toContain("负责人为𠮷田，㐂䶮々鿰");
    expect(await fontNamesOf(bytes)).toEqual(["ZpbKai-Rare-Regular", "ZpbSong-Common-Regular", "ZpbSong-Rare-Regular"]);
    expect(events.filter(({ code }) => code === "glyph-lent").map(({ message }) => message)).toContainEqual(
      expect.stringContaining("“𠮷”（U+20BB7）宋体"),
    );
  });

  test("that have no glyph for a character refuse the page by name, in text or foot", async () => {
    await expect(printer.print(page("<p>负责人为𡋾田</p>", "负责人为𡋾田"))).rejects.toMatchObject({
      code: "print/missing-glyph",
      why: expect.stringContaining("“𡋾”（U+212FE）"),
    });
    const foot = readStyleSheet([{ file: "page.css", css: css.replace("第 ", "𡋾") }]);
    await expect(printer.print({ ...page("<p>一</p>", "一"), style: foot })).rejects.toMatchObject({
      code: "print/missing-glyph",
    });
  });

  test("may be the user's own", async () => {
    const folder = folderOf({ "fs.ttf": await font("FangSong_GB2312", { chinese: "仿宋_GB2312", from: "Zpb Kai" }) });
    const own = await openPrinter({ fonts: folder, cacheDir: join(root, "cache") });
    try {
      const job = page('<p class="fang">绩效<span class="bold">自评</span>目标</p>', "绩效自评目标");
      const [first, second] = [await own.print(job), await own.print(job)];
      expect(await textOf(first.bytes)).toContain("绩效自评目标");
      expect((await fontNamesOf(first.bytes)).map((name) => name.replace(/-[0-9a-f]{8}-/u, "-#-"))).toEqual([
        "FangSongGB2312-#-Common-Regular",
        "ZpbSong-Common-Regular",
      ]);
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    } finally {
      await own.close();
    }
  });

  test("give radicals no chance: a text that is not drawn as it is written is refused", async () => {
    await expect(printer.print(page("<p>项⽬</p>", "项⽬"))).rejects.toMatchObject({ code: "print/missing-glyph" });
    await expect(printer.print(page("<p>项</p>", "项目"))).rejects.toMatchObject({ code: "print/text-lost" });
  });
});

describe("pages that are set", () => {
  test("count themselves at their feet", async () => {
    const part = (text: string) => `<section class="part"><p>${text}</p></section>`;
    const { bytes, pages } = await printer.print(page(part("甲") + part("乙") + part("丙"), "甲", "乙", "丙"));
    expect(pages).toBe(3);
    expect(await pageTexts(bytes)).toEqual(["第1页，共3页甲", "第2页，共3页乙", "第3页，共3页丙"]);
  });

  test("lead to each other by links with the page of their target", async () => {
    const body = `<p>目录<a href="#there" data-fill="page"></a></p><section class="part"><p id="there">那里</p></section>`;
    const { bytes, pageOf } = await printer.print(page(body, "目录", "那里"));
    expect([...pageOf]).toEqual([["there", 2]]);
    expect((await pageTexts(bytes))[0]).toBe("第1页，共2页目录2");
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const [first, second] = pdf.getPages();
    const notes = first?.node.Annots()?.asArray() ?? [];
    expect(notes).toHaveLength(1);
    const note = pdf.context.lookup(notes[0], PDFDict);
    expect(note.get(PDFName.of("Dest"))).toBe(PDFName.of("there"));
    expect(note.lookup(PDFName.of("Contents"), PDFHexString).decodeText()).toBe("2");
    const place = pdf.catalog.lookup(PDFName.of("Dests"), PDFDict).lookup(PDFName.of("there"), PDFArray);
    expect(place.get(0)).toBe(second?.ref);
  });

  test("may be empty", async () => {
    expect(await pageTexts((await printer.print(page(""))).bytes)).toEqual(["第1页，共1页"]);
  });

  test("keep no-break spaces, and their meaning", async () => {
    const { bytes } = await printer.print(page("<p>信息化\u00a0运维&nbsp;项目</p>", "信息化\u00a0运维\u00a0项目"));
    expect(readPrintedPdf(bytes).blocks).toEqual(["信息化\u00a0运维\u00a0项目"]);
  });

  test("are read in the order in which they are written, links included", async () => {
    const body = '<p>见<a href="#x">附表一</a>的说明</p><p id="x">附表一</p>';
    const { bytes } = await printer.print(page(body, "见附表一的说明"));
    expect(readPrintedPdf(bytes).blocks).toEqual(["见附表一的说明", "附表一"]);
  });

  test("give a merged cell all its rows in the tags, also where a row beside it is parted", async () => {
    const body = `<table><tbody><tr><th scope="rowgroup" rowspan="3">组</th><td>${"文".repeat(4000)}</td></tr><tr><td>乙</td></tr><tr><td>丙</td></tr></tbody></table>`;
    const { bytes, pages } = await printer.print(page(body, "组", "乙", "丙"));
    expect(pages).toBeGreaterThan(1);
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    const spans = pdf.context.enumerateIndirectObjects().flatMap(([, object]) => {
      const isHeading = object instanceof PDFDict && object.get(PDFName.of("S")) === PDFName.of("TH");
      return isHeading ? [String(object.lookup(PDFName.of("A"), PDFDict).get(PDFName.of("RowSpan")))] : [];
    });
    expect(spans).toEqual(["3"]);
  });

  test("take the font of the page where a style names none of ours", async () => {
    const plain = readStyleSheet([
      {
        file: "page.css",
        css: '@page { margin: 20mm; @bottom-center { content: counter(page); } } body { font-family: SimSun, "Zpb Hei"; }',
      },
    ]);
    const { bytes } = await printer.print({ ...page("<p>甲</p>", "甲"), style: plain });
    expect(await fontNamesOf(bytes)).toEqual(["ZpbHei-Common-Regular", "ZpbSong-Common-Regular"]);
    expect(await textOf(bytes)).toBe("1甲");
  });

  test("may be narrower than their padding", async () => {
    const narrow = readStyleSheet([
      {
        file: "page.css",
        css: "@page { size: 20mm 100mm; } .wide { padding: 0 15mm; } td { border: 0.5pt solid #000; }",
      },
    ]);
    const body = '<section class="wide"><p>甲乙</p><table><tbody><tr><td>丙</td></tr></tbody></table></section>';
    const { bytes } = await printer.print({ ...page(body, "甲乙", "丙"), style: narrow });
    expect(readPrintedPdf(bytes).blocks).toEqual(["甲乙", "丙"]);
  });
});
