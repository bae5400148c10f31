/** The official table of 2024 as plain texts and spans, for contenders that know no template of ours. */
import type { WireForm } from "../season.ts";

/** A label of merged cells: its text, and how many rows it spans; 0 where it stands further up. */
export interface SpannedLabel {
  readonly text: string;
  readonly rows: number;
}

export interface IndicatorRow {
  readonly level1: SpannedLabel;
  readonly level2: SpannedLabel;
  /** name, target, actual, weight, score, deviationNote */
  readonly cells: readonly string[];
}

export interface FormRows {
  readonly title: string;
  readonly year: string;
  readonly projectName: string;
  readonly competentDepartment: string;
  readonly implementingUnit: string;
  readonly currencyUnit: string;
  /** caption, initialBudget, annualBudget, annualExecution, weight, executionRate, score */
  readonly funds: readonly (readonly string[])[];
  readonly goals: readonly [expected: string, actual: string];
  readonly indicators: readonly IndicatorRow[];
  readonly totals: readonly [weight: string, score: string];
  readonly rating: string;
}

export const FUND_HEADINGS = ["", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"] as const;
export const INDICATOR_HEADINGS = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
] as const;

const FUND_ROWS = [
  ["total", "年度资金总额"],
  ["currentYearAppropriation", "其中：当年财政拨款"],
  ["carryover", "上年结转资金"],
  ["otherFunds", "其他资金"],
] as const;
const FUND_CELLS = ["initialBudget", "annualBudget", "annualExecution", "weight", "executionRate", "score"] as const;
const INDICATOR_CELLS = ["name", "target", "actual", "weight", "score", "deviationNote"] as const;

export function formRows(form: WireForm): FormRows {
  const text = (key: string): string => textOf(form, key);
  const funds = partOf(form, "funds");
  const goal = partOf(form, "overallGoal");
  const rows = (form["indicators"] ?? []) as readonly WireForm[];
  const level1 = rows.map((row) => textOf(row, "level1"));
  const level2 = rows.map((row, at) => `${level1[at] ?? ""}\n${textOf(row, "level2")}`);
  return {
    title: text("title"),
    year: `（${text("fiscalYear")}年度）`,
    projectName: text("projectName"),
    competentDepartment: text("competentDepartment"),
    implementingUnit: text("implementingUnit"),
    currencyUnit: text("currencyUnit"),
    funds: FUND_ROWS.map(([key, caption]) => [caption, ...FUND_CELLS.map((cell) => textOf(partOf(funds, key), cell))]),
    goals: [textOf(goal, "expected"), textOf(goal, "actual")],
    indicators: rows.map((row, at) => ({
      level1: { text: textOf(row, "level1"), rows: spanAt(level1, at) },
      level2: { text: textOf(row, "level2"), rows: spanAt(level2, at) },
      cells: INDICATOR_CELLS.map((cell) => textOf(row, cell)),
    })),
    totals: [text("totalWeight"), text("totalScore")],
    rating: text("rating"),
  };
}

function spanAt(labels: readonly string[], at: number): number {
  if (at > 0 && labels[at - 1] === labels[at]) return 0;
  const next = labels.findIndex((label, index) => index > at && label !== labels[at]);
  return (next === -1 ? labels.length : next) - at;
}

function partOf(form: WireForm, key: string): WireForm {
  const part = form[key];
  return typeof part === "object" && part !== null ? (part as WireForm) : {};
}

function textOf(form: WireForm, key: string): string {
  const value = form[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
