/** Rows whose score can be weighed against their weight, for the rules about single scores. */
import type { Indicator } from "../form/indicator.ts";
import { valueOf } from "../place/cell.ts";
import type { Due } from "../scoring/due.ts";
import { type Achievement, targetMet } from "../scoring/target-met.ts";
import type { Decimal } from "../values/decimal.ts";
import { round } from "../values/rounding.ts";
import type { Score } from "../values/score.ts";
import { disownsFigure } from "./deviation-reason.ts";
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
  /** Cannot be told either where the note itself says that one of the two values is wrong. */
  readonly achievement: Achievement;
}

/**
 * The rows with a weight above zero and a score from 0 to the weight, in the order of the form. Scores outside, blanks
 * and weights of zero have rules of their own, so that one cell is not reported twice.
 */
export function* scoredRows({ form, sheet }: RuleContext): Iterable<ScoredRow> {
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

function achievementOf({ target, actual, deviationNote }: Indicator): Achievement {
  return disownsFigure(deviationNote)
    ? { kind: "cannot-tell", reason: "偏差原因一栏说指标值或完成值填错" }
    : targetMet(target, actual);
}

/**
 * Score minus proportional score of a missed quantitative target, in points, where the difference is remarkable: from
 * `tolerance` (a share of the weight) on. `undefined` where there is no proportional score or the two go together;
 * a proportional score made whole either way (2.5 → 3, 4.89 → 4) does, because scores are mostly given in whole points.
 * An actual value on the very border of a strict comparator is the matter of the rules about indicators.
 */
export function offProportion({ weight, score, due, achievement }: ScoredRow, tolerance: Decimal): Decimal | undefined {
  if (achievement.kind !== "missed" || due.kind !== "exact" || achievement.share?.equals(1) === true) return undefined;
  if (WHOLE_POINTS.some((mode) => score.points.equals(round(due.value, { mode, places: 0 })))) return undefined;
  const difference = score.points.minus(due.value);
  return difference.abs().lessThan(weight.points.times(tolerance)) ? undefined : difference;
}

const WHOLE_POINTS = ["truncate", "up"] as const;
