/** Rows → counts and points. */
import { type Cell, valueOf } from "../place/cell.ts";
import { quotient } from "../values/decimal.ts";
import { type Score, addScores } from "../values/score.ts";
import type { IndicatorCounts, IndicatorLine, Judgement, PointsSum } from "./indicator-results.ts";

export function countsOf(lines: readonly IndicatorLine[]): IndicatorCounts {
  const count = (kind: Judgement["kind"], by?: "wording"): number =>
    lines.filter(
      ({ judgement }) =>
        judgement.kind === kind && (by === undefined || (judgement.kind !== "unjudged" && judgement.by === by)),
    ).length;
  return {
    indicators: lines.length,
    met: count("met"),
    missed: count("missed"),
    unjudged: count("unjudged"),
    metByWording: count("met", "wording"),
    missedByWording: count("missed", "wording"),
    fullMarks: lines.filter(({ lost, weight }) => lost?.isZero() === true && isPositive(weight)).length,
    points: pointsOf(lines),
  };
}

/** Sums over the rows of which weight and score were both read. */
export function pointsOf(rows: readonly { readonly weight: Cell<Score>; readonly score: Cell<Score> }[]): PointsSum {
  const read = rows.flatMap((row) => {
    const weight = valueOf(row.weight);
    const score = valueOf(row.score);
    return weight === undefined || score === undefined ? [] : [{ weight, score }];
  });
  const weight = addScores(read.map((row) => row.weight));
  const score = addScores(read.map((row) => row.score));
  return {
    weight,
    score,
    lost: weight.points.minus(score.points),
    rate: quotient(score.points, weight.points),
    counted: read.length,
    leftOut: rows.length - read.length,
  };
}

function isPositive(weight: Cell<Score>): boolean {
  return valueOf(weight)?.points.greaterThan(0) === true;
}
