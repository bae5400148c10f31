/** Archives and XML that lie, cases 10 and 11, beside those of `hostile-workbooks.ts`. */
import { deflateRawSync } from "node:zlib";
import { ENDED, ENDED_WORDS, type HostileCase } from "./hostile-case.ts";
import { HOSTILE_WORKBOOKS } from "./hostile-workbooks.ts";
import { type RawPart, inlineRows, part, rawParts, zip } from "./raw-xlsx.ts";

const DATA = inlineRows([["甲"]]);
const SHEET = "xl/worksheets/sheet1.xml";
const file = "来件.xlsx";
const damaged = ["damaged-file"] as const;
const sound = (): RawPart[] => rawParts(DATA);
const withSheet = (xml: string | Uint8Array): Uint8Array =>
  zip(
    sound().map((each) =>
      each.name === SHEET ? (typeof xml === "string" ? part(SHEET, xml) : { name: SHEET, bytes: xml }) : each,
    ),
  );
const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);

/** Names that lead out of a folder, or into the prototype of an object: nobody reads them, and the form beside them is none. */
const TRAVELLERS = [
  "../../etc/evil.xml",
  "..\\..\\evil.xml",
  "/etc/passwd",
  "C:\\evil.xml",
  "__proto__",
  "constructor",
];

const entity = (declaration: string): string =>
  `<!DOCTYPE a [${declaration}]><worksheet><sheetData><row><c t="str"><v>&x;</v></c></row></sheetData></worksheet>`;

const laughs = (levels: number): string =>
  entity(
    `<!ENTITY x0 "哈哈哈哈哈哈哈哈哈哈">${Array.from({ length: levels }, (_, at) => `<!ENTITY x${at + 1} "${`&x${at};`.repeat(10)}">`).join("")}<!ENTITY x "&x${levels};">`,
  );

const OF_OUR_OWN: readonly HostileCase[] = [
  ...TRAVELLERS.map(
    (name): HostileCase => ({
      name: `Z-TRAV ${name}`,
      file,
      make: () => zip([...sound(), part(name, "<a/>")]),
      codes: ["unrecognised-layout"],
      words: /^来件\.xlsx 表：未识别的版式/u,
    }),
  ),
  {
    name: "Z-PREFIX bytes before the archive",
    file,
    make: () => Uint8Array.from([...new TextEncoder().encode("PK\u0003\u0004"), ...zip(sound())]),
    codes: damaged,
    words: /来件\.xlsx/u,
  },
  {
    name: "Z-TRUNC half of it",
    file,
    make: () => zip(sound()).subarray(0, 700),
    codes: damaged,
    words: /没有结尾，文件可能没有传完/u,
  },
  {
    name: "Z-NESTED archives in archives",
    file: "来件.zip",
    make: () => {
      let inner = zip([part("0", "甲".repeat(1_000_000))]);
      for (let level = 1; level < 40; level += 1) inner = zip([{ name: `${level}.zip`, bytes: inner }]);
      return inner;
    },
    codes: ["unsupported-medium"],
    words: /压缩包/u,
  },
  {
    name: "Z-BOMB a stream that goes on behind its declared size",
    file,
    make: () => {
      const packed = deflateRawSync(new Uint8Array(256 * 1024 * 1024));
      return zip(sound().map((each) => (each.name === SHEET ? { name: SHEET, bytes: packed, method: 0 } : each)));
    },
    codes: damaged,
    words: /sheet1\.xml.*文字编码有误/u,
  },
  ...[
    ["file", '<!ENTITY x SYSTEM "file:///etc/passwd">'],
    ["http", '<!ENTITY x SYSTEM "http://127.0.0.1:1/x">'],
    ["parameter", '<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd">%p;'],
  ].map(
    ([kind = "", declaration = ""]): HostileCase => ({
      name: `X-XXE ${kind} entity`,
      file,
      make: () => withSheet(entity(declaration)),
      codes: damaged,
      words: /sheet1\.xml.*DOCTYPE/u,
    }),
  ),
  { name: "X-LAUGHS ten thousand million", file, make: () => withSheet(laughs(9)), codes: damaged, words: /DOCTYPE/u },
  {
    name: "X-NUMREF a million references",
    file,
    make: () =>
      withSheet(
        `<worksheet><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>${Array.from({ length: 1_000_000 }, (_, at) => `&#${0x4e00 + (at % 20_000)};`).join("")}</t></is></c></row></sheetData></worksheet>`,
      ),
    codes: ["too-large"],
    words: /表!B3.*上限 32767 个/u,
  },
  {
    name: "X-CELL 100 MiB in a part that unfolds honestly",
    file,
    make: () =>
      withSheet(
        `<worksheet><sheetData><row><c t="str"><v>${"甲".repeat(35 * 1024 * 1024)}</v></c></row></sheetData></worksheet>`,
      ),
    codes: ["too-large"],
    words: /sheet1\.xml.*32 MiB/u,
  },
  {
    name: "X-UTF16 declared as UTF-8 and cut in the middle of a character",
    file,
    make: () => withSheet(utf16('<?xml version="1.0" encoding="UTF-8"?><worksheet>\u{20000}').subarray(0, -1)),
    codes: damaged,
    words: /sheet1\.xml.*(?:编码|XML)/u,
  },
  {
    name: "X-NSBOMB a thousand name spaces on each of ten thousand elements",
    file,
    make: () =>
      withSheet(
        `<worksheet>${`<a ${Array.from({ length: 1000 }, (_, at) => `xmlns:n${at}="u${at}"`).join(" ")}/>`.repeat(100)}</worksheet>`,
      ),
    codes: damaged,
    words: /sheet1\.xml.*属性过多/u,
  },
];

/**
 * Of `hostile-workbooks.ts` those and these. What a workbook may hold is read in nearly the time that is allowed, so that
 * one or the other limit refuses it; which one the reader has is tested beside it.
 */
export const HOSTILE_ARCHIVES: readonly HostileCase[] = [
  ...HOSTILE_WORKBOOKS.map(
    ([name, make, code, words]): HostileCase => ({
      name,
      file,
      make,
      codes: [code, ...ENDED],
      words: new RegExp(`${words.source.replaceAll("来件\\.xlsx 表 ", "来件\\.xlsx 表：")}|${ENDED_WORDS.source}`, "u"),
    }),
  ),
  ...OF_OUR_OWN,
];
