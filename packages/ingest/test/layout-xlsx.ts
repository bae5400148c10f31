/** A form laid out in a workbook as units lay it out: merged cells as in the official form, figures as numbers. */
import type { WireForm } from "@zipingbiao/core";
import { type Cell, type CellValue, type MergeRange, type WriteSheet, writeXlsx } from "hucre/xlsx";

/** How figures are kept in the cells. `text` as printed; else as numbers that a format shows as printed. */
export interface XlsxStyle {
  readonly figures: "text" | "number" | "grouped" | "general" | "formula";
  /** Columns of the sheet before the form, and whether every column is two columns wide. */
  readonly indent: number;
  readonly wide: boolean;
  /** Labels are broken by line ends to fill a narrow cell. */
  readonly spacedLabels: boolean;
}

export const PLAIN_STYLE: XlsxStyle = { figures: "number", indent: 0, wide: false, spacedLabels: false };

const COLUMNS = 8;
const STAMP = new Date(Date.UTC(2000, 0, 1));

/** A sheet in the making. Columns are those of the form; the style says where they lie. */
class Page {
  readonly #rows: CellValue[][] = [];
  readonly #cells = new Map<string, Partial<Cell>>();
  readonly #merges: MergeRange[] = [];
  readonly #style: XlsxStyle;

  constructor(style: XlsxStyle) {
    this.#style = style;
  }

  get length(): number {
    return this.#rows.length;
  }

  row(): number {
    return this.#rows.push([]) - 1;
  }

  put(row: number, column: number, value: Partial<Cell> | string, across = 1, down = 1): void {
    const { indent, wide } = this.#style;
    const from = indent + column * (wide ? 2 : 1);
    const to = from + across * (wide ? 2 : 1) - 1;
    const cell = typeof value === "string" ? { value } : value;
    this.#cells.set(`${row},${from}`, cell);
    const line = this.#rows[row] ?? [];
    while (line.length <= from) line.push(null);
    line[from] = cell.value ?? null;
    if (to > from || down > 1) this.#merges.push({ startRow: row, startCol: from, endRow: row + down - 1, endCol: to });
  }

  sheet(name: string): WriteSheet {
    return { name, rows: this.#rows, cells: this.#cells, merges: this.#merges };
  }
}

/** A sheet with these forms below each other, an empty row between them. */
export function layOut(name: string, forms: readonly WireForm[], style: XlsxStyle = PLAIN_STYLE): WriteSheet {
  const page = new Page(style);
  for (const form of forms) {
    if (page.length > 0) page.row();
    layOutForm(page, form, style);
  }
  return page.sheet(name);
}

/** The bytes of a workbook with these sheets. */
export async function workbookOf(sheets: readonly WriteSheet[], date1904 = false): Promise<Uint8Array> {
  const dateSystem = date1904 ? { dateSystem: "1904" as const } : {};
  return await writeXlsx({ sheets: [...sheets], properties: { created: STAMP, modified: STAMP }, ...dateSystem });
}

function layOutForm(page: Page, form: WireForm, style: XlsxStyle): void {
  const old = form.edition === "sh-2021";
  const spaced = (label: string): string => (style.spacedLabels ? label.replaceAll(/(..)(?=.)/gu, "$1\n") : label);
  const width = old ? COLUMNS + 1 : COLUMNS;
  page.put(page.row(), 0, form.title, width);
  page.put(page.row(), 0, `（${form.fiscalYear}年度）`, width);
  let row = page.row();
  page.put(row, 0, "项目名称", 2);
  page.put(row, 2, form.projectName, width - 2);
  row = page.row();
  page.put(row, 0, "主管部门", 2);
  page.put(row, 2, form.competentDepartment, 2);
  page.put(row, 4, "实施单位", 2);
  page.put(row, 6, form.implementingUnit, width - 6);
  layOutFunds(page, form, style, old);
  layOutGoals(page, form, old, spaced, width);
  layOutIndicators(page, form, style, old, spaced);
}

function layOutFunds(page: Page, form: WireForm, style: XlsxStyle, old: boolean): void {
  let row = page.row();
  const shift = old ? 1 : 0;
  page.put(row, 0, `项目资金\n（${form.currencyUnit}）`, 1 + shift, 5);
  const captions = [
    "年初预算数",
    "全年预算数",
    "全年执行数",
    old ? "分值" : "分数",
    old ? "执行率得分" : "执行率(%)",
    "得分",
  ];
  for (const [at, caption] of captions.entries()) page.put(row, 2 + shift + at, caption);
  const { total, currentYearAppropriation, carryover, otherFunds } = form.funds;
  for (const [label, line] of [
    ["年度资金总额：", total],
    ["其中：当年财政拨款", currentYearAppropriation],
    ["上年结转资金", carryover],
    ["其他资金", otherFunds],
  ] as const) {
    row = page.row();
    page.put(row, 1 + shift, label);
    const { initialBudget, annualBudget, annualExecution, weight, executionRate, score } = line;
    const figures = [initialBudget, annualBudget, annualExecution, weight, executionRate, score];
    for (const [at, figure] of figures.entries()) {
      const column = 2 + shift + at;
      page.put(row, column, figureCell(figure, style, at === 4 && old));
    }
  }
}

function layOutGoals(page: Page, form: WireForm, old: boolean, spaced: (label: string) => string, width: number): void {
  const row = page.row();
  const middle = old ? 5 : 4;
  page.put(row, 0, spaced("年度总体目标"), 1, 2);
  page.put(row, 1, old ? "预算目标" : "预期目标", middle - 1);
  page.put(row, middle, "实际完成情况", width - middle);
  const text = page.row();
  page.put(text, 1, form.overallGoal.expected, middle - 1);
  page.put(text, middle, form.overallGoal.actual, width - middle);
}

function layOutIndicators(
  page: Page,
  form: WireForm,
  style: XlsxStyle,
  old: boolean,
  spaced: (label: string) => string,
): void {
  const shift = old ? 1 : 0;
  let row = page.row();
  const { indicators } = form;
  if (old) page.put(row, 0, "绩效指标", 1, indicators.length + 1);
  const captions = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施".split(" ");
  for (const [at, caption] of captions.entries()) page.put(row, shift + at, caption);
  for (const [at, each] of indicators.entries()) {
    row = page.row();
    const opens1 = each.level1 !== indicators[at - 1]?.level1;
    const opens2 = opens1 || each.level2 !== indicators[at - 1]?.level2;
    const run = (same: (other: typeof each) => boolean): number => {
      const end = indicators.findIndex((other, index) => index > at && !same(other));
      return (end === -1 ? indicators.length : end) - at;
    };
    if (opens1)
      page.put(
        row,
        shift,
        spaced(each.level1),
        1,
        run(({ level1 }) => level1 === each.level1),
      );
    if (opens2) {
      const same = ({ level1, level2 }: typeof each) => level1 === each.level1 && level2 === each.level2;
      page.put(row, shift + 1, spaced(each.level2), 1, run(same));
    }
    for (const [column, text] of [each.name, each.target, each.actual].entries())
      if (text !== "") page.put(row, shift + 2 + column, text);
    page.put(row, shift + 5, figureCell(each.weight, style, false));
    page.put(row, shift + 6, figureCell(each.score, style, false));
    if (each.deviationNote !== "") page.put(row, shift + 7, each.deviationNote);
  }
  row = page.row();
  page.put(row, 0, "总分", 5 + shift);
  page.put(row, shift + 5, figureCell(form.totalWeight, style, false));
  page.put(row, shift + 6, figureCell(form.totalScore, style, false));
  if (old) return;
  row = page.row();
  page.put(row, 0, "评分等级", 2);
  page.put(row, 2, form.rating ?? "", 6);
}

function figureCell(figure: string | null, { figures }: XlsxStyle, percent: boolean): Partial<Cell> {
  if (figure === null) return { value: "-" };
  if (figures === "text") return { value: percent ? `${figure}%` : figure };
  const places = figure.split(".")[1]?.length ?? 0;
  const value = JSON.parse(figure) as number;
  if (figures === "general") return { value: percent ? `${figure}%` : value };
  const zeros = places === 0 ? "" : `.${"0".repeat(places)}`;
  if (percent) return { value: value / 100, style: { numFmt: `0${zeros}%` } };
  const style = { numFmt: figures === "grouped" ? `#,##0${zeros}` : `0${zeros}` };
  return figures === "formula" ? { value, formula: `${figure}+0`, formulaResult: value, style } : { value, style };
}
