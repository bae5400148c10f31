/** Every kind of page that is published, as readers with a telephone, a screen reader or large type meet it. */
import { correctForm, findEdition } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTemplates, renderPage, viewCorrection, viewForm, viewReport } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedSummary, summaryOfForms } from "./disclosed-summary.ts";
import { disclosedVolume } from "./disclosed-volume.ts";
import { longForm } from "./long-form.ts";
import { sampleFindings, sampleSite } from "./sample-web-views.ts";
import { DESK, PHONE, TABLET, openWebBrowser, violationsOf, widthBeyond, withPage } from "./web-browser.ts";

const templates = loadTemplates();
const PAGES = pages();
const FORM = PAGES.find(([name]) => name.includes("disclosed"))?.[1] ?? "";

/** Name and HTML. */
function pages(): readonly (readonly [string, string])[] {
  const editions = ["sh-2024", "sh-2021", "central-2020"].map((id) => {
    const edition = findEdition(id);
    if (edition === undefined) throw new Error(`unknown edition ${id}`);
    return edition;
  });
  const html = (view: Parameters<typeof renderPage>[1]) => renderPage(templates, view).html;
  const forms = editions.flatMap((edition) => [
    [`form ${edition.id}, 40 indicators`, html(viewForm(longForm(40), edition))] as const,
    [`form ${edition.id}, none`, html(viewForm(sampleForm({ indicators: [] }), edition))] as const,
  ]);
  const disclosed = disclosedForms();
  const plain = ["jiading-2024", "shanghai-bdc-2021"].flatMap((source) => {
    const found = disclosed.find((each) => each.source === source);
    return found === undefined ? [] : [[`form, disclosed, ${source}`, html(found.view)] as const];
  });
  const volume = disclosedVolume(disclosed.slice(0, 3), true);
  return [
    ...forms,
    ...plain,
    ["volume", html(volume)],
    ["explanation of a correction", html(correction())],
    ["report", html(viewReport(disclosedSummary(), { owner: "某市财政局", date: "2025-03-01" }))],
    ["report, one form", html(viewReport(summaryOfForms(disclosed.slice(0, 1))))],
    ["start page", templates.site(sampleSite(3))],
    ["start page, nothing published", templates.site({ ...sampleSite(0), figures: [], unpublished: null })],
    ["findings", templates.findings(sampleFindings(2))],
    ["findings, none", templates.findings({ ...sampleFindings(0), rules: [], sources: [] })],
  ];
}

/** A row of each of its two kinds, long and short. */
function correction() {
  const edition = findEdition("sh-2024");
  if (edition === undefined) throw new Error("unknown edition");
  const changes = [
    { at: "overallGoal.actual", after: "全年保障平台稳定运行；".repeat(60) },
    { at: "indicators[0].name", after: "unbrokenword".repeat(20) },
  ];
  const about = { reason: "名称录入有误", date: "2025-03-01", sha256: () => "0".repeat(64) };
  const made = correctForm(sampleForm({}), changes, about, edition);
  if (made.kind === "refused" || made.form.revision === undefined) throw new Error(JSON.stringify(made));
  return viewCorrection(made.form, made.form.revision, edition);
}

let browser: Browser;
beforeAll(async () => {
  browser = await openWebBrowser();
});
afterAll(() => browser.close());

describe("axe finds nothing wrong:", () => {
  it.each(PAGES)("%s", async (_name, html) => {
    const found = await withPage(browser, html, PHONE, async (page) => {
      const onPhone = await violationsOf(page);
      await page.setViewportSize(TABLET);
      const onTablet = await violationsOf(page);
      await page.setViewportSize(DESK);
      return { onPhone, onTablet, onDesk: await violationsOf(page) };
    });
    expect(found).toEqual({ onPhone: [], onTablet: [], onDesk: [] });
  });

  it.each([
    ["a text too pale to read", "color-contrast", (html: string) => html.replace("<h1", '<h1 style="color:#bbb"')],
    ["a page without a language", "html-has-lang", (html: string) => html.replace(' lang="zh-CN"', "")],
    ["a page without a landmark", "landmark-one-main", (html: string) => html.replaceAll(/<\/?main>/gu, "")],
    [
      "a role that breaks the table",
      "aria-required-children",
      (html: string) => html.replace('role="row"', 'role="note"'),
    ],
  ])("unless there is %s", async (_name, rule, spoil) => {
    expect(await withPage(browser, spoil(FORM), PHONE, violationsOf)).toContainEqual(
      expect.stringMatching(new RegExp(`^${rule} `, "u")),
    );
  });
});

describe("nothing lies beyond the right edge:", () => {
  it.each(PAGES)("%s", async (_name, html) => {
    const beyond = await withPage(browser, html, DESK, async (page) => {
      const widths: Record<string, number> = {};
      for (const width of [320, 390, 640, 768, 1024, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        widths[width] = await widthBeyond(page);
      }
      await page.setViewportSize(PHONE);
      await page.addStyleTag({ content: "html { font-size: 200% }" });
      return { ...widths, "type of twice the size": await widthBeyond(page) };
    });
    expect(Object.entries(beyond).filter(([, pixels]) => pixels > 0)).toEqual([]);
  });

  it("unless something is wider than the window", async () => {
    const spoilt = FORM.replace("<h1", '<h1 style="width:500px"');
    expect(await withPage(browser, spoilt, PHONE, widthBeyond)).toBeGreaterThan(0);
  });
});

describe("on a telephone", () => {
  const TABLES = PAGES.filter(([, html]) => html.includes("<td"));

  it.each(TABLES)("a screen reader has the same tables: %s", async (_name, html) => {
    const [desk, phone] = await withPage(browser, html, DESK, async (page) => {
      const before = await tableParts(page);
      await page.setViewportSize(PHONE);
      return [before, await tableParts(page)];
    });
    expect(desk["row"]).toBeGreaterThan(0);
    expect(phone).toEqual(desk);
  });

  it("unless the roles are not stated and a browser goes by the layout", async () => {
    const spoilt = FORM.replaceAll('role="cell"', 'role="none"');
    expect(await withPage(browser, spoilt, PHONE, tableParts)).not.toHaveProperty("cell");
  });

  it("a value has its caption before it", async () => {
    const shown = await withPage(browser, FORM, PHONE, (page) =>
      page.evaluate<readonly string[]>(
        `[...document.querySelectorAll("td")].filter((cell) => cell.textContent.trim() !== "" && cell.checkVisibility())
          .filter((cell) => !(getComputedStyle(cell, "::before").content.length > 3 || cell.previousElementSibling?.matches(".caption")))
          .map((cell) => cell.textContent)`,
      ),
    );
    expect(shown).toEqual([]);
  });
});

/**
 * How many of each part of a table the browser tells a screen reader of. Of the cells those that hold text of the page:
 * stacked, some blank cells are left out and others have their caption.
 */
async function tableParts(page: Page): Promise<Readonly<Record<string, number>>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const counts: Record<string, number> = {};
  const filled = new Set(nodes.filter(({ role }) => role?.value === "StaticText").map(({ parentId }) => parentId));
  for (const { nodeId, role, ignored } of nodes) {
    const kind = String(role?.value);
    if (ignored || (kind === "cell" && !filled.has(nodeId))) continue;
    if (/^(?:table|row|cell|columnheader|rowheader)$/u.test(kind)) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
