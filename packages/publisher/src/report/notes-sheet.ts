/** The sheet 说明: how the figures were made, and which cells are in no sum. */
import { type LeftOutCell, type Summary, labelOf } from "@zipingbiao/core";
import type { SheetCell, StreamedSheet } from "@zipingbiao/renderer";
import { reportSheet } from "./report-sheet.ts";

export function notesSheet(summary: Summary): StreamedSheet {
  return reportSheet({
    name: "说明",
    columns: [
      { caption: "事项", width: 18 },
      { caption: "说明", width: 100 },
    ],
    rows: () => [...reckoning(summary), ...leftOutRows(summary)],
    filter: false,
  });
}

function reckoning({ basics }: Summary): readonly (readonly SheetCell[])[] {
  const { currencyUnit, rateRounding, editions } = basics;
  const cut = { truncate: "截去其余位数，不进位", up: "其余位数不为零即进位", "half-up": "四舍五入" }[
    rateRounding.mode
  ];
  const rule = editions.length > 1 ? "各版式取舍不同，统一" : "按本版式";
  return [
    ["金额单位", `各表金额一律换算为${currencyUnit}后相加，不取舍。`],
    [
      "合计执行率",
      `Σ全年执行数 ÷ Σ全年预算数，先合计后相除，只在填列时取舍一次：${rule}保留两位小数，${cut}。单个项目的执行率按其版式取舍，原表所填的另列一栏。`,
    ],
    ["平均得分", "Σ总分 ÷ 项目数；加权平均为 Σ(总分 × 全年预算数) ÷ Σ全年预算数；保留两位小数，截去其余位数，不进位。"],
    ["得分率", "Σ得分 ÷ Σ分值；取舍同平均得分。"],
    [
      "完成情况",
      "年度指标值与实际完成值可以比较的，按数比较；指标值为文字的，按表中所填「达成指标」「部分达成指标并具有一定效果」等判断；其余为无法判断。",
    ],
    ["按总分等级", "按版式的等级界限由总分得出；80 分、60 分两处界限尚无依据，仅供参考。"],
    [
      "空白与无法识别",
      "空白或无法识别的单元格不按零计，不进入合计；列在下面。超过 15 位有效数字的数以文字列出，以免丢失数位。",
    ],
  ];
}

function leftOutRows({ basics, results }: Summary): readonly (readonly SheetCell[])[] {
  const { total } = basics.funds;
  const cells = [...total.initialBudget.leftOut, ...total.leftOut, ...results.leftOut];
  if (cells.length === 0) return [["无法核对", "没有。年度资金总额各栏和总分都进入了合计。"]];
  return cells.map((cell) => ["无法核对", leftOutText(cell)]);
}

function leftOutText({ project, at, kind, text }: LeftOutCell): string {
  const state = kind === "blank" ? "空白" : `无法识别（「${text}」）`;
  return `第 ${project.number} 项「${project.projectName}」（${project.unit}，${project.fiscalYear} 年度）${labelOf(at)}：${state}，未计入。`;
}
