/** The sheet 项目: one row a form. */
import { type IndicatorLine, type ProjectLine, type Summary, countFindings, printPercent } from "@zipingbiao/core";
import type { SheetCell, SheetColumn, StreamedSheet } from "@zipingbiao/renderer";
import { reportSheet } from "./report-sheet.ts";
import { cellOf, moneyFigure, pointsFigure, printedCell } from "./sheet-cells.ts";

const PARTS = ["currentYearAppropriation", "carryover", "otherFunds"] as const;

export function projectSheet({ projects, basics, indicators }: Summary): StreamedSheet {
  const lines = Map.groupBy(indicators.lines, ({ project }) => project);
  return reportSheet({
    name: "项目",
    columns: columnsIn(basics.currencyUnit),
    rows: function* () {
      for (const project of projects) yield projectRow(project, lines.get(project) ?? [], basics.currencyUnit);
    },
    paper: "a3",
    filter: true,
    frozenColumns: 1,
  });
}

function columnsIn(unit: string): readonly SheetColumn[] {
  const amount = (caption: string): SheetColumn => ({ caption: `${caption}（${unit}）`, width: 17, align: "right" });
  const count = (caption: string): SheetColumn => ({ caption, width: 7, align: "right" });
  return [
    { caption: "序号", width: 6, align: "center" },
    { caption: "年度", width: 7, align: "center" },
    { caption: "主管部门", width: 24 },
    { caption: "实施单位", width: 24 },
    { caption: "项目名称", width: 32 },
    amount("年初预算数"),
    amount("全年预算数"),
    amount("全年执行数"),
    { caption: "执行率(%)", width: 9, align: "right" },
    { caption: "表中执行率(%)", width: 9, align: "right" },
    ...["当年财政拨款", "上年结转资金", "其他资金"].flatMap((part) => [
      amount(`${part}预算数`),
      amount(`${part}执行数`),
    ]),
    { caption: "执行率得分", width: 8, align: "right" },
    { caption: "总分", width: 8, align: "right" },
    { caption: "表中等级", width: 8, align: "center" },
    { caption: "按总分等级", width: 8, align: "center" },
    ...["指标数", "完成", "未完成", "无法判断", "差错", "疑点", "提示", "无法核对"].map(count),
  ];
}

function projectRow(
  project: ProjectLine,
  lines: readonly IndicatorLine[],
  unit: Summary["basics"]["currencyUnit"],
): readonly SheetCell[] {
  const { total } = project.funds;
  const found = countFindings(project.findings);
  const judged = (kind: IndicatorLine["judgement"]["kind"]): number =>
    lines.filter(({ judgement }) => judgement.kind === kind).length;
  const amount = (cell: typeof total.annualBudget): SheetCell => cellOf(cell, (value) => moneyFigure(value, unit));
  return [
    project.number,
    String(project.fiscalYear),
    project.department,
    project.unit,
    project.projectName,
    amount(total.initialBudget),
    amount(total.annualBudget),
    amount(total.annualExecution),
    total.rate.kind === "rate"
      ? { figure: printPercent(total.rate.rate.ratio, project.edition.rateRounding.value) }
      : "",
    printedCell(total.printedRate),
    ...PARTS.flatMap((part) => [amount(project.funds[part].annualBudget), amount(project.funds[part].annualExecution)]),
    cellOf(project.executionScore, pointsFigure),
    cellOf(project.totalScore, pointsFigure),
    project.printedGrade ?? "",
    project.dueGrade?.band.label ?? "",
    lines.length,
    judged("met"),
    judged("missed"),
    judged("unjudged"),
    found.error,
    found.warning,
    found.note,
    found.uncheckable,
  ];
}
