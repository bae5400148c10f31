/** The XML of a DOCX, for tests. */
import { unzipSync } from "fflate";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";

/** A part of a DOCX as text. */
export function partOf(docx: Uint8Array, name: string): string {
  const part = unzipSync(docx)[name];
  if (part === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder("utf-8", { fatal: true }).decode(part);
}

/** One cell of a Word table. */
export interface WordCell {
  readonly span: number;
  readonly width: number;
  readonly merge: "" | "restart" | "continue";
  readonly text: string;
}

export interface WordTable {
  readonly columns: readonly number[];
  readonly rows: readonly {
    readonly isHeading: boolean;
    readonly cantSplit: boolean;
    /** Every paragraph of the row is kept on one page with the next. */
    readonly keepNext: boolean;
    readonly cells: readonly WordCell[];
  }[];
}

type Element = DefaultTreeAdapterMap["element"];

/** The tables of a document part. */
export function tablesOf(document: string): WordTable[] {
  // parse5 reads the prefixed names well enough once empty elements are written out.
  const html = document.slice(document.indexOf("<w:body>")).replaceAll(/<(w:[a-zA-Z]+)([^<>]*)\/>/g, "<$1$2></$1>");
  return find(parseFragment(html), "w:tbl").map((table) => ({
    columns: find(table, "w:gridcol").map((column) => numberOf(column, "w:w")),
    rows: find(table, "w:tr").map((row) => ({
      isHeading: find(row, "w:tblheader").length > 0,
      cantSplit: find(row, "w:cantsplit").length > 0,
      keepNext: find(row, "w:p").every((paragraph) => find(paragraph, "w:keepnext").length > 0),
      cells: find(row, "w:tc").map(cellOf),
    })),
  }));
}

function cellOf(cell: Element): WordCell {
  const [span] = find(cell, "w:gridspan");
  const [merge] = find(cell, "w:vmerge");
  const [width] = find(cell, "w:tcw");
  return {
    span: span === undefined ? 1 : numberOf(span, "w:val"),
    width: width === undefined ? 0 : numberOf(width, "w:w"),
    merge: merge === undefined ? "" : attribute(merge, "w:val") === "restart" ? "restart" : "continue",
    text: textOf(cell),
  };
}

/** All text of the document, paragraphs apart. */
export function paragraphsOf(document: string): string[] {
  return [...document.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => unescape(text ?? "")).join(""),
  );
}

function unescape(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function find(node: DefaultTreeAdapterMap["parentNode"], name: string): Element[] {
  return node.childNodes.flatMap((child) =>
    "childNodes" in child ? [...(child.nodeName === name ? [child] : []), ...find(child, name)] : [],
  );
}

function textOf(node: DefaultTreeAdapterMap["parentNode"]): string {
  return find(node, "w:t")
    .flatMap(({ childNodes }) => childNodes)
    .map((child) => ("value" in child ? child.value : ""))
    .join("");
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((each) => each.name === name)?.value ?? "";
}

function numberOf(element: Element, name: string): number {
  return Number.parseInt(attribute(element, name), 10);
}
