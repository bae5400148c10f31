/** The due score or range of one indicator. Advice only: real scores are given by people and are not proportional. */
import type { Edition, QualitativeTier } from "../edition/edition.ts";
import type { Indicator } from "../form/indicator.ts";
import { valueOf } from "../place/cell.ts";
import { type Decimal, decimal, formatDecimal } from "../values/decimal.ts";
import { round } from "../values/rounding.ts";
import { type Score, formatScore } from "../values/score.ts";
import { type Due, unknown } from "./due.ts";
import { targetMet } from "./target-met.ts";

/** Full weight when met, the reached share of the weight when missed, a range for a qualitative tier. */
export function dueIndicatorScore(indicator: Indicator, edition: Edition): Due {
  const weight = valueOf(indicator.weight);
  if (weight === undefined) return unknown("分值空白或无法识别");
  const tier = tierOf(indicator.actual.text, edition);
  if (tier !== undefined) return dueRange(tier, weight);
  const achievement = targetMet(indicator.target, indicator.actual);
  switch (achievement.kind) {
    case "met":
      return { kind: "exact", value: weight.points, text: formatScore(weight) };
    case "missed":
      return achievement.share === undefined
        ? unknown("指标值或完成值不是正数，不能按比例计分")
        : dueShare(achievement.share, weight, edition);
    case "cannot-tell":
      return unknown(achievement.reason);
  }
}

/** The tier whose words the actual value is, such as 达成指标. */
export function tierOf(actual: string, edition: Edition): QualitativeTier | undefined {
  const words = actual.replaceAll(/\s/gu, "");
  return edition.qualitativeTiers.find((tier) => tier.words.includes(words));
}

function dueShare(share: Decimal, weight: Score, edition: Edition): Due {
  const { value: rounding } = edition.indicatorScoreRounding;
  const points = round(share.times(weight.points), rounding);
  return { kind: "exact", value: points, text: formatDecimal(points, rounding.places) };
}

function dueRange(tier: QualitativeTier, weight: Score): Due {
  const low = decimal(tier.low).times(weight.points);
  const high = decimal(tier.high).times(weight.points);
  const print = (points: Decimal): string => formatDecimal(points, Math.max(2, points.decimalPlaces()));
  return { kind: "range", low, high, text: `${print(low)}—${print(high)}` };
}
