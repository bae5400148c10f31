/** The sheet 汇总: the whole and every year, department and unit, one row each. */
import { type Decimal, type Summary, printAverage, printPercent } from "@zipingbiao/core";
import type { SheetCell, SheetColumn, StreamedSheet } from "@zipingbiao/renderer";
import { reportSheet } from "./report-sheet.ts";
import { moneyFigure, pointsFigure } from "./sheet-cells.ts";

export function groupSheet(summary: Summary): StreamedSheet {
  const grades = summary.results.dueGrades.map(({ label }) => label);
  const groups = [summary, ...summary.byYear, ...summary.byDepartment, ...summary.byUnit];
  return reportSheet({
    name: "汇总",
    columns: columnsOf(summary.basics.currencyUnit, grades),
    rows: function* () {
      for (const group of groups) yield groupRow(group, grades);
    },
    paper: "a3",
    filter: true,
    frozenColumns: 2,
  });
}

function columnsOf(unit: string, grades: readonly (string | undefined)[]): readonly SheetColumn[] {
  const figure = (caption: string, width: number): SheetColumn => ({ caption, width, align: "right" });
  return [
    { caption: "范围", width: 10, align: "center" },
    { caption: "名称", width: 34 },
    figure("项目数", 7),
    figure(`年初预算数（${unit}）`, 19),
    figure(`全年预算数（${unit}）`, 19),
    figure(`全年执行数（${unit}）`, 19),
    figure("执行率(%)", 9),
    figure("无法核对金额的项目", 9),
    figure("平均得分", 9),
    figure("按全年预算数加权平均得分", 11),
    figure("最低分", 8),
    figure("最高分", 8),
    ...grades.map((grade) => figure(grade === undefined ? "不入等级" : `按总分为${grade}`, 8)),
    figure("满分项目", 7),
    ...["指标数", "完成", "未完成", "无法判断"].map((caption) => figure(caption, 7)),
    figure("指标得分率(%)", 9),
    figure("扣分而未说明原因", 8),
    ...["差错", "疑点", "提示", "无法核对"].map((caption) => figure(caption, 7)),
  ];
}

function groupRow(group: Summary, grades: readonly (string | undefined)[]): readonly SheetCell[] {
  const { basics, results, indicators, problems } = group;
  const { currencyUnit: unit, rateRounding } = basics;
  const { total } = basics.funds;
  const average = (points: Decimal | undefined): SheetCell =>
    points === undefined ? "" : { figure: printAverage(points) };
  const extreme = (of: typeof results.lowest): SheetCell => (of === undefined ? "" : pointsFigure(of.score));
  const { counts } = problems;
  return [
    ...nameOf(group),
    basics.forms,
    moneyFigure(total.initialBudget.sum, unit),
    moneyFigure(total.annualBudget, unit),
    moneyFigure(total.annualExecution, unit),
    total.rate === undefined ? "" : { figure: printPercent(total.rate.ratio, rateRounding) },
    basics.forms - total.counted,
    average(results.average),
    average(results.weighted.average),
    extreme(results.lowest),
    extreme(results.highest),
    ...grades.map((grade) => results.dueGrades.find(({ label }) => label === grade)?.forms ?? 0),
    results.fullMarks,
    indicators.all.indicators,
    indicators.all.met,
    indicators.all.missed,
    indicators.all.unjudged,
    indicators.all.points.rate === undefined ? "" : { figure: printPercent(indicators.all.points.rate) },
    indicators.deductedWithoutReason.length,
    counts.error,
    counts.warning,
    counts.note,
    counts.uncheckable,
  ];
}

function nameOf({ scope }: Summary): readonly [kind: string, name: string] {
  switch (scope.kind) {
    case "all":
      return ["全部", "合计"];
    case "year":
      return ["年度", `${scope.year} 年度`];
    case "department":
      return ["主管部门", scope.department || "（未填）"];
    case "unit":
      return ["实施单位", scope.unit || "（未填）"];
  }
}
