/** `@page`: paper, margins, and the line at the foot of every page. */
import type { AtRule, Declaration } from "postcss";
import { TemplateError } from "../template/template-error.ts";
import { type Sides, readFamilies, readLength, readSides, readString } from "./style-values.ts";

/** Lengths in points. */
export interface PageSetup {
  readonly width: number;
  readonly height: number;
  readonly margin: Sides<number>;
  readonly footer: PageFooter | null;
  /** Of pages with an even number, where theirs differs; `null` where all pages have the same. */
  readonly evenFooter: PageFooter | null;
}

export interface PageFooter {
  readonly align: "left" | "center" | "right";
  readonly families: readonly string[];
  readonly size: number;
  /** Points from the type area down to the line; `null` puts it in the middle of the margin. */
  readonly drop: number | null;
  /** Text, the page's number, or the number of pages. */
  readonly content: readonly FooterPart[];
}

export type FooterPart = { readonly text: string } | { readonly count: "page" | "pages" };

const A4 = { width: 595.28, height: 841.89 } as const;
const NO_MARGIN: Sides<number> = { top: 0, right: 0, bottom: 0, left: 0 };
const FOOTERS = { "bottom-left": "left", "bottom-center": "center", "bottom-right": "right" } as const;

/** Paper of a style sheet without `@page`. */
export const PLAIN_PAGE: PageSetup = { ...A4, margin: NO_MARGIN, footer: null, evenFooter: null };

/** Reads one `@page` rule over what came before it. */
export function readPageSetup(rule: AtRule, before: PageSetup, file: string): PageSetup {
  if (rule.params === ":left" || rule.params === ":right") return readFacing(rule, before, file);
  if (rule.params !== "") throw refuse(rule, file, "@page 只能带 :left 或 :right");
  let setup = before;
  rule.each((node) => {
    if (node.type === "decl" && node.prop === "size") setup = { ...setup, ...readPaper(node, file) };
    else if (node.type === "decl" && node.prop === "margin") {
      const margin = readSides(node.value);
      if (margin === undefined) throw refuse(node, file, `看不懂的页边距 ${node.value}`);
      setup = { ...setup, margin };
    } else if (node.type === "atrule" && Object.hasOwn(FOOTERS, node.name)) {
      setup = { ...setup, footer: readFooter(node, FOOTERS[node.name as keyof typeof FOOTERS], file) };
    } else if (node.type !== "comment") {
      const name = node.type === "decl" ? node.prop : node.type === "atrule" ? `@${node.name}` : node.selector;
      throw refuse(node, file, `@page 内不支持 ${name}`);
    }
  });
  return setup;
}

/** `@page :left` are the pages with even numbers, `:right` those with odd ones: only their footers may differ. */
function readFacing(rule: AtRule, before: PageSetup, file: string): PageSetup {
  let setup = before;
  rule.each((node) => {
    if (node.type === "comment") return;
    if (node.type !== "atrule" || !Object.hasOwn(FOOTERS, node.name))
      throw refuse(node, file, `@page ${rule.params} 内只能写页脚`);
    const footer = readFooter(node, FOOTERS[node.name as keyof typeof FOOTERS], file);
    setup = { ...setup, ...(rule.params === ":left" ? { evenFooter: footer } : { footer }) };
  });
  return setup;
}

function readPaper(node: Declaration, file: string): { width: number; height: number } {
  if (node.value === "A4" || node.value === "A4 portrait") return A4;
  if (node.value === "A4 landscape") return { width: A4.height, height: A4.width };
  const [width, height, ...rest] = node.value.split(/\s+/).map(readLength);
  if (!width || !height || rest.length > 0) throw refuse(node, file, `看不懂的纸张 ${node.value}`);
  return { width, height };
}

function readFooter(rule: AtRule, align: PageFooter["align"], file: string): PageFooter {
  let footer: PageFooter = { align, families: [], size: 9, drop: null, content: [] };
  rule.each((node) => {
    if (node.type === "comment") return;
    if (node.type !== "decl") throw refuse(node, file, "页脚内只能写声明");
    const read = FOOTER_READERS[node.prop]?.(node.value);
    if (read === undefined) throw refuse(node, file, `页脚内不支持 ${node.prop}: ${node.value}`);
    footer = { ...footer, ...read };
  });
  return footer;
}

const FOOTER_READERS: Readonly<Record<string, (value: string) => Partial<PageFooter> | undefined>> = {
  "font-family": (value) => {
    const families = readFamilies(value);
    return families && { families };
  },
  "font-size": (value) => {
    const size = readLength(value);
    return size === undefined ? undefined : { size };
  },
  "padding-top": (value) => {
    const drop = readLength(value);
    return drop === undefined ? undefined : { drop };
  },
  // The browser's own default is the middle, and a padding alone would move the line by half of it.
  "vertical-align": (value) => (value === "top" ? {} : undefined),
  content: (value) => {
    const content = value.match(/"[^"]*"|[^\s"]+/g)?.map(readPart);
    return content === undefined || content.includes(undefined) ? undefined : { content: content as FooterPart[] };
  },
};

function readPart(token: string): FooterPart | undefined {
  if (token === "counter(page)") return { count: "page" };
  if (token === "counter(pages)") return { count: "pages" };
  const text = readString(token);
  return text === undefined ? undefined : { text };
}

function refuse(node: { source?: { start?: { line: number } | undefined } | undefined }, file: string, reason: string) {
  return new TemplateError(file, node.source?.start?.line ?? 0, reason);
}
