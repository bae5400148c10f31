/** A web page → its blocks, as it is seen. */
import type { Block, TableRow } from "../document.ts";
import { type HiddenOf, hiddenBy, isNeverShown } from "./hidden-elements.ts";
import { PageText } from "./page-text.ts";
import { type PageElement, type PageNode, attributeOf, isElement, parsePage, textOfNode } from "./parse-page.ts";
import { type GridBudget, type GridRow, gridOf, newGridBudget } from "./table-grid.ts";
import { columnWidths } from "./column-widths.ts";

/** Elements in a line; every other one begins a line of its own. */
const INLINE: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb s samp small span strike strong sub sup time tt u var wbr acronym".split(
    " ",
  ),
);
/** Taken away by a tracked change. */
const DELETED = "del";

/** The blocks of a page. Throws a refusal for one that is beyond all use. */
export function readPageBlocks(text: string): readonly Block[] {
  const roots = parsePage(text);
  const reader = new PageReader(hiddenBy(roots));
  return reader.blocksOf(roots);
}

class PageReader {
  readonly #hiddenOf: HiddenOf;
  readonly #budget: GridBudget = newGridBudget();
  #tables = 0;

  constructor(hiddenOf: HiddenOf) {
    this.#hiddenOf = hiddenOf;
  }

  blocksOf(nodes: readonly PageNode[]): Block[] {
    const text = new PageText();
    for (const node of nodes) this.#add(node, text);
    return text.end();
  }

  #add(node: PageNode, text: PageText): void {
    if (!isElement(node)) {
      text.add(textOfNode(node));
      return;
    }
    const { tagName } = node;
    if (isNeverShown(node)) return;
    if (tagName === DELETED) text.aside("删去的文字", plainText(node));
    else if (this.#hiddenOf(node) !== undefined) text.aside("隐藏的文字", plainText(node));
    else if (tagName === "br") text.breakLine();
    else if (tagName === "table") this.#addTable(node, text);
    else if (tagName === "input" || tagName === "select" || tagName === "textarea") text.add(controlText(node));
    else if (INLINE.has(tagName) || tagName.includes(":")) this.#addAll(node, text);
    else {
      text.endParagraph();
      this.#addAll(node, text);
      text.endParagraph();
    }
  }

  #addAll({ childNodes }: PageElement, text: PageText): void {
    for (const child of childNodes) this.#add(child, text);
  }

  #addTable(table: PageElement, text: PageText): void {
    text.endParagraph();
    for (const child of table.childNodes.filter(isElement)) if (child.tagName === "caption") this.#add(child, text);
    this.#tables += 1;
    const number = this.#tables;
    const { rows: grid, hidden } = gridOf(table, number, this.#budget, (element) => this.#hiddenOf(element) === "gone");
    for (const element of hidden) text.aside(element.tagName === "tr" ? "隐藏的行" : "隐藏的格", plainText(element));
    text.endParagraph();
    const rows = grid.map((row) => this.#row(row));
    text.push({ kind: "table", number, rows, widths: columnWidths(table, grid) });
  }

  #row({ cells }: GridRow): TableRow {
    return {
      hidden: false,
      cells: cells.map(({ element: cell, column, columns, goesOn }) => {
        const content = goesOn ? [] : this.#cell(cell);
        return { column, columns, goesOn, content };
      }),
    };
  }

  #cell(cell: PageElement): Block[] {
    const row = cell.parentNode;
    const isUnseen =
      this.#hiddenOf(cell) !== undefined || (row !== null && "tagName" in row && this.#hiddenOf(row) !== undefined);
    if (!isUnseen) return this.blocksOf(cell.childNodes);
    const text = plainText(cell);
    return text === "" ? [] : [{ kind: "aside", what: "隐藏的格", text }];
  }
}

/** What an element holds, for telling that it is not read. */
function plainText(element: PageElement): string {
  const parts: string[] = [];
  let length = 0;
  const add = (node: PageNode): void => {
    if (length > 2000) return;
    if (!isElement(node)) {
      parts.push(textOfNode(node));
      length += parts.at(-1)?.length ?? 0;
    } else if (!isNeverShown(node)) for (const child of node.childNodes) add(child);
  };
  add(element);
  return parts.join("").replaceAll(/\s+/gu, " ").trim();
}

/** What a control of a form shows. */
function controlText(element: PageElement): string {
  if (element.tagName === "textarea") return element.childNodes.map(textOfNode).join("");
  if (element.tagName === "select") {
    const options = optionsOf(element);
    const chosen = options.find((option) => attributeOf(option, "selected") !== undefined) ?? options[0];
    return chosen === undefined ? "" : plainText(chosen);
  }
  const type = (attributeOf(element, "type") ?? "text").toLowerCase();
  if (type === "checkbox" || type === "radio") return attributeOf(element, "checked") === undefined ? "□" : "☑";
  return ["text", "number", "date"].includes(type) ? (attributeOf(element, "value") ?? "") : "";
}

function optionsOf(element: PageElement): PageElement[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === "option" ? [child] : child.tagName === "optgroup" ? optionsOf(child) : []));
}
