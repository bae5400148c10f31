/** Which medium a source is, told from its bytes and never from its name. */
import { foreignMarkup, isWebPage, namedEncoding } from "./markup.ts";
import { READ_TODAY, UNPACK, spaced } from "./read-today.ts";
import { kindOfOldFile } from "./xlsx/office-kind.ts";
import { MAX_SOURCE_BYTES, type ReadProblem, type Source } from "../read-result.ts";

/** The text of a source, or why it has none. */
export type Sniffed =
  | { readonly kind: "text" | "json" | "html"; readonly text: string }
  /** A ZIP archive, as all newer Office files are. */
  | { readonly kind: "package" }
  | { readonly kind: "pdf" }
  | { readonly kind: "refused"; readonly problem: ReadProblem };

const BINARY_MAGIC: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "图片"],
  [[0xff, 0xd8, 0xff], "图片"],
  [[0x47, 0x49, 0x46, 0x38], "图片"],
  [[0x49, 0x49, 0x2a, 0x00], "图片"],
  [[0x4d, 0x4d, 0x00, 0x2a], "图片"],
];
const ARCHIVE_MAGIC = [
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  [0x1f, 0x8b, 0x08],
] as const;
const PACKAGE_MAGIC = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
] as const;
const PDF_MAGIC = [0x25, 0x50, 0x44, 0x46, 0x2d] as const;
const OLD_OFFICE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0] as const;
const PICTURE_NEXT = "请交原来的 Excel、Word 或 PDF 文件；只有纸质件的，请按版式重新填报。";

/**
 * Decodes a source: UTF-8 with or without BOM, UTF-16 with BOM, else GB18030, each strictly; then tells JSON from text.
 * Refuses what is empty, too large, binary, or a medium that is not read yet.
 */
export function sniff(source: Source): Sniffed {
  const { bytes, name } = source;
  const refuse = (code: ReadProblem["code"], what: string, why: string, next: string, line?: number): Sniffed => ({
    kind: "refused",
    problem: { code, file: name, ...(line === undefined ? {} : { line }), what, why, next },
  });
  if (bytes.length === 0) return refuse("empty", "文件是空的。", "没有任何内容。", "请核对文件是否保存完整。");
  if (bytes.length > MAX_SOURCE_BYTES) {
    const size = Math.ceil(bytes.length / 1024 / 1024);
    return refuse("too-large", "文件过大。", `共 ${size} MiB，上限 32 MiB。`, "请拆成几份再读。");
  }
  const begins = (magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte);
  if (PACKAGE_MAGIC.some(begins)) return { kind: "package" };
  if (begins(PDF_MAGIC)) return { kind: "pdf" };
  if (begins(OLD_OFFICE_MAGIC)) {
    const { what, why, next } = kindOfOldFile(bytes);
    return refuse("unsupported-medium", what, why, next);
  }
  for (const [magic, label] of BINARY_MAGIC) {
    if (begins(magic)) {
      return refuse("unsupported-medium", `这是${label}，不能读取。`, READ_TODAY, PICTURE_NEXT);
    }
  }
  if (ARCHIVE_MAGIC.some(begins)) return refuse("unsupported-medium", "这是压缩包，不能读取。", READ_TODAY, UNPACK);
  const text = decode(bytes);
  if (text === undefined) {
    return refuse(
      "not-text",
      "认不出这是什么文件。",
      `${READ_TODAY}这个文件都不是，按文本的编码（UTF-8、GB18030）也读不通。`,
      "请核对文件能否正常打开，在原来的软件里重新保存后再读。",
    );
  }
  if (text.trim() === "") return refuse("empty", "文件是空的。", "只有空白，没有文字。", "请核对文件是否保存完整。");
  const foreign = foreignMarkup(text);
  if (foreign !== undefined)
    return refuse("unsupported-medium", `这是${spaced(foreign.label)}，不能读取。`, READ_TODAY, foreign.next);
  if (isWebPage(text) && !text.includes("\0")) return { kind: "html", text: asNamed(bytes, text) };
  const control = firstControl(text);
  if (control !== undefined) {
    const { line, code } = control;
    return refuse(
      "not-text",
      `第 ${line} 行有不可见的控制字符（U+${code.toString(16).toUpperCase().padStart(4, "0")}）。`,
      `正常的文本里不会有这种字符，文件可能损坏，或不是文本。${READ_TODAY}`,
      "请核对文件能否正常打开，在原来的软件里重新保存或导出后再读。",
      line,
    );
  }
  return { kind: looksLikeJson(text) ? "json" : "text", text };
}

function decode(bytes: Uint8Array): string | undefined {
  const byOrderMark =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : undefined;
  for (const encoding of byOrderMark === undefined ? ["utf-8", "gb18030"] : [byOrderMark]) {
    const text = decodeAs(bytes, encoding);
    if (text !== undefined) return text;
  }
  return undefined;
}

// A page in another East Asian encoding may pass for GB18030; what its bytes are in UTF-8 needs no name.
function asNamed(bytes: Uint8Array, text: string): string {
  const name = namedEncoding(text);
  if (name === undefined || /^(?:utf|unicode|gb|x-gbk|ascii|us-ascii|iso-8859|latin)/u.test(name)) return text;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text;
  } catch {
    return decodeAs(bytes, name) ?? text;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstControl(text: string): { line: number; code: number } | undefined {
  const found = /[\u0000-\u0008\u000B\u000E-\u001F\uFFFE\uFFFF]/u.exec(text);
  if (found === null) return undefined;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < found.index; at = text.indexOf("\n", at + 1)) line += 1;
  return { line, code: found[0].charCodeAt(0) };
}

// A text may begin with a bracket too: 「[2024]1号」. JSON goes on with a quote, a brace or the closing bracket.
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[[{\]"])/u.test(text.slice(0, 4000));
}
