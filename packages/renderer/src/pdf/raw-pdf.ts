import { inflateSync } from "node:zlib";

/** An indirect object; `dict` is its text (for a stream: the dictionary alone). */
export interface RawObject {
  readonly dict: string;
  readonly stream?: Buffer;
}

/** A PDF as its numbered objects, in the order of the file. */
export interface RawPdf {
  readonly objects: Map<number, RawObject>;
  /** Object number of the catalog. */
  readonly root: number;
  /** Object number of the document information. */
  readonly info: number;
}

/**
 * Takes apart a PDF as Chromium writes it: one plain cross-reference table, generation 0, no object streams.
 * Not a reader for PDFs at large; anything else is refused.
 */
export function readRawPdf(bytes: Buffer): RawPdf {
  const text = bytes.toString("latin1");
  const table = count(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1]);
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const root = referenceIn(trailer, "Root");
  const info = referenceIn(trailer, "Info");
  if (!text.startsWith("xref", table) || root === undefined || info === undefined) {
    throw new Error("交叉引用表不是 Chromium 的写法");
  }
  const offsets = readTable(text, table);
  const objects = new Map<number, RawObject>();
  for (const [index, [number, from]] of offsets.entries()) {
    objects.set(number, readObject(bytes, text, number, from, offsets[index + 1]?.[1] ?? table));
  }
  return { objects, root, info };
}

function readTable(text: string, table: number): [number: number, offset: number][] {
  const head = /xref\n0 (\d+)\n/y;
  head.lastIndex = table;
  const size = count(head.exec(text)?.[1]);
  const offsets: [number, number][] = [];
  for (let number = 1, at = head.lastIndex + 20; number < size; number++, at += 20) {
    if (text[at + 17] === "n") offsets.push([number, count(text.slice(at, at + 10))]);
  }
  return offsets.toSorted(([, a], [, b]) => a - b);
}

function readObject(bytes: Buffer, text: string, number: number, from: number, to: number): RawObject {
  const head = `${number} 0 obj\n`;
  const end = text.lastIndexOf("\nendobj", to);
  if (!text.startsWith(head, from) || end < from) throw new Error(`对象 ${number} 不完整`);
  const body = text.slice(from + head.length, end);
  const mark = body.indexOf(">> stream\n");
  if (mark === -1) return { dict: body };
  const dict = body.slice(0, mark + 2);
  const start = from + head.length + mark + ">> stream\n".length;
  const length = count(/\/Length (\d+)(?! \d+ R)/.exec(dict)?.[1]);
  if (!text.startsWith("\nendstream", start + length)) throw new Error(`数据流 ${number} 长度不符`);
  return { dict, stream: bytes.subarray(start, start + length) };
}

/** A whole number of the file; what is not there is no number, and equals nothing. */
function count(digits: string | undefined): number {
  return Number.parseInt(digits ?? "", 10);
}

/** The object that an entry of a dictionary refers to. */
export function referenceIn(dict: string, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(dict)?.[1];
  return found === undefined ? undefined : count(found);
}

/** All references of an array entry, or the single one. */
export function referencesIn(dict: string, key: string): number[] {
  const list = new RegExp(`/${key} (?:\\[([^\\]]*)\\]|(\\d+ 0 R))`).exec(dict);
  return [...(list?.[1] ?? list?.[2] ?? "").matchAll(/(\d+) 0 R/g)].map((match) => count(match[1]));
}

/** Numbers as the entries of an array: `1 0 R 2 0 R`. */
export function references(numbers: readonly number[]): string {
  return numbers.map((number) => `${number} 0 R`).join(" ");
}

/** The highest number that an object has. */
export function lastNumber({ objects }: RawPdf): number {
  let last = 0;
  for (const number of objects.keys()) last = Math.max(last, number);
  return last;
}

/** The content of a stream, unpacked; Chromium uses Flate or nothing for what we read. */
export function contentOf(object: RawObject): string {
  if (object.stream === undefined) throw new Error("不是数据流");
  if (!object.dict.includes("/Filter")) return object.stream.toString("latin1");
  if (!object.dict.includes("/Filter /FlateDecode")) throw new Error("数据流的压缩方式不认识");
  return inflateSync(object.stream, { maxOutputLength: 1 << 28 }).toString("latin1");
}
