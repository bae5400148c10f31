/** The rows of a form's indicator table, each with what became of it. */
import { achievementOf } from "../audit/achievement.ts";
import { disownsFigure, givesReason } from "../audit/deviation-reason.ts";
import type { Edition } from "../edition/edition.ts";
import type { Indicator } from "../form/indicator.ts";
import { valueOf } from "../place/cell.ts";
import { tierOf } from "../scoring/indicator-score.ts";
import { type Decimal, ONE, ZERO, decimal } from "../values/decimal.ts";
import type { ProjectLine, SummaryEntry } from "./entry.ts";
import type { IndicatorLine, Judgement } from "./indicator-results.ts";

/** `texts` holds what the lines of other forms say, for much of it they say alike. */
export function indicatorLines(
  { form, edition }: SummaryEntry,
  project: ProjectLine,
  texts: Map<string, string>,
): readonly IndicatorLine[] {
  const once = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return form.indicators.map((indicator, row) => ({
    project,
    row,
    level1: once(indicator.level1.trim()),
    level2: once(indicator.level2.trim()),
    name: once(indicator.name.trim()),
    target: once(indicator.target.text),
    actual: once(indicator.actual.text),
    weight: indicator.weight,
    score: indicator.score,
    lost: lostOf(indicator),
    judgement: judge(indicator, edition),
    note: indicator.deviationNote.trim(),
    givesReason: givesReason(indicator.deviationNote),
  }));
}

/**
 * The judgement of the rules, and where the target is wording that nobody can compare, the form's own word of what was
 * reached: a report that left 达成指标 and 部分达成指标 undecided would be silent on half of the rows, one that judged them by
 * their scores would take the answer for the question.
 */
function judge(indicator: Indicator, edition: Edition): Judgement {
  const achievement = achievementOf(indicator);
  const areFigures = indicator.target.kind === "quantitative" && indicator.actual.kind === "quantitative";
  if (achievement.kind !== "cannot-tell") return JUDGED[achievement.kind][areFigures ? "figures" : "wording"];
  if (indicator.target.kind !== "wording" || disownsFigure(indicator.deviationNote)) {
    return { kind: "unjudged", reason: achievement.reason };
  }
  const tier = tierOf(indicator.actual.text, edition);
  if (tier === undefined) return { kind: "unjudged", reason: achievement.reason };
  return JUDGED[decimal(tier.high).lessThan(ONE) ? "missed" : "met"].wording;
}

/** One for all the rows of which it is said. */
const JUDGED = {
  met: { figures: { kind: "met", by: "figures" }, wording: { kind: "met", by: "wording" } },
  missed: { figures: { kind: "missed", by: "figures" }, wording: { kind: "missed", by: "wording" } },
} as const satisfies Record<string, Record<string, Judgement>>;

function lostOf(indicator: Indicator): Decimal | undefined {
  const weight = valueOf(indicator.weight);
  const score = valueOf(indicator.score);
  if (weight === undefined || score === undefined) return undefined;
  // Most rows lose nothing; of ten thousand forms that would be a hundred thousand zeros.
  return weight.points.equals(score.points) ? ZERO : weight.points.minus(score.points);
}
