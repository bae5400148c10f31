/** The files of the site: small where a reader begins, cut into parts, the same every time, inert whatever the forms say. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type SelfEvaluationForm, decodeForm, encodeForm } from "@zipingbiao/core";
import { loadTemplates } from "@zipingbiao/renderer";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWebBrowser, violationsOf, widthBeyond } from "../../renderer/test/web-browser.ts";
import { listForms } from "../src/site/list-forms.ts";
import { publishSite } from "../src/site/publish-site.ts";
import type { SiteSource } from "../src/site/site-source.ts";
import { viewSite } from "../src/site/view-site.ts";
import { expectedForms, file, siteSource, sampleSums, writeSite } from "./sample-site.ts";
import { choose, onDisk, said, shownProjects, until, watchedPage } from "./site-browser.ts";

const disclosed = expectedForms();
const templates = loadTemplates();

/** `count` forms of `units` units of ten departments; the forms of the fixture again and again, under names of their own. */
function manyForms(count: number): SiteSource {
  const source = siteSource(disclosed);
  const ofSeveral = (at: number): SelfEvaluationForm => {
    const form = disclosed[at % disclosed.length];
    if (form === undefined) throw new Error("no forms");
    return {
      ...form,
      projectName: `${form.projectName}（${at + 1}）`,
      competentDepartment: `第${Math.floor((at * 10) / count) + 1}局`,
      implementingUnit: `第${Math.floor(at / 10) + 1}所`,
    };
  };
  return {
    ...source,
    forms: Array.from({ length: count }, (_, at) => ({
      form: ofSeveral(at),
      number: at + 1,
      folder: `forms/第${Math.floor(at / 10) + 1}所/${at + 1}`,
      errors: at % 7 === 0 ? 1 : 0,
      waived: [],
      masked: [],
      files: [file(`forms/第${Math.floor(at / 10) + 1}所/${at + 1}/form.pdf`)],
    })),
    open: ofSeveral,
  };
}

async function filesOf(source: SiteSource): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  await publishSite(
    source,
    {
      write(path, content) {
        files.set(path, String(content));
        return Promise.resolve(file(path));
      },
    },
    templates,
  );
  return files;
}

let browser: Browser;
beforeAll(async () => {
  browser = await openWebBrowser();
}, 60_000);
afterAll(() => browser.close());

it("has the same bytes every time, and names every file that it refers to", async () => {
  const source = siteSource(disclosed.slice(0, 12));
  const [first, second] = [await filesOf(source), await filesOf(source)];
  expect(second).toEqual(first);
  const start = first.get("index.html") ?? "";
  for (const [, address = ""] of start.matchAll(/(?:src|href)="([^"#]+)"/gu)) {
    const path = decodeURIComponent(address);
    const isThere = first.has(path) || source.shared.some((each) => each.path === path) || path === "manifest.json";
    expect([path, isThere || path.startsWith("forms/")]).toEqual([path, true]);
  }
  expect([...first.keys()].filter((path) => path.startsWith("forms/"))).toHaveLength(12);
  expect(first.get("site/minisearch.js")).toContain("Permission is hereby granted");
});

describe("of 20,000 forms", () => {
  const source = manyForms(20_000);
  const lists = listForms(source);
  const page = templates.site(viewSite(source, lists));

  it("the first page and all that it starts with stay below 300 KB", async () => {
    const { "site/site.js": script = "" } = Object.fromEntries(await filesOf(siteSource(disclosed.slice(0, 1))));
    expect([...page.matchAll(/<(?:script|link)[^>]*(?:src|href)="([^"]+)"/gu)].map(([, address]) => address)).toEqual([
      "site/site.js",
    ]);
    expect(Buffer.byteLength(page) + Buffer.byteLength(script)).toBeLessThan(300_000);
  });

  it("every form is in a list that the first page leads to", () => {
    expect(lists.pages).toHaveLength(100);
    for (const name of Array.from({ length: 10 }, (_, at) => `第${at + 1}局`)) {
      expect(page).toMatch(new RegExp(`<a href="site/list/forms-\\d{3}\\.html#department-\\d+">${name}</a>`, "u"));
    }
    const listed = lists.pages.flatMap(({ view }) =>
      view().groups.flatMap(({ forms }) => forms.map(({ number }) => number)),
    );
    expect(listed).toEqual(source.forms.map(({ number }) => String(number)));
  });
});

it("a list has nothing that axe finds wrong, on a desk and on a telephone", async () => {
  const source = manyForms(215);
  const lists = listForms({ ...source, unpublished: [] });
  const view = lists.pages[1]?.view();
  if (view === undefined) throw new Error("no second page");
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.setContent(templates.siteList(view));
  expect(await violationsOf(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await widthBeyond(page)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
  await context.close();
});

it("of 1,100 forms is read from several files, and every part of it is found", async () => {
  const { folder } = await writeSite(manyForms(1100), (path) => !path.startsWith("forms/"));
  const { page, context, requests, complaints } = await watchedPage(browser, true);
  try {
    await page.goto(`${onDisk(folder)}index.html`);
    const atStart = requests.map((address) => address.slice(onDisk(folder).length));
    expect(atStart).toEqual(["index.html", "site/site.js"]);
    expect((await shownProjects(page)).length).toBe(50);
    await page.getByRole("button", { name: "下一页" }).click();
    await until(page, `document.getElementById("shown").textContent.startsWith("符合条件的项目 1100 个")`);
    expect((await shownProjects(page))[0]).toContain("（51）");
    await choose(page, { q: "（1100） 第110所" });
    expect((await shownProjects(page))[0]).toContain("（1100）");
    await choose(page, { q: "397.35", size: "20" });
    expect(await said(page)).toContain("符合条件的项目 23 个（共 1100 个），全年预算数合计 7,084.00 万元");
    expect(complaints).toEqual([]);
    await page.goto(`${onDisk(folder)}site/list/forms-002.html`);
    expect(await page.locator("tbody th > a").count()).toBe(200);
    await page.getByRole("link", { name: "下一页" }).click();
    await page.waitForURL(/forms-003\.html$/u);
    await page.getByRole("link", { name: "首页" }).click();
    await page.waitForURL(/index\.html$/u);
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);

describe("hostile texts", () => {
  const PAYLOADS = [
    `<script>alert(1)</script>`,
    `"><img src=x onerror=alert(2)>`,
    `'];alert(3);//`,
    `</title></textarea><svg onload=alert(4)>`,
    `{{constructor}}{{{x}}}`,
    `javascript:alert(5)//`,
    `<meta http-equiv=refresh content="0;url=http://127.0.0.1:9/">`,
    `\u2028\u2029]]>--><base href=http://127.0.0.1:9/>`,
    `__proto__`,
    `\\u003cimg src=x\\u003e`,
  ];

  /** Every text that people write is a payload. */
  function hostileForm(payload: string): SelfEvaluationForm {
    const [form] = disclosed;
    if (form === undefined) throw new Error("no forms");
    const wire = JSON.parse(JSON.stringify(encodeForm(form))) as Record<string, unknown>;
    const indicators = wire["indicators"] as readonly Record<string, unknown>[];
    const texts = {
      level1: payload,
      level2: payload,
      name: payload,
      target: payload,
      actual: payload,
      deviationNote: payload,
    };
    const head = { title: payload, projectName: payload, competentDepartment: payload, implementingUnit: payload };
    return decodeForm({
      ...wire,
      ...head,
      rating: payload,
      projectCode: payload,
      notes: payload,
      overallGoal: { expected: payload, actual: payload },
      indicators: indicators.map((indicator) => ({ ...indicator, ...texts })),
    });
  }

  it("are shown as they stand and run nowhere, in the page, in the results and in the page of the form", async () => {
    const forms = PAYLOADS.map(hostileForm);
    const source = siteSource(forms, {
      unpublished: PAYLOADS.map((payload, at) => ({
        number: at + 100,
        fiscalYear: 2024,
        projectName: payload,
        implementingUnit: payload,
        kind: "withheld",
        reason: payload,
        signedBy: payload,
        date: "2025-03-31",
      })),
      sums: sampleSums(forms),
    });
    const { folder, files } = await writeSite(source);
    const { page, context, requests, complaints } = await watchedPage(browser);
    try {
      await page.goto(`${onDisk(folder)}index.html`);
      expect(await shownProjects(page)).toEqual(PAYLOADS);
      for (const q of ["alert", "script", "constructor", "proto", "img"]) {
        await choose(page, { q });
        expect((await shownProjects(page)).length).toBeGreaterThan(0);
      }
      await choose(page, {
        q: PAYLOADS[0] ?? "",
        department: `"><b>`,
        unit: "<i>",
        grade: "<u>",
        sort: "<s>",
        band: "'",
      });
      expect(await said(page)).toContain("没有符合条件的项目");
      await choose(page, { sort: "project" });
      expect((await shownProjects(page)).toSorted()).toEqual(PAYLOADS.toSorted());
      for (const { path } of files.filter((each) => each.path.startsWith("forms/"))) {
        await page.goto(onDisk(folder) + path.split("/").map(encodeURIComponent).join("/"));
      }
      expect(await page.locator("img, svg, iframe, base, meta[http-equiv=refresh]").count()).toBe(0);
      expect(complaints).toEqual([]);
      expect(requests.filter((address) => !address.startsWith(onDisk(folder)))).toEqual([]);
      for (const { path } of files.filter((each) => /site\/(rows|texts|index)/u.test(each.path))) {
        expect(readFileSync(join(folder, path), "utf8")).not.toMatch(/<|\u2028/u);
      }
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});

it("the page of a corrected form with findings that were let through has nothing that axe finds wrong", async () => {
  const [form] = disclosed;
  if (form === undefined) throw new Error("no forms");
  const revision = { number: 2, previous: "0".repeat(64), reason: "名称录入有误", date: "2025-03-01", changes: [] };
  const source = siteSource([{ ...form, revision }]);
  const objection = {
    rule: "scores/x",
    severity: "error" as const,
    at: "totalScore",
    label: "总分",
    message: "应为 90.00，表中为 91.00",
  };
  const signature = { reason: "按原件公开", signedBy: "某区数据局绩效管理岗", date: "2025-03-31" };
  const waiver = { ...signature, rule: "scores/x", line: 1, projectName: "", implementingUnit: "", fiscalYear: 2024 };
  const forms = source.forms.map((each) => ({
    ...each,
    errors: 1,
    waived: [{ objection, waiver }],
    masked: [{ at: "overallGoal.actual", label: "实际完成情况", kind: "mobile-number" as const }],
  }));
  const files = await filesOf({ ...source, forms });
  const page = files.get("forms/单位/01-项目/index.html") ?? "";
  expect(page).toContain("第 2 次更正（2025-03-01）：名称录入有误。");
  expect(page).toContain(`<a href="${encodeURIComponent("更正说明")}.html">改了哪些地方，见更正说明</a>`);
  expect(page).toContain("总分：应为 90.00，表中为 91.00。说明：按原件公开（某区数据局绩效管理岗，2025-03-31）。");
  expect(page).toContain("实际完成情况：手机号码已遮盖。");
  expect(page).toContain("ab".repeat(32));
  const context = await browser.newContext({ bypassCSP: true });
  const tab = await context.newPage();
  await tab.setContent(page);
  expect(await violationsOf(tab)).toEqual([]);
  await context.close();
});
