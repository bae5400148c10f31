/** The disclosure site as readers meet it: found, filtered, sorted, paged, from a disk and from a server, without a network. */
import { rmSync } from "node:fs";
import type { Server } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openWebBrowser, violationsOf, widthBeyond } from "../../renderer/test/web-browser.ts";
import { expectedForms, siteSource, writeSite } from "./sample-site.ts";
import {
  type WatchedPage,
  choose,
  onDisk,
  said,
  serveFolder,
  settled,
  shownProjects,
  until,
  watchedPage,
} from "./site-browser.ts";

let browser: Browser;
let server: Server;
let folder: string;
let bases: Readonly<Record<"disk" | "server", string>>;
let watched: WatchedPage;

beforeAll(async () => {
  [browser, { folder }] = await Promise.all([openWebBrowser(), writeSite(siteSource(expectedForms()))]);
  const served = await serveFolder(folder);
  server = served.server;
  bases = { disk: onDisk(folder), server: served.base };
  watched = await watchedPage(browser, true);
  await watched.page.goto(`${bases.disk}index.html`);
}, 60_000);

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("what a person looks for comes first:", () => {
  it.each([
    ["a figure in an indicator", "397.35", "其他专项工作经费"],
    ["a project by its whole name", "城市数字化转型", "城市数字化转型"],
    ["a longer name of the same words", "数字化转型专项", "城市数字化转型专项资金"],
    ["a part of a name", "机柜", "机柜租赁 (2022 年结转)"],
    ["a word that occurs in texts, too", "随申码", "宝山区随申码（物码）建设（一期）"],
    ["the second half of a name", "电子印章", "法人网上身份统一认证和电子印章公共服务"],
    ["a name in quotation marks", "“一网通办”运营", "“一网通办”运营服务"],
    ["two words", "运维 信息化", "信息化项目运维"],
    ["a unit and a word", "闵行 上链", "闵行区大数据中心上链数据管理系统"],
    ["a unit and its project", "嘉定 建设", "信息化项目建设"],
    ["what stands in brackets", "数源中心", "宝山区大数据资源平台升级改造（数源中心）"],
    ["a year and a word", "2022年 结转 电子政务", "区电子政务平台运维费(2022年结转)"],
    ["the number of a document", "宝财行签 239号", "2022年城运中心信息化建设项目（宝财行签【2024】239号）"],
    ["an amount as the form prints it", "180505000", "“一网通办”运营服务"],
    ["the same amount in 万元", "18,050.50万元", "“一网通办”运营服务"],
    ["an amount half typed", "17683", "上海市“一网通办”平台信息系统（2021升级改造）"],
    ["a word with a wrong character", "高性能计祘服务", "高性能计算服务经费"],
    ["a word with a character too few", "自然人身份认证", "自然人身份多源认证服务"],
    ["full-width figures", "知识产权 １．０", "智能监管企业数字画像（创新行为与知识产权 1.0）"],
    ["an indicator by its name", "满意率", "“一网通办”运营服务"],
  ])("%s", async (_what, q, expected) => {
    await choose(watched.page, { q });
    expect((await shownProjects(watched.page))[0]).toBe(expected);
  });

  it("and what was met is marked, in the name or in a text of the form", async () => {
    await choose(watched.page, { q: "397.35" });
    expect(await watched.page.locator("#table .snippets mark").allTextContents()).toEqual(["397.35"]);
    await choose(watched.page, { q: "机柜" });
    expect(await watched.page.locator("#table th mark").allTextContents()).toEqual(["机柜"]);
  });

  it("says so when nothing does, and when only something near does", async () => {
    await choose(watched.page, { q: "核潜艇" });
    expect(await said(watched.page)).toContain("没有符合条件的项目");
    await choose(watched.page, { q: "高性能计祘服务" });
    expect(await said(watched.page)).toContain("没有与全部字词相符的项目，下面是相近的");
  });
});

describe("the table", () => {
  it("is filtered by department, year, grade and rate, and adds up what it shows to the 分", async () => {
    await choose(watched.page, { department: "上海市嘉定区数据局（汇总）" });
    expect(await said(watched.page)).toBe(
      "符合条件的项目 3 个（共 49 个），全年预算数合计 5,874.96 万元，全年执行数合计 5,807.27 万元，总体执行率 98.84%。",
    );
    await choose(watched.page, { year: "2021" });
    expect(await shownProjects(watched.page)).toHaveLength(7);
    await choose(watched.page, { grade: "优秀" });
    expect(await shownProjects(watched.page)).toEqual(["数据发展管理专项工作经费"]);
    await choose(watched.page, { grade: "none", band: "4" });
    expect(await shownProjects(watched.page)).toEqual(["大数据中心管理工作经费"]);
    await choose(watched.page, { unit: "闵行", q: "机柜租赁平台" });
    expect(await said(watched.page)).toContain("没有符合条件的项目");
    await choose(watched.page, { unit: "闵行", q: "运维" });
    expect(await shownProjects(watched.page)).toContain("公务网运维技术服务项目(运维)");
    expect((await shownProjects(watched.page)).length).toBeLessThan(9);
    await choose(watched.page, { unit: "闵行", findings: "yes" });
    expect(await said(watched.page)).toContain("没有符合条件的项目");
  });

  it.each([
    ["-budget", "“一网通办”运营服务"],
    ["budget", "政府投资计划项目 3"],
    ["-execution", "“一网通办”运营服务"],
    ["score", "大数据中心管理工作经费"],
    ["rate", "2024年数据综合管理支撑经费"],
  ])("is sorted by %s, as figures and not as texts", async (sort, first) => {
    await choose(watched.page, { sort });
    expect((await shownProjects(watched.page))[0]).toBe(first);
  });

  it("is turned page by page, and every form is on one of them", async () => {
    await choose(watched.page, { size: "20", sort: "-budget" });
    const seen = [...(await shownProjects(watched.page))];
    for (const page of ["2", "3"]) {
      await watched.page.getByRole("button", { name: "下一页" }).click();
      await until(watched.page, `document.getElementById("pager").textContent.includes("第 ${page} 页")`);
      seen.push(...(await shownProjects(watched.page)));
    }
    expect(new Set(seen).size).toBe(49);
    expect(await watched.page.getByRole("button", { name: "下一页" }).isDisabled()).toBe(true);
  });

  it("is used by keyboard alone, and its address brings the same result again", async () => {
    const other = await watchedPage(browser);
    await other.page.goto(`${bases.disk}index.html`);
    await other.page.keyboard.press("Tab");
    expect(await other.page.evaluate<string>("document.activeElement.textContent")).toBe("跳到正文");
    await other.page.getByLabel("全文查找").focus();
    await other.page.keyboard.type("运维");
    await other.page.keyboard.press("Enter");
    await settled(other.page);
    await other.page.getByLabel("年度", { exact: true }).focus();
    await other.page.keyboard.press("ArrowDown");
    await until(other.page, `location.hash.includes("year=2021")`);
    await settled(other.page);
    const [shown, address] = [await shownProjects(other.page), other.page.url()];
    expect(shown).toContain("基础设施-运维");
    const third = await watchedPage(browser);
    await third.page.goto(address);
    await settled(third.page);
    expect(await shownProjects(third.page)).toEqual(shown);
    expect(await third.page.getByLabel("全文查找").inputValue()).toBe("运维");
    await third.page.getByRole("button", { name: "清除全部条件" }).click();
    await until(third.page, `document.querySelectorAll("#table tbody").length === 49`);
    await Promise.all([other.context.close(), third.context.close()]);
  });

  it("is printed as it is shown, without what a reader of paper cannot use", async () => {
    await choose(watched.page, { department: "上海市嘉定区数据局（汇总）" });
    await watched.page.emulateMedia({ media: "print" });
    expect(await watched.page.locator("#finder form").isVisible()).toBe(false);
    expect(await watched.page.locator("#shown").isVisible()).toBe(true);
    expect(await watched.page.locator("#table tbody th").count()).toBe(3);
    await watched.page.emulateMedia({ media: null });
  });

  it("stands whole in the page where scripts do not run", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${bases.disk}index.html`);
    expect(await page.locator("#table tbody th > a").count()).toBe(49);
    expect(await page.locator("#finder").isVisible()).toBe(false);
    await context.close();
  });
});

describe("from a disk and from a server alike", () => {
  it.each(["disk", "server"] as const)("the %s gives every page, and nothing else is asked for", async (place) => {
    const { page, context, requests, complaints } = await watchedPage(browser);
    await page.goto(`${bases[place]}index.html`);
    await choose(page, { q: "397.35" });
    await page.locator("#table tbody th > a").first().click();
    await page.waitForURL(/forms/u);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("财政项目支出绩效自评表");
    // 样式表到了没有：没有它，表格不会按版心排。
    expect(
      await page.evaluate<string>(`getComputedStyle(document.querySelector(".site-paper table")).tableLayout`),
    ).toBe("fixed");
    await page.getByRole("link", { name: "上海市嘉定区大数据中心" }).click();
    await page.waitForURL(/index\.html#unit=/u);
    await settled(page);
    expect(await shownProjects(page)).toHaveLength(3);
    expect(complaints).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(bases[place]))).toEqual([]);
    await context.close();
  });

  it("the network may be cut", () => {
    expect(watched.requests.length).toBeGreaterThan(4);
    expect(watched.requests.filter((address) => !address.startsWith("file:"))).toEqual([]);
    expect(watched.complaints).toEqual([]);
  });
});

describe("axe finds nothing wrong, and nothing lies beyond the edge:", () => {
  it.each([
    ["the start page", "index.html", "#shown"],
    ["the start page with a result", "index.html#q=%E8%BF%90%E7%BB%B4&size=20", "#table .snippets"],
    [
      "the page of a form",
      `forms/${encodeURIComponent("单位")}/01-${encodeURIComponent("项目")}/index.html`,
      ".site-paper .form",
    ],
  ])("%s", async (_name, path, sign) => {
    const context = await browser.newContext({ bypassCSP: true, locale: "zh-CN" });
    const page = await context.newPage();
    await page.goto(bases.disk + path);
    await page.locator(sign).first().waitFor({ state: "attached" });
    const beyond: Record<string, number> = {};
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      beyond[width] = await widthBeyond(page);
    }
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await violationsOf(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addStyleTag({ content: "html { font-size: 200% }" });
    beyond["type of twice the size"] = await widthBeyond(page);
    expect(Object.entries(beyond).filter(([, pixels]) => pixels > 0)).toEqual([]);
    await context.close();
  });
});
