/** The text of a PDF object → its value. */
import { UnreadablePdf } from "./unreadable-pdf.ts";

/** A reference to an indirect object of generation 0. */
export class PdfReference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

/** A name, without its solidus. */
export class PdfName {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;
/** Strings are byte strings, one character a byte. Of a number only the whole part is kept: counts are all that is looked at. */
export type PdfValue = number | string | boolean | null | PdfReference | PdfName | readonly PdfValue[] | PdfDictionary;

export function isPdfList(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** Any PDF of ours is flatter. */
const MAX_DEPTH = 32;

const TOKEN =
  /[\s\0]*(?:(<<|>>|[[\]])|\/([^\s\0/<>()[\]{}%]*)|([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?![\w.])|<([\dA-Fa-f\s]*)>|(R|true|false|null)(?!\w)|\(((?:[^()\\]|\\[\s\S]){0,65535})\))/y;

interface Open {
  readonly values: PdfValue[];
  readonly kind: "[" | "<<";
}

/** Reads one value that takes up the whole text. Throws {@link UnreadablePdf}. */
function readPdfValue(text: string): PdfValue {
  const open: Open[] = [{ values: [], kind: "[" }];
  TOKEN.lastIndex = 0;
  let end = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    end = TOKEN.lastIndex;
    take(token, open);
  }
  const [value, ...more] = open[0]?.values ?? [];
  if (value === undefined || more.length > 0 || open.length > 1 || text.slice(end).trim() !== "")
    throw new UnreadablePdf("有对象不合 PDF 的写法");
  return value;
}

/** Reads a dictionary; anything else is refused. */
export function readPdfDictionary(text: string): PdfDictionary {
  const value = readPdfValue(text);
  if (!(value instanceof Map)) throw new UnreadablePdf("有对象不是字典");
  return value;
}

function take([, mark, name, digits, hex, word, literal]: RegExpExecArray, open: Open[]): void {
  const values = open.at(-1)?.values;
  if (values === undefined) throw new UnreadablePdf("有对象不合 PDF 的写法");
  if (mark === "[" || mark === "<<") {
    if (open.length > MAX_DEPTH) throw new UnreadablePdf(`有对象嵌套超过 ${MAX_DEPTH} 层`);
    open.push({ values: [], kind: mark });
  } else if (mark !== undefined) close(mark, open);
  else if (name !== undefined) values.push(new PdfName(name));
  else if (digits !== undefined) values.push(Number.parseInt(digits, 10));
  else if (hex !== undefined) values.push(fromHex(hex));
  else if (literal !== undefined) values.push(literal.replaceAll(/\\([\s\S])/g, "$1"));
  else if (word === "R") values.push(referenceFrom(values));
  else values.push(word === "null" ? null : word === "true");
}

function close(mark: string, open: Open[]): void {
  const closed = open.pop();
  const outer = open.at(-1)?.values;
  if (closed === undefined || outer === undefined || (mark === "]") !== (closed.kind === "["))
    throw new UnreadablePdf("有对象的括号不成对");
  outer.push(closed.kind === "[" ? closed.values : dictionaryFrom(closed.values));
}

function dictionaryFrom(values: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at < values.length; at += 2) {
    const [key, value] = [values[at], values[at + 1]];
    // Two readers could choose differently between two entries of a name.
    if (!(key instanceof PdfName) || value === undefined || entries.has(key.text))
      throw new UnreadablePdf("有字典不合 PDF 的写法");
    entries.set(key.text, value);
  }
  return entries;
}

function referenceFrom(values: PdfValue[]): PdfReference {
  const generation = values.pop();
  const number = values.pop();
  if (generation !== 0 || typeof number !== "number" || !Number.isSafeInteger(number))
    throw new UnreadablePdf("有引用不合 PDF 的写法");
  return new PdfReference(number);
}

function fromHex(hex: string): string {
  const digits = hex.replaceAll(/\s/g, "");
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, "hex").toString("latin1");
}

/** A text string: UTF-16 with its mark, else bytes. */
export function pdfText(value: PdfValue | undefined): string {
  if (typeof value !== "string") return "";
  if (!value.startsWith("\u00fe\u00ff") || value.length % 2 !== 0) return value;
  return Buffer.from(value.slice(2), "latin1").swap16().toString("utf16le");
}
