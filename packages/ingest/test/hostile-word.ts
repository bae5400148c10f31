/** Word documents and web pages made to mislead or to exhaust, cases 12 and 13: a form and what somebody did to it. */
import type { WireForm } from "@zipingbiao/core";
import { PLAIN_TABLE, piecesOf } from "./form-table.ts";
import type { HostileCase } from "./hostile-case.ts";
import { type PageStyle, pageOf } from "./page-of.ts";
import { randomForm } from "./random-form.ts";
import { zip } from "./raw-xlsx.ts";
import { type MorePart, type WordStyle, wordBodyOf, wordFileOf, wordParts } from "./word-file-of.ts";

/** The form that everything here is made from. */
export const SPOILT_FORM: WireForm = randomForm(3);

const STYLE: WordStyle = { runs: "whole", grid: "drawn", prefix: "w", hidden: false };
const BODY = wordBodyOf([piecesOf(SPOILT_FORM, PLAIN_TABLE)], STYLE);
const PLAIN_PAGE: PageStyle = { kind: "plain", widths: "none", spaces: false, hidden: false };
const PAGE = pageOf([piecesOf(SPOILT_FORM, PLAIN_TABLE)], PLAIN_PAGE);
const file = "来件.docx";
const REFUSED = ["damaged-file", "too-large"] as const;

/** `edit` of the `nth` match of `pattern` (from 0; from the end for negative ones). */
function nth(text: string, pattern: RegExp, at: number, edit: (found: string) => string): string {
  const found = [...text.matchAll(pattern)].at(at);
  if (found === undefined) throw new Error(`no match ${at} of ${pattern.source}`);
  return text.slice(0, found.index) + edit(found[0]) + text.slice(found.index + found[0].length);
}

const CELL = /<w:tc>(?:(?!<w:tc>)[\s\S])*?<\/w:tc>/gu;
const asCell = (properties: string): string => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p/></w:tc>`;
const rowOf = (cells: string): string => `<w:tbl><w:tblGrid/><w:tr>${cells}</w:tr></w:tbl>`;

/** A file from which the form must come out as it is, or be refused, or asked about at every place that differs. */
export interface SpoiltCase {
  readonly name: string;
  readonly file: string;
  readonly make: () => Uint8Array;
  /** It must be read, and no refusal will do. */
  readonly isRead?: boolean;
}

const PLACES = [2, 9, 17, 30, 45, -3] as const;
const word = (name: string, edit: (body: string) => string): SpoiltCase => ({
  name,
  file,
  make: () => wordFileOf(edit(BODY)),
});
const inText = (body: string, at: number, inside: string): string =>
  nth(body, /<\/w:p><\/w:tc>/gu, at, (end) => `${inside}${end}`);
const shape = (text: string): string =>
  `<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;

export const SPOILT_DOCUMENTS: readonly SpoiltCase[] = [
  { name: "O-TABLE nothing done to it", file, make: () => wordFileOf(BODY), isRead: true },
  ...["2147483647", "0", "-1", "1e9", "甲", "99999999999999999999"].flatMap((span) =>
    PLACES.map((at) =>
      word(`O-TABLE gridSpan ${span} in cell ${at}`, (body) =>
        nth(body, CELL, at, (cell) =>
          cell
            .replace(/<w:gridSpan[^>]*>/u, "")
            .replace(/<w:tcPr>|<w:tc>(?!<w:tcPr>)/u, (head) =>
              head === "<w:tcPr>"
                ? `<w:tcPr><w:gridSpan w:val="${span}"/>`
                : `<w:tc><w:tcPr><w:gridSpan w:val="${span}"/></w:tcPr>`,
            ),
        ),
      ),
    ),
  ),
  word("O-TABLE vMerge that goes on from nothing", (body) =>
    nth(body, /<w:vMerge w:val="restart"\/>/gu, 0, () => "<w:vMerge/>"),
  ),
  ...PLACES.map((at) => word(`O-TABLE a row without its cell ${at}`, (body) => nth(body, CELL, at, () => ""))),
  ...PLACES.map((at) =>
    word(`O-TABLE a row with a cell more, ${at}`, (body) => nth(body, CELL, at, (cell) => cell + asCell(""))),
  ),
  ...PLACES.map((at) =>
    word(`O-TABLE text struck out, hidden and moved away in cell ${at}`, (body) =>
      inText(
        body,
        at,
        `<w:del w:id="1" w:author="a"><w:r><w:delText>99.99</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>99.99</w:t></w:r><w:moveFrom w:id="2" w:author="a"><w:r><w:t>99.99</w:t></w:r></w:moveFrom>`,
      ),
    ),
  ),
  ...PLACES.map((at) =>
    word(`O-TABLE a field of DDE in cell ${at}`, (body) =>
      inText(
        body,
        at,
        `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      ),
    ),
  ),
  ...PLACES.map((at) => word(`O-TABLE a text box over cell ${at}`, (body) => inText(body, at, shape("99.99")))),
  word("O-TABLE tables within tables, 50 deep, in a cell", (body) =>
    nth(body, /<\/w:tc>/gu, 20, (end) => `${nested(50)}<w:p/>${end}`),
  ),
  {
    name: "O-REL templates, images, objects, links and other text from outside",
    file,
    make: () =>
      zip(
        wordParts(BODY + OUTSIDE, EXTERNAL)
          .filter(({ name }) => !/^word\/(?:http|file):/u.test(name))
          .map(external),
      ),
  },
];

function nested(depth: number): string {
  return depth === 0 ? "<w:p/>" : rowOf(`<w:tc>${nested(depth - 1)}<w:p/></w:tc>`);
}

const EXTERNAL: readonly MorePart[] = [
  { type: "attachedTemplate", name: "http://127.0.0.1:1/t.dotm", xml: "" },
  { type: "image", name: "http://127.0.0.1:1/i.png", xml: "" },
  { type: "oleObject", name: "file:///etc/passwd", xml: "" },
  { type: "hyperlink", name: "file:///etc/passwd", xml: "" },
  { type: "aFChunk", name: "http://127.0.0.1:1/chunk.html", xml: "" },
];

/** Every relationship to an address is one to the outside. */
function external<T extends { readonly name: string; readonly bytes: Uint8Array }>(each: T): T {
  if (!each.name.endsWith("document.xml.rels")) return each;
  const xml = new TextDecoder()
    .decode(each.bytes)
    .replaceAll(/Target="((?:http|file):[^"]*)"/gu, 'Target="$1" TargetMode="External"');
  return { ...each, bytes: new TextEncoder().encode(xml) };
}

const OUTSIDE = `<w:altChunk r:id="rId5"/><w:p><w:hyperlink r:id="rId4"><w:r><w:t></w:t></w:r></w:hyperlink></w:p>`;

const HUGE = 2_147_483_647;

export const SPOILT_PAGES: readonly SpoiltCase[] = [
  { name: "nothing done to it", edit: (page: string) => page },
  ...[HUGE, 0, -1, "1e9"].flatMap((span) =>
    [3, 11, 40].flatMap((at) =>
      ["colspan", "rowspan"].map((attribute) => ({
        name: `${attribute} ${span} in cell ${at}`,
        edit: (page: string) => nth(page, /<td/gu, at, (tag) => `${tag} ${attribute}="${span}"`),
      })),
    ),
  ),
  {
    name: "scripts, frames and images from outside",
    edit: (page: string) =>
      page.replace(
        "<body>",
        `<body><script src="http://127.0.0.1:1/x.js"></script><iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:1/x" onerror="x()">`,
      ),
  },
].map(({ name, edit }) => ({
  name: `O-TABLE web page: ${name}`,
  file: "来件.html",
  make: () => new TextEncoder().encode(edit(PAGE)),
  isRead: name === "nothing done to it",
}));

/** Refused whole. */
export const HOSTILE_DOCUMENTS: readonly HostileCase[] = [
  {
    name: "O-TABLE 200,000 cells in a row",
    file,
    make: () => wordFileOf(rowOf(asCell("").repeat(200_000))),
    codes: REFUSED,
    words: /^来件\.docx/u,
  },
  {
    name: "O-TABLE 3,000 cells that each cover 3,000 columns",
    file,
    make: () => wordFileOf(rowOf(asCell('<w:gridSpan w:val="3000"/>').repeat(3000))),
    codes: REFUSED,
    words: /^来件\.docx/u,
  },
  {
    name: "O-TABLE tables within tables, 5,000 deep",
    file,
    make: () => wordFileOf(nested(5000)),
    codes: REFUSED,
    words: /^来件\.docx/u,
  },
  {
    name: "O-REL macros",
    file: "来件.docm",
    make: () => wordFileOf(BODY, [], "application/vnd.ms-word.document.macroEnabled.main+xml"),
    codes: ["unsupported-medium"],
    words: /宏/u,
  },
  {
    name: "a web page of a million nested tables",
    file: "来件.html",
    make: () => new TextEncoder().encode(`<html><body>${"<table><tr><td>".repeat(1_000_000)}`),
    codes: [...REFUSED, "read/memory", "read/time", "empty", "unrecognised-layout"],
    words: /^来件\.html/u,
  },
  {
    name: "a web page of 4,000 cells that each cover 1,000 by 65,534",
    file: "来件.html",
    make: () =>
      new TextEncoder().encode(
        `<html><body><table>${`<tr>${'<td colspan="1000" rowspan="65534">甲'.repeat(40)}`.repeat(100)}</table>`,
      ),
    codes: [...REFUSED, "read/memory", "read/time", "unrecognised-layout"],
    words: /^来件\.html/u,
  },
];
