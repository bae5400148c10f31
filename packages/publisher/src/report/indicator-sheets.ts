/** The sheets 指标 and 未完成指标: one row an indicator. */
import type { IndicatorLine, Summary } from "@zipingbiao/core";
import type { SheetCell, SheetColumn, StreamedSheet } from "@zipingbiao/renderer";
import { reportSheet } from "./report-sheet.ts";
import { cellOf, decimalFigure, pointsFigure } from "./sheet-cells.ts";

const COLUMNS: readonly SheetColumn[] = [
  { caption: "项目序号", width: 6, align: "center" },
  { caption: "年度", width: 7, align: "center" },
  { caption: "实施单位", width: 24 },
  { caption: "项目名称", width: 24 },
  { caption: "一级指标", width: 11 },
  { caption: "二级指标", width: 15 },
  { caption: "三级指标", width: 24 },
  { caption: "年度指标值", width: 16 },
  { caption: "实际完成值", width: 16 },
  { caption: "分值", width: 8, align: "right" },
  { caption: "得分", width: 8, align: "right" },
  { caption: "扣分", width: 8, align: "right" },
  { caption: "完成情况", width: 9, align: "center" },
  { caption: "判断依据", width: 20 },
  { caption: "偏差原因分析及改进措施", width: 34 },
];

const JUDGEMENTS = { met: "完成", missed: "未完成", unjudged: "无法判断" } as const;

export function indicatorSheet({ indicators }: Summary): StreamedSheet {
  return sheetOf("指标", indicators.lines);
}

export function missedSheet({ indicators }: Summary): StreamedSheet {
  return sheetOf("未完成指标", indicators.missed);
}

function sheetOf(name: string, lines: readonly IndicatorLine[]): StreamedSheet {
  return reportSheet({
    name,
    columns: COLUMNS,
    rows: function* () {
      for (const line of lines) yield indicatorRow(line);
    },
    filter: true,
  });
}

function indicatorRow(line: IndicatorLine): readonly SheetCell[] {
  const { project, judgement, lost } = line;
  return [
    project.number,
    String(project.fiscalYear),
    project.unit,
    project.projectName,
    line.level1,
    line.level2,
    line.name,
    line.target,
    line.actual,
    cellOf(line.weight, pointsFigure),
    cellOf(line.score, pointsFigure),
    lost === undefined ? "" : decimalFigure(lost),
    JUDGEMENTS[judgement.kind],
    judgement.kind === "unjudged"
      ? judgement.reason
      : judgement.by === "figures"
        ? "指标值与完成值比较"
        : "表中所填文字",
    line.note,
  ];
}
