/** The main figures of a report, for a terminal. */
import { type Decimal, type Summary, formatScore, printAmount, printAverage, printPercent } from "@zipingbiao/core";
import { visible } from "./console.ts";
import { type TableColumn, printTable } from "./print-table.ts";

const COLUMNS: readonly TableColumn[] = [
  { caption: "范围", align: "left" },
  { caption: "项目", align: "right" },
  { caption: "全年预算数", align: "right" },
  { caption: "全年执行数", align: "right" },
  { caption: "执行率", align: "right" },
  { caption: "平均得分", align: "right" },
  { caption: "完成", align: "right" },
  { caption: "未完成", align: "right" },
  { caption: "无法判断", align: "right" },
];

/** A table with a row for the whole, every year and every group of the comparison, and what is in no sum. Ends with a line end. */
export function printSummary(summary: Summary): string {
  const { basics, results, problems, byYear, byDepartment, byUnit } = summary;
  const groups = [summary, ...byYear, ...(byDepartment.length > 0 ? byDepartment : byUnit)];
  const leftOut = basics.forms - basics.funds.total.counted;
  const { counts } = problems;
  const lines = [
    `汇总 ${basics.forms} 份自评表，金额单位为${basics.currencyUnit}，先合计后相除，只在填列时取舍`,
    `得分：最高 ${extremeText(results.highest)}，最低 ${extremeText(results.lowest)}，按全年预算数加权平均 ${averageText(results.weighted.average)}`,
    `检查：差错 ${counts.error}，疑点 ${counts.warning}，提示 ${counts.note}，无法核对 ${counts.uncheckable}；扣分而未说明原因 ${summary.indicators.deductedWithoutReason.length}`,
    ...(leftOut === 0 ? [] : [`预算数或执行数空白、无法识别的 ${leftOut} 份没有计入金额合计，见汇总表「说明」`]),
    ...(results.leftOut.length === 0 ? [] : [`总分空白、无法识别的 ${results.leftOut.length} 份没有计入得分`]),
  ];
  const table = printTable(COLUMNS, groups.map(rowOf));
  return `${lines.map(visible).join("\n")}\n\n${table}`;
}

function rowOf(group: Summary): readonly string[] {
  const { basics, results, indicators } = group;
  const { total } = basics.funds;
  return [
    visible(nameOf(group).replaceAll("\n", " ")),
    String(basics.forms),
    printAmount(total.annualBudget, basics.currencyUnit),
    printAmount(total.annualExecution, basics.currencyUnit),
    total.rate === undefined ? "—" : `${printPercent(total.rate.ratio, basics.rateRounding)}%`,
    averageText(results.average),
    String(indicators.all.met),
    String(indicators.all.missed),
    String(indicators.all.unjudged),
  ];
}

function nameOf({ scope }: Summary): string {
  switch (scope.kind) {
    case "all":
      return "合计";
    case "year":
      return `${scope.year} 年度`;
    case "department":
      return scope.department === "" ? "主管部门未填" : scope.department;
    case "unit":
      return scope.unit === "" ? "实施单位未填" : scope.unit;
  }
}

function averageText(average: Decimal | undefined): string {
  return average === undefined ? "—" : printAverage(average);
}

function extremeText(extreme: Summary["results"]["lowest"]): string {
  return extreme === undefined ? "—" : formatScore(extreme.score);
}
