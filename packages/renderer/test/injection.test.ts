import { findEdition } from "@zipingbiao/core";
import { SAMPLE_FORM, sampleForm } from "@zipingbiao/core/testing";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { loadTemplates, renderDocx, renderPage, viewForm, viewText, viewVolume } from "../src/index.ts";
import type { PageElement } from "../src/page/page-tree.ts";
import { paragraphsOf, partOf } from "./word-xml.ts";

/** H-TEXT and W-FIELD of the threat model. */
const PAYLOADS = [
  "<script>alert(1)</script>",
  "</textarea></title></style></td></table><b>",
  '"><img src=http://127.0.0.1:1/x onerror=x>',
  "<iframe src=file:///etc/passwd></iframe>",
  "{{constructor}} {{{x}}} {{#each}} ${x}",
  "url(http://127.0.0.1:1/x) javascript:x",
  '<meta http-equiv="refresh" content="0;url=//127.0.0.1">',
  '<base href="//127.0.0.1/"><svg onload=x><math>',
  "]]> <!-- --> <?xml ?> &lt;&#60;&amp;",
  '{ INCLUDETEXT "/etc/passwd" } { HYPERLINK "x" } {注入}',
  "</w:t></w:r><w:fldSimple w:instr='DDE'/>",
  "=cmd|' /C calc'!A0 `${1}` $& $1 $'",
];

const templates = loadTemplates();

type Node = DefaultTreeAdapterMap["node"];

function walk(node: Node): Node[] {
  return [node, ...("childNodes" in node ? node.childNodes.flatMap(walk) : [])];
}

/** Everything of the page that is not text: element names with their attributes. */
function skeletonOf(html: string): string[] {
  return walk(parse(html)).flatMap((node) =>
    "tagName" in node ? [`${node.tagName} ${node.attrs.map(({ name, value }) => `${name}=${value}`).join(" ")}`] : [],
  );
}

const texts = ["projectName", "competentDepartment", "implementingUnit", "title", "rating", "notes"];
const goals = ["overallGoal.expected", "overallGoal.actual"];
const fields = ["level1", "level2", "name", "target", "actual", "deviationNote"];
const places = [...texts, ...goals, ...fields.map((field) => `indicators[2].${field}`)];

describe.each(["sh-2021", "sh-2024", "central-2020"])("text of a form of %s stays text", (id) => {
  const edition = findEdition(id);
  if (edition === undefined) throw new Error("unknown edition");
  const render = (text: string) => {
    const patches = Object.fromEntries(places.map((place) => [place, text]));
    const view = viewForm(sampleForm({ edition: id, ...patches }), edition);
    return { view, page: renderPage(templates, view) };
  };
  it.each(PAYLOADS)("%s", async (payload) => {
    const { view, page } = render(payload);
    // As long as the payload: how high a row is decides what Word keeps on one page.
    const plain = render("字".repeat(payload.length));
    // Same elements with the same attributes: nothing of the text became markup.
    expect(skeletonOf(page.html)).toEqual(skeletonOf(plain.page.html));
    const shown = walk(parse(page.html)).flatMap((node) =>
      "value" in node && node.nodeName === "#text" ? [node.value] : [],
    );
    const squeeze = (text: string) => text.replaceAll(/\s/g, "");
    expect(squeeze(shown.join(""))).toContain(squeeze(payload));
    const docx = await renderDocx(page);
    const document = partOf(docx, "word/document.xml");
    const plainDocument = partOf(await renderDocx(plain.page), "word/document.xml");
    expect(document.match(/<\/?w:[a-zA-Z]+/g)).toEqual(plainDocument.match(/<\/?w:[a-zA-Z]+/g));
    expect(document).not.toMatch(/<w:(?:fldSimple|fldChar|instrText|hyperlink)/);
    const paragraphs = paragraphsOf(document);
    expect(paragraphs.filter((text) => text === payload.replaceAll(/ +/g, " ")).length).toBeGreaterThanOrEqual(
      places.length - 1,
    );
    for (const text of viewText(view)) expect(squeeze(paragraphs.join(""))).toContain(squeeze(text));
    expect(partOf(docx, "docProps/core.xml")).not.toContain("<script");
  });

  it("and in a volume's titles", () => {
    const [payload = ""] = PAYLOADS;
    const volume = (text: string) => {
      const form = sampleForm({ edition: id, projectName: text, implementingUnit: text, competentDepartment: text });
      const entry = { fiscalYear: text, project: text, unit: text, status: text, reason: text, signed: text };
      const head = { period: text, name: text, bodies: [text] };
      const view = viewVolume(head, [{ title: text, forms: [{ form, edition }] }], [entry]);
      return skeletonOf(renderPage(templates, view).html);
    };
    expect(volume(payload)).toEqual(volume("文字"));
  });
});

/** The element with another text for each of its own. */
function renamed(element: PageElement, text: string): PageElement {
  const children = element.children.map((node) => (typeof node === "string" ? text : renamed(node, text)));
  return { ...element, children };
}

describe("characters that XML cannot hold", () => {
  it("are a bug, not a broken file", async () => {
    const edition = findEdition(SAMPLE_FORM.edition);
    if (edition === undefined) throw new Error("unknown edition");
    const page = renderPage(templates, viewForm(sampleForm(), edition));
    for (const bad of ["\u0000", "\u001f", "\ufffe", "\ud800"]) {
      const blocks = page.blocks.map((block) => renamed(block, bad));
      await expect(renderDocx({ ...page, blocks })).rejects.toThrow(/XML|surrogate/);
      await expect(renderDocx({ ...page, title: bad })).rejects.toThrow(/XML|surrogate/);
    }
  });
});
