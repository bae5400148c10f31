/** The blocks of a page are those that a browser makes of its HTML: of every page of ours, and of templates of any shape. */
import fc from "fast-check";
import { type DefaultTreeAdapterMap, parse, parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { type PrintedView, loadTemplates, renderPage, viewReport } from "../src/index.ts";
import { type LaidOut, buildBlocks } from "../src/page/block-builder.ts";
import { checkTemplate } from "../src/page/check-template.ts";
import { withPageNumbers } from "../src/page/page-numbers.ts";
import type { PageNode } from "../src/page/page-tree.ts";
import { MarkupPlace } from "../src/page/understand-markup.ts";
import { ruleOf } from "../src/page/vocabulary.ts";
import { compileTemplate, markupOf } from "../src/template/compile-template.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedSummary } from "./disclosed-summary.ts";
import { disclosedVolume } from "./disclosed-volume.ts";

type Node = DefaultTreeAdapterMap["node"];

/** A tree as lines; white space between blocks is left out, as our blocks do, and so is what a chart is drawn of. */
function outlineOfHtml(node: Node, depth: number): string[] {
  const pad = " ".repeat(depth);
  if (node.nodeName === "#text") {
    const parent = "parentNode" in node ? (node.parentNode?.nodeName ?? "") : "";
    return ruleOf(parent)?.text === true ? [`${pad}${JSON.stringify((node as { value: string }).value)}`] : [];
  }
  if (node.nodeName === "svg") return [];
  const { attrs = [], childNodes = [] } = node as { attrs?: { name: string; value: string }[]; childNodes?: Node[] };
  const value = (name: string) => attrs.find((each) => each.name === name)?.value ?? "";
  const inside = childNodes.flatMap((child) => outlineOfHtml(child, depth + 1));
  const spans = `${value("rowspan") || 1}x${value("colspan") || 1} ${value("scope")}`;
  const isFilled = attrs.some(({ name }) => name === "data-fill");
  const place = [value("id"), value("href").slice(1), isFilled, value("data-chart")].join(",");
  return [`${pad}${node.nodeName} ${value("class")} ${spans} ${place}`, ...inside];
}

function outlineOfOurs(node: PageNode, depth: number): string[] {
  const pad = " ".repeat(depth);
  if (typeof node === "string") return [`${pad}${JSON.stringify(node)}`];
  const inside = node.children.flatMap((child) => outlineOfOurs(child, depth + 1));
  const place = [node.id, node.target, node.showsPage, node.picture].join(",");
  return [`${pad}${node.tag} ${node.classes} ${node.rowspan}x${node.colspan} ${node.scope} ${place}`, ...inside];
}

const VIEW = {
  plain: "甲",
  marked: `<b>&amp;"'`,
  blank: "",
  spaces: " 甲  乙\n",
  lines: "一\n\n<二>",
  number: 3,
  place: "at-place",
  list: ["一", "<二>", ""],
  part: {},
};

const texts = fc.constantFrom(
  "",
  " ",
  "\n  ",
  "字",
  "a&amp;b&nbsp;",
  "{{@root.plain}}",
  " {{~@root.marked~}} ",
  "{{@root.blank}}",
  "{{@root.spaces}}",
  "{{!-- 注 --}}",
  "{{#if @root.blank}}空{{else if @root.number}}{{@root.number}}{{/if}}",
  "{{#each (lines @root.lines)}}{{this}}{{/each}}",
  "{{> item}}",
);

/** Some of these attributes, in any order, with any white space before them. */
const attributes = (...all: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.shuffledSubarray([...all]), fc.constantFrom(" ", "  ", "\n", "\n\t"))
    .map(([chosen, blank]) => chosen.map((each) => blank + each).join(""));
const some = fc.constantFrom('rowspan="2"', 'rowspan="{{@root.number}}"');
const ids = attributes('class="notes"', 'id="{{@root.place}}"');
const captions = fc.constantFrom('data-caption="数"', 'data-caption="{{@root.marked}}"');
const ofCell = fc
  .tuple(some, captions)
  .chain(([span, caption]) => attributes(span, caption, 'colspan="{{@root.number}}"', 'class="name"'));

/** Part of a template, as it is or in a block that leaves it, repeats it, or leaves it out. */
const inBlock = (part: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(part, fc.constantFrom("as it is", "each", "if", "unless", "with")).map(([text, block]) => {
    if (block === "as it is") return text;
    if (block === "each") return `{{#each @root.list}}${text}{{/each}}`;
    if (block === "with") return `{{#with @root.part}}${text}{{/with}}`;
    return `{{#${block} @root.blank}}${text}{{else}}${text}{{/${block}}}`;
  });

const joined = (part: fc.Arbitrary<string>, between: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(fc.tuple(between, part), { maxLength: 4 }).map((parts) => parts.flat().join(""));

const blankBetween = fc.constantFrom("", "\n", "\n    ");
const inline = fc.oneof(
  texts,
  fc.constant("<br>"),
  texts.map((text) => `<span class="whole">${text}</span>`),
  fc.constant('<a class="page" href="#{{@root.place}}" data-fill="page"></a>'),
  texts.map((text) => `<a href="#fixed">${text}</a>`),
);
const line = joined(inline, texts);
const paragraph = fc.tuple(ids, line).map(([id, text]) => `<p${id}>${text}</p>`);
const cell = fc
  .tuple(fc.constantFrom("td", 'th scope="row"'), ofCell, fc.oneof(line, joined(paragraph, blankBetween)))
  .map(([tag, given, text]) => `<${tag}${given}>${text}</${tag.slice(0, 2)}>`);
const row = fc.tuple(ids, joined(inBlock(cell), blankBetween)).map(([id, cells]) => `<tr${id}>${cells}</tr>`);
const table = joined(inBlock(row), blankBetween).map(
  (rows) =>
    `<table class="grid">\n<colgroup>\n<col class="name">\n<col class="name"></colgroup>\n<tbody>${rows}</tbody></table>`,
);
const block = fc.oneof(
  paragraph,
  table,
  fc.constant('<figure data-chart="rates"></figure>'),
  line.map((text) => `<h2>${text}</h2>`),
);
const section = joined(inBlock(block), blankBetween).map((blocks) => `<section class="form">${blocks}</section>`);
const page = joined(fc.oneof(inBlock(block), section), blankBetween);

function built(text: string, view: object): LaidOut {
  const layOut = compileTemplate({ file: "page.hbs", text }, () => {
    throw new Error("no partial");
  });
  return buildBlocks({ file: "page.hbs", layOut, markup: new MarkupPlace() }, view);
}

describe("the blocks of a page", () => {
  const templates = loadTemplates();
  const forms = disclosedForms();

  it("are what a parser of HTML reads in it", () => {
    const volume = disclosedVolume(forms, true, "<b>&amp;");
    const views: PrintedView[] = [...forms.map(({ view }) => view), volume, viewReport(disclosedSummary())];
    for (const view of views) {
      const laid = renderPage(templates, view);
      const html = parse(laid.html).childNodes.find((node) => node.nodeName === "html") as { childNodes: Node[] };
      const body = html.childNodes.find((node) => node.nodeName === "body") as { childNodes: Node[] };
      const main = body.childNodes.find((node) => node.nodeName === "main") as { childNodes: Node[] };
      const expected = main.childNodes.flatMap((node) => outlineOfHtml(node, 0));
      expect(laid.blocks.flatMap((block) => outlineOfOurs(block, 0))).toEqual(expected);
    }
  });

  it("are, whatever a template looks like and in which order its pages are made", () => {
    fc.assert(
      fc.property(page, (text) => {
        const item = { file: "item.hbs", text: "项{{@root.marked}}<br>\n" };
        checkTemplate({ file: "page.hbs", text }, { partial: () => item, hasClass: () => true, hasWidth: () => true });
        const layOut = compileTemplate({ file: "page.hbs", text }, () => item);
        const template = { file: "page.hbs", layOut, markup: new MarkupPlace() };
        for (const view of [VIEW, { ...VIEW, blank: "无", list: [] }, VIEW]) {
          const expected = parseFragment(markupOf(layOut, view)).childNodes.flatMap((node) => outlineOfHtml(node, 0));
          const { blocks } = buildBlocks(template, view);
          expect(blocks.flatMap((block) => outlineOfOurs(block, 0))).toEqual(expected);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("say of which places, links, charts and page numbers the page knows", () => {
    const text =
      '<h1 id="top">甲</h1>{{#each list}}<p id="{{this}}">乙</p>{{/each}}<figure data-chart="rates"></figure>' +
      '<p><a href="#top">丙</a><a href="#{{first}}" data-fill="page"></a></p>';
    const laid = built(text, { list: ["one", ""], first: "one" });
    expect(laid).toMatchObject({ places: ["top", "one", ""], targets: ["top", "one"], pictures: ["rates"] });
    expect(laid.showsPageNumbers).toBe(true);
  });

  it.each([
    ["rowspan", ""],
    ["rowspan", "0"],
    ["colspan", "三"],
    ["colspan", "10000"],
  ])("refuse a %s of %j that a view gives", (attribute, value) => {
    const text = `<table><tbody><tr><td ${attribute}="{{value}}"></td></tr></tbody></table>`;
    expect(() => built(text, { value })).toThrow(`模板 page.hbs：属性 ${attribute}="${value}"：应为 1 至 9999 的整数`);
  });

  it.each([
    '<p class="{{value}}"></p>',
    "<p {{value}}></p>",
    '<p id="{{value}}{{value}}"></p>',
    "<section>{{value}}</section>",
    "<p>",
  ])("are not made of what the check refuses: %s", (text) => {
    expect(() => built(text, { value: "甲" })).toThrow("not in the vocabulary");
  });
});

describe("page numbers", () => {
  const { blocks } = built('<p>目录<a href="#a" data-fill="page"></a></p><section><p id="a">甲</p></section>', {});

  it("stand in the links that ask for them, and in nothing else", () => {
    const filled = withPageNumbers(blocks, new Map([["a", 12]]));
    expect(filled.flatMap((block) => outlineOfOurs(block, 0))).toEqual(
      blocks.flatMap((block) => outlineOfOurs(block, 0)).toSpliced(3, 0, '  "12"'),
    );
    expect(filled[1]).toBe(blocks[1]);
  });

  it("change nothing where they stand already, and are left out where nobody knows them", () => {
    const filled = withPageNumbers(blocks, new Map([["a", 12]]));
    expect(withPageNumbers(filled, new Map([["a", 12]]))).toBe(filled);
    expect(withPageNumbers(blocks, new Map())).toBe(blocks);
    expect(withPageNumbers(filled, new Map([["b", 1]]))).not.toBe(filled);
  });
});
