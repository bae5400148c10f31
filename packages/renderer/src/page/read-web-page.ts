/** HTML of ours, out of hands that may have altered it → its text and the data that it carries. */
import { FIGURE_PLACE, TWIN_SCRIPT_ID, type Twin, isTwinKind } from "@zipingbiao/core";
import { VOCABULARY } from "./vocabulary.ts";

export interface WebPage {
  readonly twins: readonly Twin[];
  /** The text block by block: headings, paragraphs, cells; `""` for a blank cell. */
  readonly blocks: readonly string[];
  /** Charts, as their source stands in the page; each has its place among the blocks. */
  readonly figures: readonly string[];
  /** What a browser lays the page out by. */
  readonly style: string;
}

/** The page holds what no page of ours does, so that its text cannot be told for certain; the message is Chinese. */
export class UnreadablePage extends Error {
  override readonly name = "UnreadablePage";
}

const FRAME = new Set(["html", "head", "meta", "body", "main", "div", "a"]);
/** Elements whose text belongs to the block around them. */
const INLINE = new Set(["span", "br", "wbr", "a"]);
const EMPTY = new Set(["meta", "br", "wbr", "col"]);
const MAX_DEPTH = 64;

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z][a-z0-9-]*(?:="[^"<>]*")?)*)\s*>/y;
const DOCTYPE = /^\uFEFF?<!DOCTYPE html>/i;

interface Reading {
  readonly twins: Twin[];
  readonly blocks: string[];
  readonly figures: string[];
  readonly open: string[];
  style: string;
  gathered: string;
  /** How many blocks there were when the cell was opened. */
  before: number;
  /** Between the tags of `body`. */
  inBody: boolean;
}

/** Throws {@link UnreadablePage} for anything beyond our own vocabulary: comments, frames, scripts, pictures. */
export function readWebPage(html: string): WebPage {
  const reading: Reading = {
    twins: [],
    blocks: [],
    figures: [],
    open: [],
    style: "",
    gathered: "",
    before: 0,
    inBody: false,
  };
  let at = DOCTYPE.exec(html)?.[0].length ?? 0;
  while (at < html.length) {
    const next = html.indexOf("<", at);
    const text = html.slice(at, next === -1 ? undefined : next);
    if (reading.inBody) reading.gathered += text;
    else if (text.trim() !== "") throw new UnreadablePage("正文之外有文字");
    if (next === -1) break;
    at = readTag(html, next, reading);
  }
  if (reading.open.length > 0) throw new UnreadablePage("标签不成对");
  return reading;
}

/** Where the tag ends; of elements that hold no markup, where the element does. */
function readTag(html: string, at: number, reading: Reading): number {
  if (html.startsWith("<svg ", at) && reading.inBody) return readFigure(html, at, reading);
  TAG.lastIndex = at;
  const [whole = "", closing, tag = "", attributes = ""] = TAG.exec(html) ?? [];
  if (whole === "") throw new UnreadablePage(`有本工具不用的写法：${html.slice(at, at + 20)}`);
  const end = at + whole.length;
  if (closing !== "") {
    closeTag(tag, reading);
    return end;
  }
  if (tag === "title" || tag === "style" || tag === "script") return readRaw(html, end, tag, attributes, reading);
  if (!FRAME.has(tag) && !Object.hasOwn(VOCABULARY, tag)) throw new UnreadablePage(`有本工具不用的元素 ${tag}`);
  if (/\s(?:on|style|hidden)/.test(attributes.replaceAll(/"[^"]*"/g, "")) || /="\s*refresh/i.test(attributes))
    throw new UnreadablePage(`元素 ${tag} 有本工具不用的属性`);
  if (!INLINE.has(tag)) flush(reading);
  if (!EMPTY.has(tag)) reading.open.push(tag);
  if (isCell(tag)) reading.before = reading.blocks.length;
  if (tag === "body") reading.inBody = true;
  if (reading.open.length > MAX_DEPTH) throw new UnreadablePage(`元素嵌套超过 ${MAX_DEPTH} 层`);
  return end;
}

function closeTag(tag: string, reading: Reading): void {
  if (reading.open.pop() !== tag) throw new UnreadablePage("标签不成对");
  if (!INLINE.has(tag)) flush(reading);
  if (isCell(tag) && reading.blocks.length === reading.before) reading.blocks.push("");
  if (tag === "body") reading.inBody = false;
}

function isCell(tag: string): boolean {
  return tag === "td" || tag === "th";
}

function flush(reading: Reading): void {
  if (reading.gathered.trim() !== "") reading.blocks.push(resolveReferences(reading.gathered));
  reading.gathered = "";
}

function readRaw(html: string, from: number, tag: string, attributes: string, reading: Reading): number {
  const to = html.indexOf(`</${tag}>`, from);
  const content = html.slice(from, to);
  if (to === -1 || /<[/!]/.test(content)) throw new UnreadablePage(`元素 ${tag} 没有结束`);
  if (tag === "style") reading.style += content;
  if (tag === "script") reading.twins.push(twinIn(attributes, content));
  if (tag === "title" && reading.inBody) throw new UnreadablePage("正文里有标题元素");
  return to + tag.length + 3;
}

/** Other elements than those that `tidySvg` lets pass. */
const FOREIGN = /<(?!\/?(?:rect|path|text|tspan|g|defs|pattern|clipPath|line|circle|polyline)\b)/;
const SVG_END = "</svg>";

/** A chart as a whole: its text is drawn, so it is held against the chart that the data gives, letter by letter. */
function readFigure(html: string, at: number, reading: Reading): number {
  const end = html.indexOf(SVG_END, at);
  if (end === -1 || FOREIGN.test(html.slice(at + 1, end))) throw new UnreadablePage("有本工具不用的图形");
  flush(reading);
  const after = end + SVG_END.length;
  reading.figures.push(html.slice(at, after));
  reading.blocks.push(FIGURE_PLACE);
  return after;
}

function twinIn(attributes: string, content: string): Twin {
  const named = new Map([...attributes.matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const shows = named.get("data-shows") ?? "";
  if (named.get("type") !== "application/json" || named.get("id") !== TWIN_SCRIPT_ID || !isTwinKind(shows))
    throw new UnreadablePage("有本工具不用的脚本");
  // Backwards from `twinScript`; a pair of backslashes stands for itself, whatever follows it.
  const text = content.replaceAll(/\\(u003c|[\s\S])/g, (whole, escaped) => (escaped === "u003c" ? "<" : whole));
  return { shows, fileName: named.get("data-file") ?? "", sha256: named.get("data-sha256") ?? "", text };
}

const REFERENCES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };

/** Text of a page as it is read. What is no reference of ours stays as it is written, and so differs from what it should be. */
export function resolveReferences(text: string): string {
  return text.replaceAll(/&(?:([a-z]{2,4})|#x([0-9a-f]{1,6})|#(\d{1,7}));/gi, (whole, name, hex, digits) => {
    if (name !== undefined) return REFERENCES[String(name)] ?? whole;
    const code = hex === undefined ? Number.parseInt(String(digits), 10) : Number.parseInt(String(hex), 16);
    return code > 0x10ffff ? whole : String.fromCodePoint(code);
  });
}
