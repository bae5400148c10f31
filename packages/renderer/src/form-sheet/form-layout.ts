/** FormView → the official form as cells of a sheet: where each stands, how far it reaches, what it says. */
import { FUND_COLUMNS, FUND_ROWS, type FormPath, INDICATOR_FIELDS, fundPath, indicatorPath } from "@zipingbiao/core";
import type { FormView, IndicatorRowView, MergedLabel } from "../view/form-view.ts";
import type { FormCell, FormRole } from "./form-cell.ts";
import { fitRows } from "./fit-rows.ts";

export interface FormLayout {
  readonly cells: readonly FormCell[];
  /** In characters of the default font. */
  readonly widths: readonly number[];
  /** In points, by row: room for every text. */
  readonly heights: readonly number[];
  /** The row of the captions of the indicators. */
  readonly captionRow: number;
}

/** Widths of 一级指标 to 偏差原因分析及改进措施, which the columns of the fund table share. */
const WIDTHS = [10, 17, 16.5, 14, 14, 9, 9.5, 18] as const;
const BLOCK_WIDTH = 5;
const FUND_ROW_COUNT = FUND_ROWS.length + 1;

/**
 *     财政项目支出绩效自评表
 *     （2024年度）
 *     项目名称 │ …
 *     主管部门 │ …  │ 实施单位 │ …
 *     项目资金 │ │ 年初预算数 │ 全年预算数 │ 全年执行数 │ 分数 │ 执行率 │ 得分      five rows
 *     年度总体目标 │ 预期目标 │ 实际完成情况                                      two rows
 *     一级指标 │ 二级指标 │ 三级指标 │ 年度指标值 │ 实际完成值 │ 分值 │ 得分 │ 偏差原因…
 *     总分     │ 100.00 │ 98.96 │
 *     评分等级 │ 优
 *
 * A column 绩效指标 stands before all others where the edition has one. A row that is higher than a sheet allows
 * reaches over several.
 */
export function layOutForm(view: FormView): FormLayout {
  const lead = view.indicators.block === null ? 0 : 1;
  const width = WIDTHS.length + lead;
  const widths = [...(lead === 1 ? [BLOCK_WIDTH] : []), ...WIDTHS];
  const frame = [...headerCells(view, lead, width), ...fundCells(view, lead), ...goalCells(view, lead, width)];
  const captionRow = 11;
  const indicators = indicatorCells(view, lead, captionRow);
  const total = captionRow + 1 + view.indicators.rows.length;
  const foot = footCells(view, lead, width, total);
  const { cells, heights, startOf } = fitRows([...frame, ...indicators, ...foot], widths);
  return { cells, widths, heights, captionRow: startOf(captionRow) };
}

type Place = readonly [row: number, column: number, rows: number, columns: number];

function put([row, column, rows, columns]: Place, role: FormRole, text: string, at?: FormPath): FormCell {
  return { row, column, rows, columns, role, text, ...(at === undefined ? {} : { at }) };
}

function headerCells(view: FormView, lead: number, width: number): FormCell[] {
  const half = 3 + lead;
  return [
    put([0, 0, 1, width], "title", view.title, "title"),
    put([1, 0, 1, width], "year", view.fiscalYear, "fiscalYear"),
    put([2, 0, 1, 1 + lead], "caption", view.project.caption),
    put([2, 1 + lead, 1, width - 1 - lead], "text", view.project.text, "projectName"),
    put([3, 0, 1, 1 + lead], "caption", view.competentDepartment.caption),
    put([3, 1 + lead, 1, 2], "text", view.competentDepartment.text, "competentDepartment"),
    put([3, half, 1, 1], "caption", view.implementingUnit.caption),
    put([3, half + 1, 1, width - half - 1], "text", view.implementingUnit.text, "implementingUnit"),
  ];
}

function fundCells({ funds }: FormView, lead: number): FormCell[] {
  const first = 4;
  const label = 1 + lead;
  return [
    put([first, 0, FUND_ROW_COUNT, label], "caption", funds.caption),
    put([first, label, 1, 1], "column", ""),
    ...FUND_COLUMNS.map((column, at) => put([first, label + 1 + at, 1, 1], "column", funds.columns[column])),
    ...funds.rows.flatMap((line, row) => {
      const name = FUND_ROWS[row] ?? "total";
      return [
        put([first + 1 + row, label, 1, 1], "part", line.caption),
        ...FUND_COLUMNS.map((column, at) =>
          put(
            [first + 1 + row, label + 1 + at, 1, 1],
            at < 3 ? "amount" : "score",
            line[column],
            fundPath(name, column),
          ),
        ),
      ];
    }),
  ];
}

function goalCells({ overallGoal }: FormView, lead: number, width: number): FormCell[] {
  const first = 4 + FUND_ROW_COUNT;
  const left = 1 + lead;
  const middle = left + 3;
  return [
    put([first, 0, 2, left], "caption", overallGoal.caption),
    put([first, left, 1, 3], "column", overallGoal.expected.caption),
    put([first, middle, 1, width - middle], "column", overallGoal.actual.caption),
    put([first + 1, left, 1, 3], "goal", overallGoal.expected.text, "overallGoal.expected"),
    put([first + 1, middle, 1, width - middle], "goal", overallGoal.actual.text, "overallGoal.actual"),
  ];
}

function indicatorCells({ indicators }: FormView, lead: number, first: number): FormCell[] {
  const { block, columns, rows } = indicators;
  return [
    ...(block === null ? [] : [put([first, 0, block.span + 1, 1], "caption", block.caption)]),
    ...INDICATOR_FIELDS.map((field, at) => put([first, lead + at, 1, 1], "column", columns[field])),
    ...rows.flatMap((row, at) =>
      INDICATOR_FIELDS.flatMap((field, column) => fieldCell(row, field, at, [first + 1 + at, lead + column, 1, 1])),
    ),
  ];
}

const ROLES: Readonly<Record<(typeof INDICATOR_FIELDS)[number], FormRole>> = {
  level1: "label",
  level2: "label",
  name: "name",
  target: "value",
  actual: "value",
  weight: "score",
  score: "score",
  deviationNote: "note",
};

/** None where the merged label of a row above covers the cell. */
function fieldCell(
  row: IndicatorRowView,
  field: (typeof INDICATOR_FIELDS)[number],
  at: number,
  [top, column, , columns]: Place,
): FormCell[] {
  const held: string | MergedLabel | null = row[field];
  if (held === null) return [];
  const { text, span } = typeof held === "string" ? { text: held, span: 1 } : held;
  return [put([top, column, span, columns], ROLES[field], text, indicatorPath(at, field))];
}

function footCells(view: FormView, lead: number, width: number, total: number): FormCell[] {
  const weight = width - 3;
  const notes = total + (view.rating === null ? 1 : 2);
  return [
    put([total, lead, 1, weight - lead], "caption", view.total.caption),
    put([total, weight, 1, 1], "score", view.total.weight, "totalWeight"),
    put([total, weight + 1, 1, 1], "score", view.total.score, "totalScore"),
    put([total, weight + 2, 1, 1], "note", ""),
    ...(view.rating === null
      ? []
      : [
          put([total + 1, 0, 1, 1 + lead], "caption", view.rating.caption),
          put([total + 1, 1 + lead, 1, width - 1 - lead], "score", view.rating.text, "rating"),
        ]),
    ...(view.notes === null
      ? []
      : [put([notes, 0, 1, width], "notes", `${view.notes.caption}：${view.notes.text}`, "notes")]),
  ];
}
