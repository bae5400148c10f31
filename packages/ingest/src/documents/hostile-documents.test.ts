import { describe, expect, it } from "vitest";
import { PLAIN_TABLE, piecesOf } from "../../test/form-table.ts";
import { pageOf } from "../../test/page-of.ts";
import { randomForm } from "../../test/random-form.ts";
import { part, zip } from "../../test/raw-xlsx.ts";
import { run, wordBodyOf, wordFileOf, wordParts } from "../../test/word-file-of.ts";
import { formatProblem, readForms } from "../index.ts";

const PIECES = [piecesOf(randomForm(7), PLAIN_TABLE)];
const BODY = wordBodyOf(PIECES, { runs: "whole", grid: "drawn", prefix: "w", hidden: false });
const PAGE = pageOf(PIECES, { kind: "plain", widths: "none", spaces: false, hidden: false });
const WORDPROCESSING = "application/vnd.openxmlformats-officedocument.wordprocessingml";

const text = (content: string) => (): Uint8Array => new TextEncoder().encode(content);
const word = (body: string) => (): Uint8Array => wordFileOf(body);
/** A document whose main part is this XML. */
const main = (xml: string) => (): Uint8Array =>
  zip(wordParts("").map((each) => (each.name === "word/document.xml" ? part(each.name, xml) : each)));
const table = (cells: string): string => `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
const cell = (property: string): string => `<w:tc><w:tcPr>${property}</w:tcPr><w:p>${run("甲")}</w:p></w:tc>`;

type Case = readonly [name: string, make: () => Uint8Array, code: string, says: RegExp];
const CASES: readonly Case[] = [
  [
    "a span without end",
    word(table(cell(`<w:gridSpan w:val="2147483647"/>`))),
    "damaged-file",
    /表1 第1行.*2147483647/u,
  ],
  [
    "a negative span",
    word(BODY.replace(/w:gridSpan w:val="\d"/u, `w:gridSpan w:val="-3"`)),
    "damaged-file",
    /表1 第1行.*-3/u,
  ],
  ["a row of 2,000 columns", word(table(cell(`<w:gridSpan w:val="1000"/>`).repeat(2))), "too-large", /表1 第1行/u],
  ["a table of 65 columns", word(table(cell("").repeat(65))), "too-large", /表1 .*65 列/u],
  [
    "tables 50 deep",
    word(`${"<w:tbl><w:tr><w:tc>".repeat(50)}<w:p/>${"</w:tc></w:tr></w:tbl>".repeat(50)}`),
    "damaged-file",
    /document\.xml.*嵌套/u,
  ],
  ["elements 300,000 deep", main("<w:p>".repeat(300_000)), "damaged-file", /嵌套/u],
  [
    "an entity",
    main(`<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document><w:body>&b;</w:body></w:document>`),
    "damaged-file",
    /DOCTYPE/u,
  ],
  [
    "no main part",
    () => zip(wordParts("").filter(({ name }) => name !== "word/document.xml")),
    "damaged-file",
    /document\.xml/u,
  ],
  ["no text", word("<w:p/>"), "empty", /没有文字/u],
  [
    "a picture of a form",
    word(`<w:p><w:r><w:drawing><a:blip xmlns:a="a"/></w:drawing></w:r></w:p>`),
    "empty",
    /只有 1 张图片/u,
  ],
  [
    "a paragraph of 10 million characters",
    word(`<w:p>${run("项".repeat(10_000_000))}</w:p>`),
    "too-large",
    /展开|压缩/u,
  ],
  [
    "macros",
    () => wordFileOf(BODY, [], "application/vnd.ms-word.document.macroEnabled.main+xml"),
    "unsupported-medium",
    /宏.*\.docx/u,
  ],
  ["a page 300,000 deep", text(`<html>${"<div>".repeat(300_000)}`), "too-large", /嵌套/u],
  ["a page of fonts 300,000 deep", text(`<p>${"<font>".repeat(300_000)}`), "too-large", /嵌套/u],
  ["a page of millions of elements", text(`<html>${"<p>a".repeat(2_000_000)}`), "too-large", /元素/u],
  [
    "an element with 200,000 attributes",
    text(`<table ${Array.from({ length: 200_000 }, (_, at) => `a${at}`).join(" ")}>`),
    "too-large",
    /属性/u,
  ],
  [
    "cells over cells without end",
    text(`<table>${`<tr>${"<td rowspan=65534>a".repeat(900)}`.repeat(20)}`),
    "too-large",
    /表1 第\d+行.*单元格/u,
  ],
  ["20,001 tables", text("<table><tr><td>a</table>".repeat(20_001)), "too-large", /表20001/u],
  ["RAR", () => Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00), "unsupported-medium", /压缩包.*解压/u],
  ["a picture", () => Uint8Array.of(0x47, 0x49, 0x46, 0x38, 0x39, 0x61), "unsupported-medium", /图片.*重新填报/u],
  [
    "bytes of nothing known",
    () => Uint8Array.from({ length: 512 }, (_, at) => 255 - (at % 256)),
    "not-text",
    /认不出.*重新保存/u,
  ],
  ["a table parted by commas", text("﻿,项目名称,某某平台\n,主管部门,某局\n"), "unsupported-medium", /\.csv.*\.xlsx/u],
  [
    "an old file of no known kind",
    () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0),
    "unsupported-medium",
    /旧版 Office.*\.docx/u,
  ],
  ["RTF", text(String.raw`{\rtf1\ansi {\b 自评表}}`), "unsupported-medium", /这是 RTF.*另存为/u],
  [
    "a page in one file",
    text('From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="a"\r\n\r\n--a'),
    "unsupported-medium",
    /\.mht/u,
  ],
  [
    "a workbook of 2003 in XML",
    text('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn"></Workbook>'),
    "unsupported-medium",
    /Excel 2003/u,
  ],
  [
    "a Word file of 2003 in XML",
    text('<?xml version="1.0"?><w:wordDocument xmlns:w="w"></w:wordDocument>'),
    "unsupported-medium",
    /Word 2003/u,
  ],
];

describe("hostile documents are refused in words", () => {
  it.each(CASES)("%s", async (_name, make, code, says) => {
    const bytes = make();
    const before = process.memoryUsage().rss;
    // Time of the processor, not of the clock: other tests run beside this one.
    const from = process.threadCpuUsage();
    const { forms, problems } = await readForms({ name: "来稿", bytes });
    const { user, system } = process.threadCpuUsage(from);
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
    expect(forms).toEqual([]);
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    const [problem] = problems;
    for (const sentence of [problem?.what, problem?.why, problem?.next]) expect(sentence).toMatch(/[。）]$/u);
    expect(formatProblem(problem as NonNullable<typeof problem>)).toMatch(says);
    expect(grown).toBeLessThan(300);
    expect((user + system) / 1_000_000).toBeLessThan(3);
  });
});

describe("odd documents are read right", () => {
  const name = async (bytes: Uint8Array) => {
    const { forms, problems } = await readForms({ name: "来稿", bytes });
    expect(problems).toEqual([]);
    return forms[0]?.projectName;
  };
  const want = randomForm(7).projectName;

  it.each([
    ["a span of 0", BODY.replace("<w:tcPr>", `<w:tcPr><w:gridSpan w:val="0"/>`)],
    ["a merged cell that begins nowhere", BODY.replace("<w:tcPr>", "<w:tcPr><w:vMerge/>")],
    [
      "rows of different length",
      BODY.replaceAll(/<w:tc><w:tcPr><w:tcW[^>]*><\/w:tcPr><w:p><\/w:p><\/w:tc><\/w:tr>/gu, "</w:tr>"),
    ],
    ["another file in it", `${BODY}<w:altChunk/>`],
  ])("%s", async (_name, body) => {
    expect(await name(wordFileOf(body))).toBe(want);
  });

  it.each([
    ["a template", `${WORDPROCESSING}.template.main+xml`],
    ["a document by its name", `${WORDPROCESSING}.document.main+xml`],
  ])("%s", async (_name, type) => {
    expect(await name(wordFileOf(BODY, [], type))).toBe(want);
  });

  it("strict Open XML", async () => {
    const strict = (xml: string): string =>
      xml
        .replaceAll(
          "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
          "http://purl.oclc.org/ooxml/wordprocessingml/main",
        )
        .replaceAll(
          "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
          "http://purl.oclc.org/ooxml/officeDocument/relationships",
        );
    const parts = wordParts(BODY).map((each) => part(each.name, strict(new TextDecoder().decode(each.bytes))));
    expect(await name(zip(parts))).toBe(want);
  });

  it("a page with cells that overlap, rows that end early, numbers that are none", async () => {
    const spoilt = PAGE.replace("<td", "<td rowspan=x colspan=0").replaceAll("</td></tr>", "</td></tr></tbody><tbody>");
    expect(await name(new TextEncoder().encode(spoilt.replace(/rowspan="\d+"/gu, "")))).toBe(want);
  });
});
