/** PDFs made to exhaust or to mislead a reader: refused by our own words, in bounded time. */
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openDocument } from "../src/twin/open-document.ts";

/** A PDF of one page in our writing, of these objects; `1` is the catalog. Streams are given unpacked. */
function pdfOf(objects: Readonly<Record<number, string | { dict: string; content: Buffer }>>): Uint8Array {
  const loose = Object.entries(objects).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const numbers = Object.keys(objects).map((digits) => Number.parseInt(digits, 10));
  const pack = Math.max(...numbers) + 1;
  let offset = 0;
  const index = loose.map(([number, dict]) => {
    const place = `${number} ${offset}`;
    offset += dict.length + 1;
    return place;
  });
  const head = `${index.join(" ")} `;
  const streams: [number, string, Buffer][] = Object.entries(objects).flatMap(([number, object]) =>
    typeof object === "string"
      ? []
      : [[Number.parseInt(number, 10), object.dict, object.content] as [number, string, Buffer]],
  );
  const packed = Buffer.from(`${head}${loose.map(([, dict]) => dict).join("\n")}\n`, "latin1");
  streams.push([pack, `/Type /ObjStm /N ${loose.length} /First ${head.length}`, packed]);
  let text = "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n";
  const rows = Buffer.alloc((pack + 2) * 7);
  const write = (number: number, dict: string, content: Buffer) => {
    const stream = deflateSync(content);
    text += `${number} 0 obj\n<<${dict} /Filter /FlateDecode /Length ${stream.length}>> stream\n${stream.toString("latin1")}\nendstream\nendobj\n`;
  };
  const row = (number: number, kind: number, first: number, second: number) => {
    rows.writeUInt8(kind, number * 7);
    rows.writeUInt32BE(first, number * 7 + 1);
    rows.writeUInt16BE(second, number * 7 + 5);
  };
  for (const [number, dict, content] of streams) {
    row(number, 1, text.length, 0);
    write(number, dict, content);
  }
  for (const [at, [number]] of loose.entries()) row(Number.parseInt(number, 10), 2, pack, at);
  const table = text.length;
  row(pack + 1, 1, table, 0);
  write(pack + 1, `/Type /XRef /Size ${pack + 2} /W [1 4 2] /Root 1 0 R`, rows);
  return Buffer.from(`${text}startxref\n${table}\n%%EOF\n`, "latin1");
}

const PAGE = "<</Type /Page /Contents 4 0 R /Resources <<>>>>";
const FRAME = { 1: "<</Pages 2 0 R /StructTreeRoot 5 0 R>>", 2: "<</Type /Pages /Kids [3 0 R]>>", 3: PAGE };
const content = (text: string) => ({ dict: "", content: Buffer.from(text, "latin1") });

function whyUnopened(bytes: Uint8Array): string {
  const opened = openDocument(bytes);
  return opened?.kind === "unopened" ? opened.why : "opened";
}

describe("PDF", () => {
  it("is read from the plainest of our writing", () => {
    expect(openDocument(pdfOf({ ...FRAME, 4: content("q Q"), 5: "<</K []>>" }))).toMatchObject({
      kind: "opened",
      blocks: [],
    });
  });

  it.each([
    [
      "a stream that unfolds to 256 MiB",
      { ...FRAME, 4: { dict: "", content: Buffer.alloc(2 ** 28) }, 5: "<<>>" },
      "过大",
    ],
    [
      "pages that go round",
      { ...FRAME, 2: "<</Type /Pages /Kids [2 0 R]>>", 4: content(""), 5: "<<>>" },
      "页面的登记有误",
    ],
    ["tags that go round", { ...FRAME, 4: content(""), 5: "<</K 6 0 R>>", 6: "<</S /P /K 6 0 R>>" }, "绕成了圈"],
    [
      "tags in which each names the next twice",
      {
        ...FRAME,
        4: content(""),
        5: "<</K [6 0 R 6 0 R]>>",
        ...Object.fromEntries(
          Array.from({ length: 60 }, (_, at) => [6 + at, `<</S /P /K [${7 + at} 0 R ${7 + at} 0 R]>>`]),
        ),
        66: "<</S /P>>",
      },
      "用了两次",
    ],
    [
      "tags of great depth",
      {
        ...FRAME,
        4: content(""),
        5: "<</K 6 0 R>>",
        ...Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [6 + at, `<</S /Div /K ${7 + at} 0 R>>`])),
        5006: "<</S /P>>",
      },
      "嵌套过深",
    ],
    ["a value of great depth", { ...FRAME, 4: content(""), 5: `<</K ${"[".repeat(100_000)}>>` }, "嵌套超过"],
    ["text by an operator that we do not use", { ...FRAME, 4: content("BT [<0001>] TJ ET"), 5: "<<>>" }, "指令 TJ"],
    ["text in a plain string", { ...FRAME, 4: content("BT (9) Tj ET"), 5: "<<>>" }, "不合本工具的写法"],
    ["text that is not painted", { ...FRAME, 4: content("BT 3 Tr <0001> Tj ET"), 5: "<<>>" }, "指令 Tr"],
    [
      "a form that draws itself",
      {
        ...FRAME,
        3: "<</Type /Page /Contents 4 0 R /Resources <</XObject <</X 6 0 R>>>>>>",
        4: content("/X Do"),
        5: "<<>>",
        6: { dict: "/Subtype /Form /Resources <</XObject <</X 6 0 R>>>>", content: Buffer.from("/X Do") },
      },
      "嵌套过深",
    ],
    [
      "forms in which each draws the next a hundred times",
      {
        ...FRAME,
        3: "<</Type /Page /Contents 4 0 R /Resources <</XObject <</X 6 0 R>>>>>>",
        4: content("/X Do "),
        5: "<<>>",
        ...Object.fromEntries(
          Array.from({ length: 7 }, (_, at) => [
            6 + at,
            {
              dict: `/Subtype /Form /Resources <</XObject <</X ${7 + at} 0 R>>>>`,
              content: Buffer.from("/X Do ".repeat(100)),
            },
          ]),
        ),
        13: { dict: "/Subtype /Form", content: Buffer.from("") },
      },
      "过大",
    ],
    ["marks that are not closed in pairs", { ...FRAME, 4: content("EMC Q"), 5: "<<>>" }, "不成对"],
    ["entries of one name", { ...FRAME, 4: content(""), 5: "<</K 1 /K 2>>" }, "字典不合"],
    ["an object that is not there", { ...FRAME, 4: content(""), 5: "<</K 99 0 R>>" }, "缺少对象 99"],
  ])("%s", (_name, objects, why) => {
    expect(whyUnopened(pdfOf(objects))).toContain(why);
  });

  it("with huge counts, or a table that leads nowhere", () => {
    const text = Buffer.from(pdfOf({ ...FRAME, 4: content(""), 5: "<<>>" })).toString("latin1");
    for (const altered of [
      text.replace(/\/Size \d+/, "/Size 99999999999"),
      text.replace(/\/N \d+/, "/N 4294967295"),
      text.replace(/\/N \d+/, "/N -1"),
      text.replace(/\/First \d+/, "/First 99999999"),
      text.replace(/startxref\n\d+/, "startxref\n4294967295"),
      text.replace(/startxref\n\d+/, "startxref\n0"),
      text.replace(/\/W \[1 4 2\]/, "/W [9 9 9]"),
    ])
      expect(whyUnopened(Buffer.from(altered, "latin1"))).not.toBe("opened");
  });
});
