/** A form laid out on pages as different programs draw tables. */
import type { WireForm } from "@zipingbiao/core";
import { RawPage, rawPdf, widthOf } from "./raw-pdf.ts";

/** How a page is drawn. */
export interface PdfPageStyle {
  /** The lines of cells: strokes, thin filled areas, a box around each cell, dashes, two lines side by side, or none. */
  readonly rules: "strokes" | "areas" | "boxes" | "dashes" | "double" | "none";
  readonly alignment: "middle" | "top";
  readonly size: number;
  readonly padding: number;
  readonly landscape: boolean;
  readonly rotate: 0 | 90;
  /** Every glyph in an operator of its own, in disorder. */
  readonly shuffled: boolean;
  /** Labels are printed twice, a little apart. */
  readonly twice: boolean;
  readonly repeatHead: boolean;
  readonly pageNumbers: boolean;
}

export const PLAIN_PAGE: PdfPageStyle = {
  rules: "strokes",
  alignment: "middle",
  size: 9,
  padding: 3,
  landscape: false,
  rotate: 0,
  shuffled: false,
  twice: false,
  repeatHead: false,
  pageNumbers: false,
};

interface Cell {
  readonly text: string;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly label: boolean;
}

type Row = readonly Cell[];

const MARGIN = 40;
/** Shares of the width: 绩效指标 or nothing, the two levels, name, target, actual, weight, score, note. */
const SHARES = [6, 11, 14, 21, 14, 14, 8, 8, 15];

const put = (text: string, column: number, across = 1, down = 1): Cell => ({
  text,
  column,
  across,
  down,
  label: false,
});
const label = (text: string, column: number, across = 1, down = 1): Cell => ({
  text,
  column,
  across,
  down,
  label: true,
});

function rowsOf(form: WireForm): { rows: Row[]; head: number } {
  const old = form.edition === "sh-2021";
  const { funds, overallGoal, indicators } = form;
  const captions = [
    "年初预算数",
    "全年预算数",
    "全年执行数",
    old ? "分值" : "分数",
    old ? "执行率得分" : "执行率(%)",
    "得分",
  ];
  const rows: Row[] = [
    [label("项目名称", 0, 2), put(form.projectName, 2, 7)],
    [
      label("主管部门", 0, 2),
      put(form.competentDepartment, 2, 2),
      label("实施单位", 4),
      put(form.implementingUnit, 5, 4),
    ],
    [
      label(`项目资金（${form.currencyUnit}）`, 0, 2, 5),
      label("", 2),
      ...captions.map((text, at) => label(text, 3 + at)),
    ],
  ];
  for (const [text, line] of [
    ["年度资金总额：", funds.total],
    ["其中：当年财政拨款", funds.currentYearAppropriation],
    ["上年结转资金", funds.carryover],
    ["其他资金", funds.otherFunds],
  ] as const) {
    const { initialBudget, annualBudget, annualExecution, weight, executionRate, score } = line;
    const figures = [initialBudget, annualBudget, annualExecution, weight, executionRate, score];
    rows.push([label(text, 2), ...figures.map((figure, at) => put(figure ?? "-", 3 + at))]);
  }
  rows.push([label("年度总体目标", 0, 2, 2), label(old ? "预算目标" : "预期目标", 2, 2), label("实际完成情况", 4, 5)]);
  rows.push([put(overallGoal.expected, 2, 2), put(overallGoal.actual, 4, 5)]);
  const head = rows.length;
  const columns = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施".split(" ");
  const at = (index: number): readonly [number, number] =>
    old ? [index + 1, 1] : index === 0 ? [0, 2] : [index + 1, 1];
  rows.push([
    ...(old ? [label("绩效指标", 0, 1, indicators.length + 1)] : []),
    ...columns.map((text, index) => label(text, ...at(index))),
  ]);
  for (const [index, each] of indicators.entries()) {
    const run = (same: (other: typeof each) => boolean): number => {
      const end = indicators.findIndex((other, from) => from > index && !same(other));
      return (end === -1 ? indicators.length : end) - index;
    };
    const before = indicators[index - 1];
    const opens1 = each.level1 !== before?.level1;
    const opens2 = opens1 || each.level2 !== before?.level2;
    const texts = [each.name, each.target, each.actual, each.weight ?? "", each.score ?? "", each.deviationNote];
    rows.push([
      ...(opens1
        ? [
            label(
              each.level1,
              ...at(0),
              run(({ level1 }) => level1 === each.level1),
            ),
          ]
        : []),
      ...(opens2
        ? [
            label(
              each.level2,
              ...at(1),
              run((other) => other.level1 === each.level1 && other.level2 === each.level2),
            ),
          ]
        : []),
      ...texts.map((text, from) => put(text, from + 3)),
    ]);
  }
  rows.push([label("总分", 0, 6), put(form.totalWeight ?? "", 6), put(form.totalScore ?? "", 7), put("", 8)]);
  if (!old) rows.push([label("评分等级", 0, 2), put(form.rating ?? "", 2, 7)]);
  return { rows, head };
}

/** The bytes of a file with this form. Rows are not cut; a merged cell that a page cuts is printed where it begins. */
export function layOutPdf(forms: readonly WireForm[], style: PdfPageStyle = PLAIN_PAGE): Uint8Array {
  const sheet = new Sheet(style);
  for (const form of forms) sheet.lay(form);
  return rawPdf(sheet.finish());
}

class Sheet {
  readonly #style: PdfPageStyle;
  readonly #pages: RawPage[] = [];
  readonly #borders: readonly number[];
  #y = 0;

  constructor(style: PdfPageStyle) {
    this.#style = style;
    const width = (style.landscape ? 842 : 595) - 2 * MARGIN;
    const all = SHARES.reduce((sum, share) => sum + share, 0);
    let x = MARGIN;
    this.#borders = [x, ...SHARES.map((share) => (x += (share / all) * width))];
  }

  finish(): readonly RawPage[] {
    if (this.#style.pageNumbers)
      for (const [at, page] of this.#pages.entries()) page.text(`${at + 1}`, page.width / 2, page.height - 20, 9);
    return this.#pages;
  }

  get #page(): RawPage {
    return this.#pages.at(-1) ?? this.#newPage();
  }

  #newPage(): RawPage {
    const { landscape, rotate } = this.#style;
    const page = landscape ? new RawPage(842, 595, rotate) : new RawPage(595, 842, rotate);
    this.#pages.push(page);
    this.#y = MARGIN;
    return page;
  }

  lay(form: WireForm): void {
    this.#newPage();
    this.#words(form.title, MARGIN + 120, this.#y + 20, 16);
    this.#words(`（${form.fiscalYear}年度）`, MARGIN + 180, this.#y + 40, 10);
    this.#y += 52;
    const { rows, head } = rowsOf(form);
    const heights = rows.map((row) => this.#heightOf(row));
    let first = 0;
    for (const [at, height] of heights.entries()) {
      const used = heights.slice(first, at).reduce((sum, each) => sum + each, 0);
      if (at > first && this.#y + used + height > this.#page.height - MARGIN) {
        this.#draw(rows, heights, first, at);
        this.#newPage();
        first = at;
        if (this.#style.repeatHead && at > head) {
          const again = (rows[head] ?? []).map((cell) => ({ ...cell, down: 1 }));
          this.#draw([again], [heights[head] ?? 0], 0, 1);
        }
      }
    }
    this.#draw(rows, heights, first, rows.length);
  }

  #linesOf({ text, column, across }: Cell): string[] {
    const { size, padding } = this.#style;
    const room = (this.#borders[column + across] ?? 0) - (this.#borders[column] ?? 0) - 2 * padding;
    const lines = [""];
    for (const char of text) {
      const last = lines.at(-1) ?? "";
      if (last !== "" && widthOf(last + char) * size > room) lines.push(char);
      else lines[lines.length - 1] = last + char;
    }
    return lines;
  }

  #heightOf(row: Row): number {
    const { size, padding } = this.#style;
    const most = Math.max(...row.map((cell) => (cell.down > 1 ? 1 : this.#linesOf(cell).length)));
    return most * size * 1.4 + 2 * padding + 2;
  }

  /** Draws the rows from `from` to `to` below each other. */
  #draw(rows: readonly Row[], heights: readonly number[], from: number, to: number): void {
    const tops: number[] = [this.#y];
    for (let at = from; at < to; at += 1) tops.push((tops.at(-1) ?? 0) + (heights[at] ?? 0));
    for (const [at, row] of rows.entries()) {
      for (const cell of row) {
        const [begin, end] = [Math.max(at, from), Math.min(at + cell.down, to)];
        if (begin >= end) continue;
        const [top, bottom] = [tops[begin - from] ?? 0, tops[end - from] ?? 0];
        const [left, right] = [this.#borders[cell.column] ?? 0, this.#borders[cell.column + cell.across] ?? 0];
        this.#frame(left, top, right, bottom);
        if (at >= from) this.#fillIn(cell, left, top, bottom);
      }
    }
    this.#y = tops.at(-1) ?? this.#y;
  }

  #frame(left: number, top: number, right: number, bottom: number): void {
    const { rules } = this.#style;
    const page = this.#page;
    if (rules === "boxes") return page.box(left, top, right - left, bottom - top);
    if (rules === "none") return;
    const sides = [
      [left, top, right, top],
      [left, bottom, right, bottom],
      [left, top, left, bottom],
      [right, top, right, bottom],
    ] as const;
    if (rules === "dashes") page.raw("[3 2] 0 d");
    for (const [x0, y0, x1, y1] of sides) {
      if (rules === "areas") page.fill(x0, y0, Math.max(x1 - x0, 0.5), Math.max(y1 - y0, 0.5));
      else page.line(x0, y0, x1, y1);
      if (rules === "double")
        page.line(
          x0 + (x0 === x1 ? 1.5 : 0),
          y0 + (y0 === y1 ? 1.5 : 0),
          x1 + (x0 === x1 ? 1.5 : 0),
          y1 + (y0 === y1 ? 1.5 : 0),
        );
    }
  }

  #fillIn(cell: Cell, left: number, top: number, bottom: number): void {
    const { size, padding, alignment, twice } = this.#style;
    const lines = this.#linesOf(cell);
    const height = lines.length * size * 1.4;
    let y = alignment === "middle" ? (top + bottom - height) / 2 : top + padding;
    for (const line of lines) {
      y += size * 1.4;
      this.#words(line, left + padding, y - size * 0.2, size);
      if (twice && cell.label) this.#words(line, left + padding + 0.3, y - size * 0.2, size);
    }
  }

  #words(text: string, x: number, y: number, size: number): void {
    if (!this.#style.shuffled) return this.#page.text(text, x, y, size);
    const glyphs: { char: string; at: number }[] = [];
    let at = x;
    for (const char of text) {
      if (char !== " ") glyphs.push({ char, at });
      at += widthOf(char) * size;
    }
    for (const glyph of glyphs.toReversed()) this.#page.text(glyph.char, glyph.at, y, size);
  }
}
