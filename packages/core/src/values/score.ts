/** Points: weights (分值) and scores (得分). */
import { type Decimal, formatDecimal, sumDecimals } from "./decimal.ts";

/** Points of a weight or of a score. */
export interface Score {
  readonly kind: "score";
  readonly points: Decimal;
}

export function score(points: Decimal): Score {
  return { kind: "score", points };
}

/** The exact sum; of no scores, zero. */
export function addScores(scores: Iterable<Score>): Score {
  return score(sumDecimals([...scores].map((each) => each.points)));
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareScores(a: Score, b: Score): number {
  return a.points.comparedTo(b.points);
}

/** Plain decimal text with two places, more only where the exact score has them. */
export function formatScore(value: Score): string {
  return formatDecimal(value.points, Math.max(2, value.points.decimalPlaces()));
}
