/** 按年度、主管部门、实施单位的比较. */
import { type Summary, printAverage } from "@zipingbiao/core";
import { MOST_ROWS, inWorkbook } from "./most-rows.ts";
import type { BasicsView, ComparisonTexts, TableView } from "./report-view.ts";
import { NO_FIGURE, type ReportWords, numberOf } from "./report-words.ts";

type Comparison = BasicsView["comparisons"][number];

/** A table for each way in which the projects fall into more than one group. */
export function viewComparison(
  summary: Summary,
  words: ReportWords,
  heading: (text: string) => string,
): readonly Comparison[] {
  const { byYear, byDepartment, byUnit } = summary;
  const comparisons: Comparison[] = [];
  const add = (groups: readonly Summary[], by: string, remark: string) => {
    if (groups.length < 2) return;
    const whole = groupRow(summary, "合计", words);
    const isListed = groups.length <= MOST_ROWS;
    const rows = isListed ? groups.map((group) => groupRow(group, nameOf(group, summary), words)) : [];
    const where = isListed ? "" : `${by}共${groups.length}个，不在本报告中逐个列出，${inWorkbook("汇总")}。`;
    const compared = table(by, [...rows, whole], words);
    comparisons.push({
      heading: heading(`分${by}情况`),
      paragraphs: [`各${by}的资金执行和得分情况见${numberOf(compared.title)}。${where}${remark}`],
      table: compared,
    });
  };
  add(byYear, "年度", "");
  const oneUnitEach = byDepartment.length > 1 && byUnit.length === byDepartment.length;
  add(byDepartment, "主管部门", oneUnitEach ? "各主管部门均只有1个实施单位，不再按实施单位分列。" : "");
  if (!oneUnitEach) add(byUnit, "实施单位", "");
  return comparisons;
}

function nameOf({ scope }: Summary, { byDepartment }: Summary): string {
  switch (scope.kind) {
    case "year":
      return `${scope.year}年度`;
    case "department":
      return scope.department;
    case "unit":
      return byDepartment.length > 1 ? `${scope.unit}（${scope.department}）` : scope.unit;
    case "all":
      return "合计";
  }
}

function groupRow({ basics, results }: Summary, name: string, words: ReportWords): ComparisonTexts {
  const { total } = basics.funds;
  return {
    name,
    forms: String(basics.forms),
    annualBudget: total.counted === 0 ? NO_FIGURE : words.amount(total.annualBudget),
    annualExecution: total.counted === 0 ? NO_FIGURE : words.amount(total.annualExecution),
    rate: words.rate(total.rate),
    average: results.average === undefined ? NO_FIGURE : printAverage(results.average),
    weighted: results.weighted.average === undefined ? NO_FIGURE : printAverage(results.weighted.average),
  };
}

function table(by: string, rows: readonly ComparisonTexts[], words: ReportWords): TableView<ComparisonTexts> {
  return {
    title: words.tableTitle(`分${by}情况（金额单位：${words.unit}）`),
    columns: {
      name: by,
      forms: "项目数",
      annualBudget: "全年预算数",
      annualExecution: "全年执行数",
      rate: "执行率",
      average: "平均得分",
      weighted: "加权平均得分",
    },
    rows,
    remark: "",
  };
}
