/** The volume of all disclosed forms, as readers that are not ours see it. */
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type Page,
  type PrintedBook,
  type Printer,
  loadTemplates,
  openPrinter,
  renderDocx,
  renderPage,
  viewRows,
} from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedVolume, laidVolume, printVolume } from "./disclosed-volume.ts";
import { openPdf } from "./read-pdf.ts";
import { partOf, tablesOf } from "./word-xml.ts";

const forms = disclosedForms();
const templates = loadTemplates();
const views = { "in one row": disclosedVolume(forms), "in groups": disclosedVolume(forms, true) };

let printer: Printer;
beforeAll(async () => {
  printer = await openPrinter();
});
afterAll(async () => {
  await printer.close();
});

describe.each(Object.entries(views))("the volume %s", (name, view) => {
  let page: Page;
  let printed: PrintedBook;
  let pdf: PDFDocumentProxy;
  /** The text of every page without the line at its foot and without white space. */
  let pages: readonly string[];
  const entries = view.groups.flatMap((group) => group.forms);

  beforeAll(async () => {
    page = renderPage(templates, view);
    const { bytes, ...book } = await printVolume(printer, laidVolume(templates, forms, name === "in groups"));
    printed = book;
    pdf = await openPdf(bytes);
    pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => textOfPage(pdf, at + 1)));
  }, 60_000);

  /** The page of a form, found by what is printed at its top. */
  const pageOfForm = (heading: string): number => {
    const found = pages.flatMap((text, at) => (text.startsWith(squeeze(heading)) ? [at + 1] : []));
    expect(found, heading).toHaveLength(1);
    return found[0] ?? 0;
  };

  it("shows the texts that it should before and behind the forms", async () => {
    const rows = viewRows({ ...view, groups: view.groups.map((group) => ({ ...group, forms: [] })) });
    const lines = rows.map((row) => row.map((text) => text.replaceAll("\n", "⏎")).join(" | "));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(
      `../../../fixtures/forms/volume/${name === "in groups" ? "grouped" : "plain"}.txt`,
    );
  });

  it("begins every part and every form on a page of its own", () => {
    const tops = [
      view.cover.period,
      view.contents.title,
      view.list.title,
      ...view.groups.flatMap(({ divider, forms: grouped }) => [
        ...(divider === null ? [] : [divider.title]),
        ...grouped.map(({ form }) => form.heading?.text ?? ""),
      ]),
      view.unpublished?.title ?? "",
    ];
    const order = tops.map((top) => pages.findIndex((text) => text.startsWith(squeeze(top))));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(new Set(order).size).toBe(order.length);
  });

  it("prints in contents and list the pages on which the forms stand", () => {
    const list = pages.slice(1, pageOfForm(entries[0]?.form.heading?.text ?? "") - 1).join("");
    for (const { number, project, year, form } of entries) {
      const at = pageOfForm(form.heading?.text ?? "");
      expect(printed.pageOf.get(form.anchors.form)).toBe(at);
      const unit = form.implementingUnit.text;
      expect(list).toContain(squeeze(`${number}${project}${year}${unit}${at}`));
      const row = view.list.groups.flatMap(({ rows }) => rows).find((each) => each.number === number);
      if (row === undefined) throw new Error("not in the list");
      const figures = `${row.budget}${row.execution}${row.rate}${row.score}${row.rating}`;
      expect(list).toContain(squeeze(`${number}${project}${year}${unit}${figures}${at}`));
    }
  });

  it("links every entry to the place where its form begins", async () => {
    const links: { readonly page: number; readonly top: number }[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      for (const annotation of await (await pdf.getPage(number)).getAnnotations()) {
        if (annotation.subtype !== "Link") continue;
        expect(annotation.url).toBeUndefined();
        links.push(await resolve(pdf, annotation.dest));
      }
    }
    const targets = [...page.html.matchAll(/<a href="#([^"]+)"/g)].map(([, target]) => target ?? "");
    expect(new Set(links.map(({ page: at }) => at))).toEqual(
      new Set(targets.map((target) => printed.pageOf.get(target))),
    );
    for (const { form } of entries) {
      const at = pageOfForm(form.heading?.text ?? "");
      const toForm = links.filter((link) => link.page === at);
      // Two in the contents, two in the list; an entry of two lines is two links more.
      expect(toForm.length).toBeGreaterThanOrEqual(4);
      // The heading begins right below the upper margin of 18 mm: 841.92 - 51 points.
      for (const { top } of toForm) expect(top).toBeCloseTo(790.9, 0);
    }
  });

  it("has its parts and forms as bookmarks, and opens with them", async () => {
    const outline = await pdf.getOutline();
    expect(await pdf.getPageMode()).toBe("UseOutlines");
    const flat = async (items: typeof outline, depth: number): Promise<string[]> => {
      const lines: string[] = [];
      for (const { title, dest, items: inside } of items) {
        const { page: at } = await resolve(pdf, dest);
        lines.push(`${depth} ${title} ${at}`, ...(await flat(inside as typeof outline, depth + 1)));
      }
      return lines;
    };
    const grouped = name === "in groups";
    const expected = [
      `1 ${view.cover.name} 1`,
      `1 目录 2`,
      `1 项目一览表 ${printed.pageOf.get("list")}`,
      ...view.groups.flatMap(({ divider, forms: inGroup }) => [
        ...(divider === null
          ? []
          : [`1 ${divider.title} ${pages.findIndex((text) => text.startsWith(divider.title)) + 1}`]),
        ...inGroup.map(
          ({ number, project, year, form }) =>
            `${grouped ? 2 : 1} ${number}　${project}${year} ${pageOfForm(form.heading?.text ?? "")}`,
        ),
      ]),
      `1 未公开的自评表 ${pdf.numPages}`,
    ];
    expect(await flat(outline, 1)).toEqual(expected);
  });

  it("tags its links", async () => {
    const tree = JSON.stringify(await (await pdf.getPage(2)).getStructTree());
    expect(tree.match(/"role":"Link"/g)?.length).toBeGreaterThan(20);
    expect(tree).toContain('"type":"annotation"');
  });

  it("gives every form the pages that it takes alone", async () => {
    const starts = [...entries.map(({ form }) => pageOfForm(form.heading?.text ?? "")), pdf.numPages];
    if (name === "in groups") return;
    for (const [at, { view: alone, source, number }] of forms.entries()) {
      const { pages: taken } = await printer.print(renderPage(templates, alone));
      expect((starts[at + 1] ?? 0) - (starts[at] ?? 0), `${source} ${number}`).toBe(taken);
    }
  }, 60_000);

  it("has in Word the same page numbers, in fields that refer to bookmarks which are there", async () => {
    const document = partOf(await renderDocx(page, printed.pageOf), "word/document.xml");
    const bookmarks = [...document.matchAll(/<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"\/>/g)];
    const names = bookmarks.map(([, , bookmark]) => bookmark);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(bookmarks.map(([, id]) => id)).size).toBe(names.length);
    expect([...document.matchAll(/<w:bookmarkEnd w:id="(\d+)"\/>/g)].map(([, id]) => id)).toEqual(
      bookmarks.map(([, id]) => id),
    );
    for (const [, anchor] of document.matchAll(/<w:hyperlink w:anchor="(\w+)"/g)) expect(names).toContain(anchor);
    const fields = [
      ...document.matchAll(
        / PAGEREF (\w+) \\h <\/w:instrText>.*?"separate"\/><\/w:r><w:r>(?:(?!<w:t>).)*<w:t>(\d+)<\/w:t>/g,
      ),
    ];
    expect(fields.map(([, anchor, shown]) => `${anchor} ${shown}`)).toEqual(
      [...page.html.matchAll(/<a href="#([a-z0-9-]+)" data-fill="page">/g)].map(
        ([, target = ""]) => `${target.replaceAll("-", "_")} ${printed.pageOf.get(target)}`,
      ),
    );
    const [contents] = tablesOf(document);
    expect(contents?.rows.slice(1).map(({ cells }) => cells.at(-1)?.text)).toEqual(
      view.contents.rows.map(({ part, entry }) => String(printed.pageOf.get((part ?? entry)?.anchor ?? ""))),
    );
  });
});

describe("a form by itself", () => {
  it("has its blocks as bookmarks, at the rows where they begin", async () => {
    const [form] = forms;
    if (form === undefined) throw new Error("no form");
    const { bytes } = await printer.print(renderPage(templates, form.view));
    const pdf = await openPdf(bytes);
    const [top, ...more] = await pdf.getOutline();
    expect(more).toEqual([]);
    expect([top?.title, ...(top?.items ?? []).map(({ title }: { title: string }) => title)]).toEqual([
      form.view.project.text,
      "项目资金",
      "年度总体目标",
      "绩效指标",
      "总分",
    ]);
    expect(await pdf.getPageMode()).toBe("UseNone");
    expect((await pdf.getViewerPreferences())?.get("DisplayDocTitle")).toBe(true);
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const baselineOf = (text: string): number => {
      const found = items.find((each) => "str" in each && each.str.includes(text));
      return found !== undefined && "transform" in found ? (found.transform[5] as number) : 0;
    };
    for (const [at, text] of ["年初预算数", "预期目标", "一级指标"].entries()) {
      const place = await resolve(pdf, top?.items[at].dest);
      const below =
        place.top - baselineOf(form.view.kind === "form" && at === 1 ? form.view.overallGoal.expected.caption : text);
      // The text of the row stands below its upper edge, within two lines.
      expect(below).toBeGreaterThan(5);
      expect(below).toBeLessThan(30);
    }
  });
});

async function textOfPage(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  const text = squeeze(items.map((each) => ("str" in each ? each.str : "")).join(""));
  // The line at the foot is painted first.
  return text.replace(/^第\d+页共\d+页/u, "");
}

/** Page and height of a destination, named or not. */
async function resolve(pdf: PDFDocumentProxy, dest: unknown): Promise<{ readonly page: number; readonly top: number }> {
  const explicit = typeof dest === "string" ? await pdf.getDestination(dest) : (dest as unknown[] | null);
  if (explicit === null) throw new Error(`leads nowhere: ${String(dest)}`);
  const [reference, , , top] = explicit as [Parameters<PDFDocumentProxy["getPageIndex"]>[0], unknown, unknown, number];
  return { page: (await pdf.getPageIndex(reference)) + 1, top };
}

function squeeze(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
