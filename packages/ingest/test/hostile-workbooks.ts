/** Workbooks that are broken, or made to mislead or to exhaust. Each must end in a refusal. */
import { type RawPart, inlineRows, part, rawParts, zip } from "./raw-xlsx.ts";

const DATA = inlineRows([["甲"]]);
const withPart = (name: string, change: Partial<RawPart>): Uint8Array =>
  zip(rawParts(DATA).map((each) => (each.name === name ? { ...each, ...change } : each)));
const SHEET = "xl/worksheets/sheet1.xml";
const zeros = (mebibytes: number): Uint8Array => new Uint8Array(mebibytes * 1024 * 1024);
const inSheet = (inside: string, strings = ""): Uint8Array => zip(rawParts(inside, strings));
const cell = (name: string, inside: string, type = "n"): string =>
  `<sheetData><row r="${/\d+/u.exec(name)?.[0] ?? ""}"><c r="${name}" t="${type}">${inside}</c></row></sheetData>`;
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"));
const old = (stream: string): Uint8Array =>
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(512), ...utf16(stream), ...new Uint8Array(512)]);

const merges = (count: number): string =>
  Array.from({ length: count }, (_, at) => `<mergeCell ref="A${at + 1}:B${at + 1}"/>`).join("");

const tall = (rows: number, column: number): string =>
  `<sheetData>${Array.from({ length: rows }, (_, at) => `<row r="${at + 1}">${at === 0 ? '<c r="A1" t="str"><v>甲</v></c>' : ""}<c r="${String.fromCharCode(65 + (column % 26))}${at + 1}"><v>${at}</v></c></row>`.replace('<c r="L', '<c r="BL')).join("")}</sheetData>`;

/** What is made only when its turn comes; then the code, and words of the reason. */
export const HOSTILE_WORKBOOKS: readonly (readonly [string, () => Uint8Array, string, RegExp])[] = [
  ["1 GiB in 1 MiB that says so", () => withPart(SHEET, { bytes: zeros(31) }), "too-large", /压缩了 250 倍以上/u],
  [
    "a part that says it is small",
    () => withPart(SHEET, { bytes: zeros(200), declared: 100 }),
    "damaged-file",
    /sheet1\.xml.*与登记的大小不符/u,
  ],
  ["a part that says it is larger", () => withPart(SHEET, { declared: 100_000 }), "damaged-file", /大小或校验值不符/u],
  ["a part over 32 MiB", () => withPart(SHEET, { declared: 33 * 1024 * 1024 }), "too-large", /超过 32 MiB/u],
  [
    "parts over 512 MiB that nobody reads",
    () =>
      zip([
        ...rawParts(DATA),
        ...Array.from({ length: 17 }, (_, at) => ({ ...part(`m${at}`, "x"), declared: 2 ** 25 })),
      ]),
    "too-large",
    /512 MiB/u,
  ],
  [
    "two parts of one name",
    () => zip([...rawParts(DATA), part(SHEET, "<worksheet/>")]),
    "damaged-file",
    /sheet1\.xml.*重复出现/u,
  ],
  [
    "two parts of one name but for its case",
    () => zip([...rawParts(DATA), part("XL/Workbook.xml", "<workbook/>")]),
    "damaged-file",
    /重复出现/u,
  ],
  [
    "2,000 entries that share their bytes",
    () =>
      zip([
        ...rawParts(DATA),
        ...Array.from({ length: 2000 }, (_, at) => ({
          ...part(`p${at}`.padEnd(24, "x"), "<a/>"),
          localName: SHEET,
          overlaps: true,
        })),
      ]),
    "damaged-file",
    /名称不同|重叠/u,
  ],
  [
    "10,000 entries",
    () => zip([...rawParts(DATA), ...Array.from({ length: 10_000 }, (_, at) => part(`p${at}`, ""))]),
    "too-large",
    /上限 4096 个/u,
  ],
  [
    "another name inside than in the directory",
    () => withPart(SHEET, { localName: "xl/worksheets/sheet2.xml" }),
    "damaged-file",
    /名称不同/u,
  ],
  ["an encrypted part", () => withPart(SHEET, { flags: 1 }), "damaged-file", /加了密/u],
  ["an unusual method", () => withPart(SHEET, { method: 12 }), "damaged-file", /残缺/u],
  ["ZIP64 sizes", () => withPart(SHEET, { declared: 0xffffffff }), "damaged-file", /ZIP64/u],
  ["bytes behind the archive", () => Uint8Array.from([...zip(rawParts(DATA)), 1, 2, 3]), "damaged-file", /没有结尾/u],
  [
    "an archive behind another one",
    () => Uint8Array.from([...zip([part("a", "b")]), ...zip(rawParts(DATA))]),
    "damaged-file",
    /./u,
  ],
  [
    "no sheet",
    () => zip(rawParts(DATA).filter(({ name }) => name !== SHEET)),
    "damaged-file",
    /缺少部件「xl\/worksheets\/sheet1\.xml」/u,
  ],
  [
    "no workbook",
    () => zip(rawParts(DATA).filter(({ name }) => name !== "xl/workbook.xml")),
    "damaged-file",
    /缺少部件/u,
  ],
  [
    "no relationships of the workbook",
    () => zip(rawParts(DATA).filter(({ name }) => !name.endsWith("workbook.xml.rels"))),
    "damaged-file",
    /工作表「表」没有对应的部件/u,
  ],
  [
    "DOCTYPE with an external entity",
    () =>
      withPart(SHEET, part(SHEET, '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet>&x;</worksheet>')),
    "damaged-file",
    /DOCTYPE/u,
  ],
  [
    "laughs",
    () =>
      withPart(
        SHEET,
        part(SHEET, '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'),
      ),
    "damaged-file",
    /DOCTYPE/u,
  ],
  [
    "an entity that is not declared",
    () => withPart(SHEET, part(SHEET, "<worksheet>&x;</worksheet>")),
    "damaged-file",
    /不是合格的 XML/u,
  ],
  ["300,000 elements deep", () => inSheet("<a>".repeat(300_000)), "damaged-file", /嵌套超过 64 层/u],
  [
    "200,000 attributes",
    () => inSheet(`<a ${Array.from({ length: 200_000 }, (_, at) => `a${at}=""`).join(" ")}/>`),
    "damaged-file",
    /属性过多/u,
  ],
  [
    "5,000,000 elements",
    () => inSheet(Array.from({ length: 5_000_000 }, (_, at) => `<a/>${((at * 7919) >> 5) % 10}`).join("")),
    "too-large",
    /元素已超过上限/u,
  ],
  ["90,000 rows with a cell far to the right", () => inSheet(tall(90_000, 63)), "too-large", /上限 800000 格/u],
  [
    "90,000 rows with a cell each",
    () => inSheet(tall(90_000, 1)),
    "unrecognised-layout",
    /^来件\.xlsx 表 未识别的版式。此处看到「甲 0 1 2.*缺少：「项目名称」/u,
  ],
  ["a column of 400,000 cells", () => inSheet(tall(400_000, 1)), "too-large", /有内容的行过多/u],
  [
    "400,000 cells in 10,000 rows",
    () =>
      inSheet(
        `<sheetData>${`<row>${"<c><v>1</v></c>".repeat(40)}</row>`.repeat(10_000)}<row><c t="str"><v>${Array.from({ length: 9000 }, (_, at) => at).join("")}</v></c></row></sheetData>`,
      ),
    "too-large",
    /有内容的格过多/u,
  ],
  [
    "600,000 merged cells",
    () => inSheet(`<mergeCells>${merges(600_000)}</mergeCells>`),
    "too-large",
    /合并单元格超过 50000 处/u,
  ],
  [
    "a million merged cells",
    () => inSheet(`<mergeCells>${merges(1_000_000)}</mergeCells>`),
    "too-large",
    /展开后超过 32 MiB/u,
  ],
  [
    "a cell of 20 MiB",
    () =>
      inSheet(
        cell("B3", `<is><t>${Array.from({ length: 2_000_000 }, (_, at) => at).join("、")}</t></is>`, "inlineStr"),
      ),
    "too-large",
    /B3.*上限 32767 个/u,
  ],
  [
    "a million references to one text",
    () =>
      inSheet(
        `<sheetData>${Array.from({ length: 10_000 }, (_, at) => `<row r="${at + 1}">${'<c t="s"><v>0</v></c>'.repeat(60)}</row>`).join("")}</sheetData>`,
        `<si><t>${"长".repeat(30_000)}</t></si>`,
      ),
    "too-large",
    /文字合计超过/u,
  ],
  [
    "a reference to a text that is not there",
    () => inSheet(cell("C7", "<v>5</v>", "s"), "<si><t>甲</t></si>"),
    "damaged-file",
    /C7.*第「5」条文字/u,
  ],
  ["a negative reference", () => inSheet(cell("C7", "<v>-1</v>", "s"), "<si><t>甲</t></si>"), "damaged-file", /C7/u],
  [
    "a cell in another row",
    () => inSheet('<sheetData><row r="2"><c r="A9"><v>1</v></c></row></sheetData>'),
    "damaged-file",
    /第 2 行.*「A9」/u,
  ],
  [
    "a cell twice",
    () => inSheet('<sheetData><row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row></sheetData>'),
    "damaged-file",
    /A2.*出现了两次/u,
  ],
  ["a cell beyond the last column", () => inSheet(cell("XFE1", "<v>1</v>")), "damaged-file", /XFE1/u],
  ["a row beyond the last one", () => inSheet('<sheetData><row r="1048577"/></sheetData>'), "damaged-file", /1048577/u],
  [
    "a merged range that ends before it begins",
    () => inSheet('<mergeCells><mergeCell ref="B2:A1"/></mergeCells>'),
    "damaged-file",
    /B2:A1/u,
  ],
  ["NUL", () => inSheet(cell("A1", "<is><t>甲\u0000</t></is>", "inlineStr")), "damaged-file", /XML/u],
  [
    "a declared encoding that is another",
    () => withPart(SHEET, part(SHEET, '<?xml version="1.0" encoding="GBK"?><worksheet/>')),
    "damaged-file",
    /GBK/u,
  ],
  [
    "bytes that are no UTF-8",
    () => withPart(SHEET, { bytes: Uint8Array.from([0x3c, 0xff, 0xfe, 0x3e]) }),
    "damaged-file",
    /编码/u,
  ],
  [
    "cells far apart without a form",
    () => inSheet(`<dimension ref="A1:XFD1048576"/>${cell("XFD1048576", "<is><t>甲</t></is>", "inlineStr")}`),
    "empty",
    /./u,
  ],
  ["no text at all", () => inSheet('<sheetData><row r="1"><c r="A1" s="3"/></row></sheetData>'), "empty", /没有文字/u],
  ["macros", () => zip(rawParts(DATA, "", "", "sheet.macroEnabled.main")), "unsupported-medium", /宏/u],
  [
    "a binary workbook",
    () => zip(rawParts(DATA, "", "", "sheet.binary.macroEnabled.main")),
    "unsupported-medium",
    /xlsb/u,
  ],
  [
    "a workbook that says it is a Word document",
    () =>
      zip(
        rawParts(DATA).map((each) =>
          each.name.startsWith("[")
            ? part(
                each.name,
                new TextDecoder().decode(each.bytes).replace("spreadsheetml.sheet", "wordprocessingml.document"),
              )
            : each,
        ),
      ),
    "damaged-file",
    /Word/u,
  ],
  [
    "OpenDocument",
    () => zip([part("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), part("content.xml", "<a/>")]),
    "unsupported-medium",
    /OpenDocument/u,
  ],
  [
    "an archive of anything",
    () => zip([part("../../etc/evil.xml", "x"), part("__proto__", "y")]),
    "unsupported-medium",
    /压缩包/u,
  ],
  ["an old workbook under a new name", () => old("Workbook"), "unsupported-medium", /旧版 Excel 文件（\.xls）/u],
  ["a workbook with a password", () => old("EncryptedPackage"), "unsupported-medium", /密码/u],
];
