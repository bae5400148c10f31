/** Paths into a form, as on the wire (`indicators[3].score`), and their Chinese labels. */

/** A path into `form@1`, such as `funds.total.executionRate` or `indicators[3].score`. */
export type FormPath = string;

/** The four rows of the fund table, in the order in which they are printed. */
export const FUND_ROWS = ["total", "currentYearAppropriation", "carryover", "otherFunds"] as const;
export type FundRow = (typeof FUND_ROWS)[number];

/** The six columns of the fund table, in the order in which they are printed. */
export const FUND_COLUMNS = [
  "initialBudget",
  "annualBudget",
  "annualExecution",
  "weight",
  "executionRate",
  "score",
] as const;
export type FundColumn = (typeof FUND_COLUMNS)[number];

/** The fields of an indicator row, in the order in which they are printed. */
export const INDICATOR_FIELDS = [
  "level1",
  "level2",
  "name",
  "target",
  "actual",
  "weight",
  "score",
  "deviationNote",
] as const;
export type IndicatorField = (typeof INDICATOR_FIELDS)[number];

export const fundPath = (row: FundRow, column: FundColumn): FormPath => `funds.${row}.${column}`;
/** Text that no field claimed, counted from 0. */
export const leftoverPath = (at: number): FormPath => `leftovers[${at}]`;
export const indicatorPath = (at: number, field: IndicatorField): FormPath => `indicators[${at}].${field}`;

/** The cells that stand by themselves, in the order in which they are printed. */
export const SINGLE_FIELDS = [
  "title",
  "fiscalYear",
  "projectName",
  "projectCode",
  "competentDepartment",
  "implementingUnit",
  "currencyUnit",
  "overallGoal.expected",
  "overallGoal.actual",
  "totalWeight",
  "totalScore",
  "rating",
  "notes",
] as const;
export type SingleField = (typeof SINGLE_FIELDS)[number];

/** A path taken apart: one printed cell of the form. */
export type CellPath =
  | { readonly kind: "fund"; readonly row: FundRow; readonly column: FundColumn }
  | { readonly kind: "indicator"; readonly row: number; readonly field: IndicatorField }
  | { readonly kind: "single"; readonly field: SingleField };

/** The printed cell that a path names; `undefined` for what is no single cell, such as `indicators[3]` or `edition`. Rows count from 0. */
export function parseFormPath(path: FormPath): CellPath | undefined {
  const single = SINGLE_FIELDS.find((name) => name === path);
  if (single !== undefined) return { kind: "single", field: single };
  const [, digits, fieldName] = /^indicators\[(0|[1-9]\d{0,5})\]\.(\w+)$/.exec(path) ?? [];
  const field = INDICATOR_FIELDS.find((name) => name === fieldName);
  if (digits !== undefined && field !== undefined)
    return { kind: "indicator", row: Number.parseInt(digits, 10), field };
  const [, rowName, columnName] = /^funds\.(\w+)\.(\w+)$/.exec(path) ?? [];
  const row = FUND_ROWS.find((name) => name === rowName);
  const column = FUND_COLUMNS.find((name) => name === columnName);
  return row === undefined || column === undefined ? undefined : { kind: "fund", row, column };
}

/** The path of a cell; the inverse of {@link parseFormPath}. */
export function pathOf(cell: CellPath): FormPath {
  switch (cell.kind) {
    case "fund":
      return fundPath(cell.row, cell.column);
    case "indicator":
      return indicatorPath(cell.row, cell.field);
    case "single":
      return cell.field;
  }
}

const LABELS: Record<string, string> = {
  edition: "版式",
  fiscalYear: "年度",
  title: "标题",
  projectName: "项目名称",
  projectCode: "项目编码",
  competentDepartment: "主管部门",
  implementingUnit: "实施单位",
  currencyUnit: "金额单位",
  funds: "项目资金",
  total: "年度资金总额",
  currentYearAppropriation: "当年财政拨款",
  carryover: "上年结转资金",
  otherFunds: "其他资金",
  initialBudget: "年初预算数",
  annualBudget: "全年预算数",
  annualExecution: "全年执行数",
  executionRate: "执行率",
  weight: "分值",
  score: "得分",
  overallGoal: "年度总体目标",
  expected: "预期目标",
  actual: "实际完成情况",
  indicators: "绩效指标",
  level1: "一级指标",
  level2: "二级指标",
  name: "三级指标",
  target: "年度指标值",
  deviationNote: "偏差原因分析及改进措施",
  totalWeight: "总分（分值）",
  totalScore: "总分（得分）",
  rating: "评分等级",
  notes: "备注",
  leftovers: "未认领的文字",
  revision: "更正记录",
};

/**
 * The Chinese label of a path: `年度资金总额 · 执行率`. For an indicator the row's own words are given by
 * `rowName` (its group and name); without it the row is counted from one. An unknown step is kept as it is.
 */
export function labelOf(path: FormPath, rowName?: (row: number) => string | undefined): string {
  const indicator = /^indicators\[(\d+)\](?:\.(.+))?$/.exec(path);
  if (indicator) {
    const row = Number.parseInt(indicator[1] ?? "0", 10);
    const field = indicator[2];
    const words = rowName?.(row) ?? `第${row + 1}行指标`;
    if (field === undefined) return words;
    return `${words} · ${field === "actual" ? "实际完成值" : (LABELS[field] ?? field)}`;
  }
  const steps = path.replace(/^(leftovers)\[\d+\]$/u, "$1").split(".");
  const shown = steps[0] === "funds" && steps.length > 1 ? steps.slice(1) : steps;
  return shown.map((step) => LABELS[step] ?? step).join(" · ");
}

/** Sort key that puts paths into the order of the printed form. */
export function pathRank(path: FormPath): number {
  const indicator = /^indicators\[(\d+)\](?:\.(\w+))?$/.exec(path);
  if (indicator) {
    const column = INDICATOR_FIELDS.indexOf((indicator[2] ?? "level1") as IndicatorField);
    return 1000 + Number.parseInt(indicator[1] ?? "0", 10) * 10 + Math.max(column, 0);
  }
  const fund = /^funds\.(\w+)(?:\.(\w+))?$/.exec(path);
  if (fund) {
    return 100 + FUND_ROWS.indexOf(fund[1] as FundRow) * 10 + Math.max(FUND_COLUMNS.indexOf(fund[2] as FundColumn), 0);
  }
  const before = [
    "edition",
    "title",
    "fiscalYear",
    "projectName",
    "projectCode",
    "competentDepartment",
    "implementingUnit",
    "currencyUnit",
    "funds",
  ];
  const after = ["totalWeight", "totalScore", "rating", "notes"];
  if (before.includes(path)) return before.indexOf(path);
  if (path.startsWith("overallGoal")) return path.endsWith("actual") ? 201 : 200;
  if (after.includes(path)) return 1_000_000_000 + after.indexOf(path);
  const leftover = /^leftovers\[(\d+)\]$/.exec(path);
  return 2_000_000_000 + Number.parseInt(leftover?.[1] ?? "0", 10);
}
