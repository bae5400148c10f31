/**
 * The cells that follow from others: 执行率, 执行率得分, 总分行, 评分等级. One is computed anew when an input of it was changed
 * and it was not asked for itself; a figure that agrees already keeps its printed text to the letter.
 */
import type { Edition } from "../edition/edition.ts";
import { type SelfEvaluationForm, labelIn } from "../form/self-evaluation-form.ts";
import { FUND_ROWS, type FormPath, type FundRow, fundPath, parseFormPath } from "../place/form-path.ts";
import { parseDecimal } from "../values/decimal.ts";
import { type Due, type Figure, unknown } from "../scoring/due.ts";
import { type ScoreSheet, scoreForm } from "../scoring/score-form.ts";
import { decodeForm, encodeForm } from "../wire/form-codec.ts";
import type { LeftCell } from "./correction.ts";
import { deriveRating } from "./derive-rating.ts";
import { inFormsStyle, isPoints, leavesOutZeros } from "./figure-style.ts";
import { sumOfRead } from "./sum-of-read.ts";
import { withWireText } from "./wire-cells.ts";

export interface Derivation {
  readonly form: SelfEvaluationForm;
  readonly derived: ReadonlySet<FormPath>;
  readonly left: readonly LeftCell[];
}

/** `asked` are the changed places of `after`, which differs from `before` in them alone. */
export function deriveCells(
  before: SelfEvaluationForm,
  after: SelfEvaluationForm,
  asked: ReadonlySet<FormPath>,
  edition: Edition,
): Derivation {
  const work: Work = {
    before: scoreForm(before, edition),
    leavesOutZeros: leavesOutZeros(before),
    edition,
    asked,
    changed: new Set(asked),
    derived: new Set(),
    left: [],
    form: after,
  };
  for (const row of FUND_ROWS) {
    // 分项行可以不填执行率（2021 年度表式即如此）：没有的不添。
    const printed = row === "total" || after.funds[row].executionRate.kind !== "blank";
    if (printed && changedIn(work, inputsOfRate(row)))
      put(work, fundPath(row, "executionRate"), scoreForm(work.form, edition).executionRates[row]);
  }
  if (changedIn(work, [...inputsOfRate("total"), fundPath("total", "weight")]))
    put(work, fundPath("total", "score"), scoreForm(work.form, edition).executionScore);
  if (changedColumn(work, "weight")) put(work, "totalWeight", totalFigure(work, "totalWeight", "weight"));
  if (changedColumn(work, "score")) put(work, "totalScore", totalFigure(work, "totalScore", "score"));
  if (work.changed.has("totalScore") && !asked.has("rating")) {
    const grade = deriveRating(work.form, edition);
    if (grade.kind === "left") leave(work, "rating", grade.reason);
    else if (grade.kind === "derived") write(work, "rating", grade.label);
  }
  return { form: work.form, derived: work.derived, left: work.left };
}

interface Work {
  readonly before: ScoreSheet;
  /** Whether the form prints its points so. */
  readonly leavesOutZeros: boolean;
  readonly edition: Edition;
  readonly asked: ReadonlySet<FormPath>;
  readonly changed: Set<FormPath>;
  readonly derived: Set<FormPath>;
  readonly left: LeftCell[];
  form: SelfEvaluationForm;
}

const inputsOfRate = (row: FundRow): readonly FormPath[] => [
  fundPath(row, "annualBudget"),
  fundPath(row, "annualExecution"),
];

function changedIn({ changed }: Work, paths: readonly FormPath[]): boolean {
  return paths.some((path) => changed.has(path));
}

/** Whether a weight, or a score, that the total row adds up was changed. */
function changedColumn({ changed }: Work, column: "weight" | "score"): boolean {
  return [...changed].some((at) => {
    const cell = parseFormPath(at);
    return cell?.kind === "indicator" ? cell.field === column : at === fundPath("total", column);
  });
}

/**
 * The figure of the total row. Where blank cells counted as zero before, because the others made up the printed total,
 * they still do.
 */
function totalFigure(work: Work, member: "totalWeight" | "totalScore", column: "weight" | "score"): Figure {
  const figure = scoreForm(work.form, work.edition)[member];
  const counted = work.before[member].agrees === true ? sumOfRead(work.form, column) : undefined;
  return counted === undefined ? figure : { ...figure, due: counted, agrees: agreesWith(figure.printed, counted) };
}

function agreesWith(printed: string, due: Due): boolean | undefined {
  const value = parseDecimal(printed);
  return value === undefined || due.kind !== "exact" ? undefined : value.equals(due.value);
}

function put(work: Work, at: FormPath, figure: Figure): void {
  if (work.asked.has(at) || figure.agrees === true) return;
  const due = figure.due.kind === "exact" && parseDecimal(figure.due.text) === undefined ? TOO_LARGE : figure.due;
  if (due.kind === "exact")
    write(work, at, inFormsStyle(due.text, figure.printed, isPoints(at) && work.leavesOutZeros));
  else leave(work, at, due.kind === "unknown" ? due.reason : "没有唯一的应得数");
}

const TOO_LARGE = unknown("算得的数过大");

function write(work: Work, at: FormPath, text: string): void {
  const cell = parseFormPath(at);
  if (cell === undefined) throw new Error(`no cell: ${at}`);
  work.form = decodeForm(withWireText(encodeForm(work.form), cell, text));
  work.changed.add(at);
  work.derived.add(at);
}

function leave(work: Work, at: FormPath, reason: string): void {
  work.left.push({ at, label: labelIn(work.form, at), reason });
}
