/** Every role that a style sheet may name, printed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPrinter } from "../src/pdf/open-printer.ts";
import type { Printer, PrinterEvent } from "../src/pdf/printer.ts";
import { fontNamesOf, kindsOfFonts, textOf } from "./read-pdf.ts";

const events: PrinterEvent[] = [];
let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter({ report: (event) => events.push(event) });
});
afterAll(() => printer.close());

const told = (code: PrinterEvent["code"]) =>
  events.filter((event) => event.code === code).map(({ message }) => message);

const page = (body: string, texts: readonly string[]) => ({
  html: `<!DOCTYPE html><html lang="zh-CN"><head><title>样张</title><style>
@page{size:A4;margin:20mm;@bottom-center{content:"— " counter(page) " —";font:14pt "Zpb FangSong"}}
p{font-size:16pt}.bt{font:22pt "Zpb XiaoBiaoSong";text-align:center}.song{font-family:"Zpb Song"}.hei{font-family:"Zpb Hei"}
.kai{font-family:"Zpb Kai"}.fang{font-family:"Zpb FangSong"}</style></head><body>${body}</body></html>`,
  title: "样张",
  texts,
});

test("a page names all roles: real faces for what we have, a stand-in that is told once for what we have not", async () => {
  const line = "二〇二四年度部门预算项目支出绩效自评情况，Aa 0123456789％";
  const body = ["bt", "song", "hei", "kai", "fang"].map((name) => `<p class="${name}">${line}<b>${line}</b></p>`);
  const job = page(
    body.join(""),
    Array.from({ length: 5 }, () => line + line),
  );
  const first = await printer.print(job);
  const second = await printer.print(job);
  expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  expect(await kindsOfFonts(first.bytes)).toEqual(["CIDFontType2", "Type0"]);
  expect(await fontNamesOf(first.bytes)).toEqual([
    "ZpbHei-Common-Bold",
    "ZpbHei-Common-Regular",
    "ZpbKai-Common-Bold",
    "ZpbKai-Common-Regular",
    "ZpbSong-Common-Bold",
    "ZpbSong-Common-Regular",
  ]);
  expect(told("font-substitute").map((message) => message.split("；")[0])).toEqual([
    "仿宋没有自带的字体，以 Noto Serif SC 常规代替",
    "小标宋没有自带的字体，以 Noto Serif SC 粗体代替",
  ]);
});

test("the manifest names the fonts that pages asked for", () => {
  expect(printer.versions.fonts.map(({ family, file }) => `${family} ${file}`)).toEqual([
    "Zpb Song NotoSerifSC_400Regular.ttf",
    "Zpb Song NotoSerifSC_700Bold.ttf",
    "Zpb Hei NotoSansSC_400Regular.ttf",
    "Zpb Hei NotoSansSC_700Bold.ttf",
    "Zpb Kai lxgw-wenkai-latin-500-normal.woff",
    "Zpb Kai lxgw-wenkai-latin-700-normal.woff",
  ]);
});

test("rare characters and signs print whole in every role", async () => {
  const line = "㐂䶮々〇，４㎡、①‰≥，鿰鿕鿿，䶶䶿";
  const body = ["bt", "song", "kai", "fang"].map((name) => `<p class="${name}">${line}<b>${line}</b></p>`).join("");
  expect(await textOf((await printer.print(page(body, [line + line]))).bytes)).toContain((line + line).repeat(4));
});

test("a character of another role's font is lent and told once, with its place", async () => {
  const job = page('<p class="song">负责人为𠮷田先生</p><p class="hei">鿸</p>', ["负责人为𠮷田先生", "鿸"]);
  for (let times = 0; times < 2; times++) {
    const { bytes } = await printer.print({ ...job, title: "甲项目" });
    expect(await textOf(bytes)).toContain("负责人为𠮷田先生");
    expect(await kindsOfFonts(bytes)).toEqual(["CIDFontType2", "Type0"]);
  }
  expect(told("glyph-lent").filter((message) => message.includes("𠮷") || message.includes("鿸"))).toEqual([
    "“𠮷”（U+20BB7）宋体、黑体、仿宋、小标宋的字体里没有，排成它们时借用 霞鹜文楷 的字形：“…负责人为𠮷田先生…”（甲项目）",
    "“鿸”（U+9FF8）黑体的字体里没有，排成它时借用 Noto Serif SC 的字形：“…鿸…”（甲项目）",
  ]);
});

test("a document names the fonts of its own page, whatever was printed before", async () => {
  const filesOf = async (body: string, text: string) => {
    const { fonts } = await printer.print({
      html: `<style>p{font-family:"Zpb Hei"}</style>${body}`,
      title: "样张",
      texts: [text],
    });
    return fonts.map(({ file }) => file);
  };
  const hei = ["NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"];
  expect(await filesOf("<p>绩效</p>", "绩效")).toEqual(hei);
  const lent = ["NotoSerifSC_400Regular.ttf", "NotoSerifSC_700Bold.ttf", ...hei];
  expect(await filesOf("<p>绩效鿸</p>", "绩效鿸")).toEqual(lent);
});
