/**
 * The subset of CSS that a template may use: rules for one element or one class, `@page`, and anything under
 * `@media screen`. What lies outside is refused with file and line, because Word could not follow it.
 */
import postcss, { CssSyntaxError, type ChildNode, type Rule } from "postcss";
import { PLAIN_PAGE, type PageSetup, readPageSetup } from "./page-setup.ts";
import { type Declarations, PROPERTIES } from "./style-properties.ts";
import { TemplateError } from "../template/template-error.ts";
import { ruleOf } from "./vocabulary.ts";

export interface StyleSheet {
  /** The style sheet's text, as it stands in the HTML. */
  readonly css: string;
  readonly page: PageSetup;
  /** Declarations of a bare element, by its name. */
  readonly elements: ReadonlyMap<string, Declarations>;
  /** Declarations of a class, by its name, in the order of the sheet: a later class wins over an earlier one. */
  readonly classes: ReadonlyMap<string, Declarations>;
}

/** One CSS file. */
export interface StyleSource {
  readonly file: string;
  readonly css: string;
}

/** Reads style sheets as one, later files over earlier ones. A class may be defined in one file only. */
export function readStyleSheet(sources: readonly StyleSource[]): StyleSheet {
  const reading: Reading = { page: PLAIN_PAGE, elements: new Map(), classes: new Map(), definedIn: new Map() };
  for (const source of sources) readFile(source, reading);
  return {
    css: sources.map(({ css }) => css.trim()).join("\n\n"),
    page: reading.page,
    elements: reading.elements,
    classes: reading.classes,
  };
}

interface Reading {
  page: PageSetup;
  readonly elements: Map<string, Declarations>;
  readonly classes: Map<string, Declarations>;
  readonly definedIn: Map<string, string>;
}

function readFile({ file, css }: StyleSource, reading: Reading): void {
  // The text goes into a <style> element, where only its own end tag could end it; and nothing is ever fetched.
  for (const [at, text] of css.split("\n").entries()) {
    const found = /<|url\s*\(|@import|\\/i.exec(text);
    if (found !== null) throw new TemplateError(file, at + 1, `样式表中不能有 ${found[0]}`);
  }
  for (const node of parse(file, css)) {
    if (node.type === "comment") continue;
    if (node.type === "rule") readRule(node, file, reading);
    else if (node.type === "atrule" && node.name === "page") reading.page = readPageSetup(node, reading.page, file);
    else if (!(node.type === "atrule" && node.name === "media" && node.params === "screen")) {
      const name = node.type === "atrule" ? `@${node.name} ${node.params}`.trim() : node.prop;
      throw new TemplateError(file, lineOf(node), `不支持 ${name}；只供屏幕显示的写在 @media screen 内`);
    }
  }
}

function parse(file: string, css: string): readonly ChildNode[] {
  try {
    return postcss.parse(css, { from: file, map: false }).nodes;
  } catch (cause) {
    if (cause instanceof CssSyntaxError)
      throw new TemplateError(file, cause.line ?? 0, `样式表语法错误：${cause.reason}`, cause);
    throw cause;
  }
}

function readRule(rule: Rule, file: string, reading: Reading): void {
  const declared = readDeclarations(rule, file);
  for (const selector of rule.selectors) {
    const name = /^\.([\p{L}\p{N}_-]+)$/u.exec(selector)?.[1];
    if (name !== undefined) defineClass(name, declared, rule, file, reading);
    else if (ruleOf(selector) !== undefined) {
      reading.elements.set(selector, { ...reading.elements.get(selector), ...declared });
    } else throw new TemplateError(file, lineOf(rule), `不支持选择器 ${selector}；只能是单个元素或单个 .类名`);
  }
}

function defineClass(name: string, declared: Declarations, rule: Rule, file: string, reading: Reading): void {
  const other = reading.definedIn.get(name);
  if (other !== undefined && other !== file)
    throw new TemplateError(file, lineOf(rule), `类名 ${name} 已在 ${other} 中定义`);
  reading.definedIn.set(name, file);
  reading.classes.set(name, { ...reading.classes.get(name), ...declared });
}

function readDeclarations(rule: Rule, file: string): Declarations {
  let declared: Declarations = {};
  for (const node of rule.nodes) {
    if (node.type === "comment") continue;
    if (node.type !== "decl") throw new TemplateError(file, lineOf(node), "规则内不能再套规则");
    const reader = Object.hasOwn(PROPERTIES, node.prop) ? PROPERTIES[node.prop] : undefined;
    if (reader === undefined)
      throw new TemplateError(file, lineOf(node), `不支持属性 ${node.prop}；只供屏幕显示的写在 @media screen 内`);
    const read = node.important ? undefined : reader(node.value);
    if (read === undefined) throw new TemplateError(file, lineOf(node), `属性 ${node.prop} 的值 ${node.value} 看不懂`);
    declared = { ...declared, ...read };
  }
  return declared;
}

function lineOf(node: ChildNode): number {
  return node.source?.start?.line ?? 0;
}
