/** One XML part → calls for its elements and texts, strictly and under limits. No DOCTYPE, so no entities. */
import { SaxesParser } from "saxes";
import { brokenPackage, oversizedPackage } from "./broken-package.ts";

/** Names are without prefixes; `depth` of the root is 1. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: Readonly<Record<string, string | undefined>>, depth: number) => void;
  /** Text directly inside the element that is open. */
  readonly text?: (text: string) => void;
  readonly close?: (name: string, depth: number) => void;
}

const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 256;
const CHUNK = 64 * 1024;

/** Reads a part to its end. `elements` is what may still be opened in the whole file. Throws a refusal that names the part. */
export function readXml(bytes: Uint8Array, part: string, handlers: XmlHandlers, elements: { left: number }): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let attributeCount = 0;
  parser.on("doctype", () => {
    throw brokenPackage(`部件「${part}」里有 DOCTYPE 声明，Office 文件不应有。`);
  });
  parser.on("error", () => {
    throw brokenPackage(`部件「${part}」不是合格的 XML。`);
  });
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (!/^utf-?(?:8|16)$/iu.test(encoding))
      throw brokenPackage(`部件「${part}」声明了「${encoding.slice(0, 20)}」编码。`);
  });
  parser.on("opentagstart", () => {
    attributeCount = 0;
  });
  parser.on("attribute", () => {
    attributeCount += 1;
    if (attributeCount > MAX_ATTRIBUTES) throw brokenPackage(`部件「${part}」里有一个元素的属性过多。`);
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    elements.left -= 1;
    if (depth > MAX_DEPTH) throw brokenPackage(`部件「${part}」嵌套超过 ${MAX_DEPTH} 层。`);
    if (elements.left < 0) throw oversizedPackage(`读到部件「${part}」时，元素已超过上限。`);
    handlers.open?.(localName(name), attributes, depth);
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("closetag", ({ name }) => {
    handlers.close?.(localName(name), depth);
    depth -= 1;
  });
  for (const chunk of chunksOf(bytes, part)) parser.write(chunk);
  parser.close();
}

function* chunksOf(bytes: Uint8Array, part: string): Iterable<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let from = 0; from <= bytes.length; from += CHUNK) {
    try {
      yield decoder.decode(bytes.subarray(from, from + CHUNK), { stream: from + CHUNK <= bytes.length });
    } catch {
      throw brokenPackage(`部件「${part}」的文字编码有误。`);
    }
  }
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
