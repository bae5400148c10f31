/** What a form says, section by section, as fingerprints: two forms are told apart without keeping them. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { Cell } from "../place/cell.ts";
import { FUND_COLUMNS, FUND_ROWS } from "../place/form-path.ts";
import type { Money } from "../values/money.ts";
import type { Rate } from "../values/rate.ts";
import type { Score } from "../values/score.ts";
import { fingerprint } from "./fingerprint.ts";
import { bareText } from "./likeness.ts";

/** The sections in the order of the form, and what a message calls them. */
export const SECTIONS = {
  header: "表头",
  funds: "项目资金",
  goals: "年度总体目标",
  indicators: "绩效指标",
  total: "总分和等级",
} as const;
export type Section = keyof typeof SECTIONS;

export type FormContents = Readonly<Record<Section, number>>;

/** Blanks, marks and widths of letters do not count, nor does how many digits a figure is printed with. */
export function contentsOf(form: SelfEvaluationForm): FormContents {
  const { overallGoal, indicators, totalWeight, totalScore, rating, notes } = form;
  return {
    header: section([bareText(form.competentDepartment), form.currencyUnit]),
    funds: section(FUND_ROWS.flatMap((row) => FUND_COLUMNS.map((column) => figure(form.funds[row][column])))),
    goals: section([bareText(overallGoal.expected), bareText(overallGoal.actual)]),
    indicators: section(
      indicators.flatMap((row) => [
        ...[row.level1, row.level2, row.name, row.deviationNote].map(bareText),
        ...[row.target.text, row.actual.text].map(unspaced),
        ...[row.weight, row.score].map(figure),
      ]),
    ),
    total: section([figure(totalWeight), figure(totalScore), bareText(rating ?? ""), bareText(notes ?? "")]),
  };
}

function section(parts: readonly string[]): number {
  return fingerprint(parts.join("\n"));
}

/** Signs are kept: ≥5 and ≤5 are different targets. */
export function unspaced(text: string): string {
  return text.normalize("NFKC").replaceAll(/\s/gu, "");
}

function figure(cell: Cell<Money | Rate | Score>): string {
  if (cell.kind !== "read") return cell.kind === "blank" ? "" : unspaced(cell.text);
  const { value } = cell;
  switch (value.kind) {
    case "money":
      return value.yuan.toFixed();
    case "rate":
      return value.ratio.toFixed();
    case "score":
      return value.points.toFixed();
  }
}
