/** Rows whose score can be weighed against their weight, for the rules about single scores. */
import type { Indicator } from "../form/indicator.ts";
import { valueOf } from "../place/cell.ts";
import type { Due } from "../scoring/due.ts";
import type { Achievement } from "../scoring/target-met.ts";
import type { Decimal } from "../values/decimal.ts";
import { round } from "../values/rounding.ts";
import { rememberLast } from "../values/remember.ts";
import { type Score, formatScore } from "../values/score.ts";
import { achievementOf } from "./achievement.ts";
import type { RuleContext } from "./rule.ts";

export interface ScoredRow {
  /** The row's number, from 0. */
  readonly at: number;
  readonly row: Indicator;
  readonly weight: Score;
  readonly score: Score;
  /** Points below the weight, from 0. */
  readonly lost: Decimal;
  /** The due score of the sheet: advice. */
  readonly due: Due;
  /** By the row's name and note too; see `achievement.ts`. A miss without a share has no due score of its own. */
  readonly achievement: Achievement;
}

/**
 * The rows with a weight above zero and a score from 0 to the weight, in the order of the form. Scores outside, blanks
 * and weights of zero have rules of their own, so that one cell is not reported twice.
 */
export const scoredRows: (context: RuleContext) => readonly ScoredRow[] = rememberLast((context) => [
  ...rowsWithScore(context),
]);

function* rowsWithScore({ form, sheet }: RuleContext): Iterable<ScoredRow> {
  for (const [at, row] of form.indicators.entries()) {
    const weight = valueOf(row.weight);
    const score = valueOf(row.score);
    const figure = sheet.indicatorScores[at];
    if (weight === undefined || score === undefined || figure === undefined) continue;
    const lost = weight.points.minus(score.points);
    if (!weight.points.greaterThan(0) || lost.isNegative() || score.points.isNegative()) continue;
    yield { at, row, weight, score, lost, due: figure.due, achievement: achievementOf(row) };
  }
}

/** A row whose score is remarkably off its proportional score. */
export interface RowOffProportion extends ScoredRow {
  /** Score minus proportional score, in points. */
  readonly off: Decimal;
  /** What a sentence about it needs. */
  readonly facts: { readonly target: string; readonly actual: string; readonly due: string; readonly score: string };
}

/** The rows off their proportional scores, in the order of the form; see {@link offProportion}. */
export function* rowsOffProportion(context: RuleContext): Iterable<RowOffProportion> {
  const { value: tolerance } = context.edition.rulePack.tolerances.scoreOffProportion;
  for (const scored of scoredRows(context)) {
    const { row, score, due } = scored;
    const off = offProportion(scored, tolerance);
    if (off === undefined || due.kind !== "exact") continue;
    const facts = { target: row.target.text, actual: row.actual.text, due: due.text, score: formatScore(score) };
    yield { ...scored, off, facts };
  }
}

/**
 * Score minus proportional score of a missed quantitative target, in points, where the difference is remarkable: from
 * `tolerance` (a share of the weight) on. `undefined` where there is no proportional score or the two go together;
 * a proportional score made whole either way (2.5 → 3, 4.89 → 4) does, because scores are mostly given in whole points.
 * An actual value on the very border of a strict comparator is the matter of the rules about indicators.
 */
function offProportion({ weight, score, due, achievement }: ScoredRow, tolerance: Decimal): Decimal | undefined {
  if (achievement.kind !== "missed" || due.kind !== "exact") return undefined;
  if (achievement.share === undefined || achievement.share.equals(1)) return undefined;
  if (WHOLE_POINTS.some((mode) => score.points.equals(round(due.value, { mode, places: 0 })))) return undefined;
  const difference = score.points.minus(due.value);
  return difference.abs().lessThan(weight.points.times(tolerance)) ? undefined : difference;
}

const WHOLE_POINTS = ["truncate", "up"] as const;
