/** Lays a form out as the table of a PDF and gives back its text layer. */
import type { WireForm } from "@zipingbiao/core";
import { type Cell, type PdfStyle, Sheet, cell, extract, wrap } from "./pdf-sheet.ts";

/** The text layer of one form. */
export function typesetPdf(form: WireForm, style: PdfStyle): string {
  const sheet = new Sheet(style);
  drawHead(sheet, form, style);
  drawFunds(sheet, form, style);
  drawGoals(sheet, form, style);
  drawIndicators(sheet, form, style);
  sheet.row([cell("总分", 0, 20), cell(form.totalWeight ?? "", 50, 4), cell(form.totalScore ?? "", 55, 4)]);
  if (form.edition === "sh-2024") sheet.row([cell("评分等级", 0, 20), cell(form.rating ?? "", 40, 20)]);
  for (const [at, note] of (form.notes ?? "").split("\n").entries())
    if (note !== "") sheet.row([cell(`${at === 0 ? "注：" : ""}${note}`, 0, 60)], 0.2);
  return extract(sheet.runs, style);
}

function drawHead(sheet: Sheet, form: WireForm, { fundLabel, projectName, unitName }: PdfStyle): void {
  sheet.row([cell(form.title, 20, 40)], 1);
  sheet.row([cell(`（${form.fiscalYear}年度）`, 25, 40)], 1);
  sheet.row([cell("项目名称", 0, fundLabel + 2), cell(form.projectName, 20, projectName)]);
  sheet.row([
    cell("主管部门", 0, fundLabel + 2),
    cell(form.competentDepartment, 12, unitName),
    cell("实施单位", 36, 8),
    cell(form.implementingUnit, 46, unitName),
  ]);
}

function drawFunds(sheet: Sheet, form: WireForm, style: PdfStyle): void {
  const { currencyUnit, funds } = form;
  const caption = `项目资金（${currencyUnit}）`;
  const old = form.edition === "sh-2021";
  const central = form.edition === "central-2020";
  const heads = [
    "年初预算数",
    central ? "全年预算数（A）" : "全年预算数",
    central ? "全年执行数（B）" : "全年执行数",
    old || central ? "分值" : "分数",
    old ? "执行率得分" : central ? "执行率（B/A）" : "执行率(%)",
    "得分",
  ];
  const label = { lines: style.unitOnOwnLine ? ["项目资金", `（${currencyUnit}）`] : [caption], x: 0, width: 6 };
  sheet.draw(label, sheet.y, 6);
  const at = (column: number): number => 14 + column * 9;
  sheet.row(heads.map((head, column) => cell(head, at(column), 9)));
  const rows = [
    ["年度资金总额：", funds.total],
    ["其中：当年财政拨款", funds.currentYearAppropriation],
    ["上年结转资金", funds.carryover],
    ["其他资金", funds.otherFunds],
  ] as const;
  const money = (value: string | null): string =>
    value === null ? "-" : value.replace(/^\d+/u, (whole) => whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ","));
  for (const [text, line] of rows) {
    const figures = [
      money(line.initialBudget),
      money(line.annualBudget),
      money(line.annualExecution),
      line.weight ?? "-",
      line.executionRate === null ? "-" : old || central ? `${line.executionRate}%` : line.executionRate,
      line.score ?? "-",
    ];
    sheet.row([cell(text, 6, style.fundLabel), ...figures.map((figure, column) => cell(figure, at(column), 9))]);
  }
}

function drawGoals(sheet: Sheet, form: WireForm, style: PdfStyle): void {
  const captions = [form.edition === "sh-2021" ? "预算目标" : "预期目标", "实际完成情况"];
  const indent = " ".repeat(style.goalIndent);
  const goal = (text: string, x: number, width: number): Cell => {
    const lines = wrap(`${style.goalIndent > 0 ? "　　" : ""}${text}`, width).map((line) =>
      line.replace(/^　　/u, indent),
    );
    return { lines, x, width };
  };
  const [left, right] = [
    goal(form.overallGoal.expected, 6, style.goalLeft),
    goal(form.overallGoal.actual, 6 + style.goalLeft, style.goalRight),
  ];
  const height = Math.max(left.lines.length, right.lines.length);
  if (sheet.room() < height + 2) sheet.newPage();
  sheet.draw({ lines: wrap("年度总体目标", style.level1), x: 0, width: style.level1 }, sheet.y, height + 1);
  sheet.row(captions.map((caption, at) => cell(caption, at === 0 ? 6 : 6 + style.goalLeft, 20)));
  sheet.draw(left, sheet.y, height, 0, left.lines.length, false);
  sheet.draw(right, sheet.y, height, 0, right.lines.length, false);
  sheet.y += height + 0.4;
}

function drawIndicators(sheet: Sheet, form: WireForm, style: PdfStyle): void {
  const xs = [0, style.level1, style.level1 + style.level2];
  const columns = [style.name, style.target, style.actual, 4, 4, style.note];
  for (const width of columns) xs.push((xs.at(-1) ?? 0) + width + 0.6);
  const at = (column: number): number => xs[column] ?? 0;
  const head = (): void => {
    const heads = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"].map((text, column) =>
      cell(text, at(column), column < 2 ? ([style.level1, style.level2][column] ?? 2) : 6),
    );
    sheet.row([
      ...heads,
      style.wholeHead
        ? cell("偏差原因分析及改进措施", at(7), 12)
        : { lines: ["偏差原因分析", "及改进措施"], x: at(7), width: style.note },
    ]);
  };
  head();
  drawGroups(sheet, form, style, at, head);
}

interface Pending {
  own: Cell;
  shown: number;
}

/** Rows group by group. A label that the page cuts shows on the first page what fits, and the rest above the next row. */
function drawGroups(
  sheet: Sheet,
  form: WireForm,
  style: PdfStyle,
  at: (column: number) => number,
  head: () => void,
): void {
  const rows = form.indicators;
  const cellsOf = (row: (typeof rows)[number]): Cell[] => [
    cell(row.name, at(2), style.name),
    cell(row.target, at(3), style.target),
    cell(row.actual, at(4), style.actual),
    cell(row.weight ?? "", at(5), 4),
    cell(row.score ?? "", at(6), 4),
    cell(row.deviationNote, at(7), style.note),
  ];
  const groupEnd = (from: number, level: "level1" | "level2"): number => {
    let to = from + 1;
    const same = (row: number): boolean =>
      rows[row]?.level1 === rows[from]?.level1 && (level === "level1" || rows[row]?.level2 === rows[from]?.level2);
    while (to < rows.length && same(to)) to += 1;
    return to;
  };
  const heights = rows.map((row) => Math.max(...cellsOf(row).map(({ lines }) => lines.length)));
  const labelLines = (text: string, width: number): string[] => wrap(text, width);
  // A row group is as high as its label.
  for (let from = 0; from < rows.length; from = groupEnd(from, "level2")) {
    const to = groupEnd(from, "level2");
    const need =
      labelLines(rows[from]?.level2 ?? "", style.level2).length - heights.slice(from, to).reduce((a, b) => a + b, 0);
    if (need > 0) heights[to - 1] = (heights[to - 1] ?? 1) + need;
  }
  for (let from = 0; from < rows.length; from = groupEnd(from, "level1")) {
    const to = groupEnd(from, "level1");
    const need =
      labelLines(rows[from]?.level1 ?? "", style.level1).length - heights.slice(from, to).reduce((a, b) => a + b, 0);
    if (need > 0) heights[to - 1] = (heights[to - 1] ?? 1) + need;
  }
  const pending: Pending[] = [];
  const roomFor = (from: number, to: number): number => {
    let used = 0;
    for (let row = from; row < to; row += 1) {
      if (sheet.room() < used + (heights[row] ?? 1)) return Math.max(used, 0);
      used += (heights[row] ?? 1) + 0.3;
    }
    return Infinity;
  };
  for (const [index, row] of rows.entries()) {
    const height = heights[index] ?? 1;
    let cut = 0;
    if (sheet.room() < height) {
      cut = sheet.room() >= 2 && height > 2 ? Math.floor(sheet.room()) : 0;
      if (cut === 0) breakPage(sheet, pending, style, head);
    }
    for (const [level, column] of [
      ["level1", 0],
      ["level2", 1],
    ] as const) {
      const opens = index === 0 || groupEnd(index - 1, level) === index;
      if (!opens) continue;
      const own: Cell = {
        lines: labelLines(row[level], level === "level1" ? style.level1 : style.level2),
        x: at(column),
        width: level === "level1" ? style.level1 : style.level2,
      };
      const end = groupEnd(index, level);
      const fits = cut > 0 ? cut : roomFor(index, end);
      const total = heights.slice(index, end).reduce((a, b) => a + b + 0.3, -0.3);
      if (fits === Infinity) sheet.draw(own, sheet.y, total);
      else {
        const shown = Math.min(own.lines.length, Math.max(Math.floor(fits), 1));
        sheet.draw(own, sheet.y, shown, 0, shown);
        if (shown < own.lines.length) pending.push({ own, shown });
      }
    }
    const cells = cellsOf(row);
    if (cut === 0) {
      for (const own of cells) sheet.draw(own, sheet.y, height);
      sheet.y += height + 0.3;
    } else {
      for (const own of cells) sheet.draw(own, sheet.y, Math.min(own.lines.length, cut), 0, cut);
      breakPage(sheet, pending, style, head);
      const rest = Math.max(...cells.map(({ lines }) => lines.length - cut), 0);
      for (const own of cells) if (own.lines.length > cut) sheet.draw(own, sheet.y, own.lines.length - cut, cut);
      sheet.y += rest + 0.3;
    }
  }
}

function breakPage(sheet: Sheet, pending: Pending[], style: PdfStyle, head: () => void): void {
  if (style.pageNumber !== undefined)
    sheet.runs.push({ text: style.pageNumber(sheet.page), x: 30, y: 1000, page: sheet.page });
  sheet.newPage();
  if (style.repeatHead) head();
  for (const { own, shown } of pending) sheet.draw(own, sheet.y, own.lines.length - shown, shown);
  pending.length = 0;
}
