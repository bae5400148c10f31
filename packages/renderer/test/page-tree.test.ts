import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { loadTemplates, renderPage, viewVolume } from "../src/index.ts";
import { type PageNode, readBlocks } from "../src/page/page-tree.ts";
import { ruleOf } from "../src/page/vocabulary.ts";
import { disclosedForms } from "./disclosed-forms.ts";

type Node = DefaultTreeAdapterMap["node"];

/** A tree as lines; white space between blocks is left out, as our reader does. */
function outlineOfHtml(node: Node, depth: number): string[] {
  const pad = " ".repeat(depth);
  if (node.nodeName === "#text") {
    const parent = "parentNode" in node ? (node.parentNode?.nodeName ?? "") : "";
    return ruleOf(parent)?.text === true ? [`${pad}${JSON.stringify((node as { value: string }).value)}`] : [];
  }
  const { attrs = [], childNodes = [] } = node as { attrs?: { name: string; value: string }[]; childNodes?: Node[] };
  const value = (name: string) => attrs.find((each) => each.name === name)?.value ?? "";
  const inside = childNodes.flatMap((child) => outlineOfHtml(child, depth + 1));
  const spans = `${value("rowspan") || 1}x${value("colspan") || 1}`;
  return [`${pad}${node.nodeName} ${value("class")} ${spans}`, ...inside];
}

function outlineOfOurs(node: PageNode, depth: number): string[] {
  const pad = " ".repeat(depth);
  if (typeof node === "string") return [`${pad}${JSON.stringify(node)}`];
  const inside = node.children.flatMap((child) => outlineOfOurs(child, depth + 1));
  return [`${pad}${node.tag} ${node.classes} ${node.rowspan}x${node.colspan}`, ...inside];
}

describe("readBlocks", () => {
  const templates = loadTemplates();
  const forms = disclosedForms();

  it("reads every page as a parser of HTML does", () => {
    const volume = viewVolume(
      forms.map(({ view }) => view),
      { title: "汇编", subtitle: "<b>&amp;" },
    );
    for (const view of [...forms.map(({ view: form }) => form), volume]) {
      const page = renderPage(templates, view);
      const html = parse(page.html).childNodes.find((node) => node.nodeName === "html") as { childNodes: Node[] };
      const body = html.childNodes.find((node) => node.nodeName === "body") as { childNodes: Node[] };
      const main = body.childNodes.find((node) => node.nodeName === "main") as { childNodes: Node[] };
      const expected = main.childNodes.flatMap((node) => outlineOfHtml(node, 0));
      expect([...readBlocks(page.body)].flatMap((block) => outlineOfOurs(block, 0))).toEqual(expected);
    }
  });
});
