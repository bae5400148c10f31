/** Points taken from comparable rows of one unit, and which of them are out of line. */
import type { Edition } from "../edition/edition.ts";
import type { Indicator } from "../form/indicator.ts";
import type { FormPlace } from "../form/place-in-form.ts";
import { valueOf } from "../place/cell.ts";
import { tierOf } from "../scoring/indicator-score.ts";
import { type Decimal, HUNDRED, ONE, ZERO, decimal, formatDecimal } from "../values/decimal.ts";
import { round } from "../values/rounding.ts";
import { achievementOf } from "./achievement.ts";
import { type Project, compareProjects } from "./project.ts";
import { groupByUnit } from "./unit-groups.ts";

/** A row that can be compared; `row` counts from 0 in its form. */
export interface Deduction {
  readonly row: number;
  /** A fingerprint, equal in rows of one unit that deserve the same. */
  readonly kind: number;
  /** Points lost ÷ weight. */
  readonly lost: Decimal;
  /** The score. */
  readonly place: FormPlace;
}

export interface PlacedDeduction extends Deduction {
  readonly form: number;
  readonly project: Project;
  readonly unit: string;
}

export interface OutOfLine<D> {
  readonly one: D;
  /** Of the rows with the deduction that most have: the first of another form, by the order of projects. */
  readonly other: D;
  /** How many other forms have such a row. */
  readonly forms: number;
}

/** Points lost ÷ weight; `undefined` when a figure is missing or the weight is not positive. */
export function shareLost({ weight, score }: Indicator): Decimal | undefined {
  const [most, given] = [valueOf(weight), valueOf(score)];
  if (most === undefined || given === undefined || !most.points.greaterThan(0)) return undefined;
  // Of thousands of rows most have lost nothing: one zero does for all.
  return given.points.equals(most.points) ? ZERO : most.points.minus(given.points).dividedBy(most.points);
}

/** By how much a target was missed, in words: 「达到指标值的 95%」; `undefined` when it was met or nobody can tell. */
export function reachedIn(indicator: Indicator, edition: Edition): string | undefined {
  const tier = tierOf(indicator.actual.text, edition);
  if (tier !== undefined) {
    return decimal(tier.high).lessThan(ONE) ? `完成情况为「${tier.words[0] ?? ""}」` : undefined;
  }
  const achievement = achievementOf(indicator);
  if (achievement.kind !== "missed" || achievement.share === undefined) return undefined;
  const { share } = achievement;
  // 「>365」答「365」的也算没有达到，但不能说只达到了一部分。
  if (share.greaterThanOrEqualTo(ONE)) return undefined;
  return `达到指标值的 ${formatDecimal(round(share.times(HUNDRED), { mode: "truncate", places: 0 }))}%`;
}

/** Within each unit: rows that differ by `least` and more from what most of their kind lost, of equals from the smallest loss. */
export function outOfLine<D extends PlacedDeduction>(
  deductions: readonly D[],
  least: Decimal,
): readonly OutOfLine<D>[] {
  return groupByUnit(deductions)
    .flatMap(({ members }) => [...Map.groupBy(members, ({ kind }) => kind).values()])
    .flatMap((alike) => {
      const usual = mostUsual(alike);
      const forms = new Set(usual.map(({ form }) => form));
      return alike.flatMap((one): readonly OutOfLine<D>[] => {
        const other = usual.find(({ form }) => form !== one.form);
        if (other === undefined || one.lost.minus(other.lost).abs().lessThan(least)) return [];
        return [{ one, other, forms: forms.has(one.form) ? forms.size - 1 : forms.size }];
      });
    });
}

function mostUsual<D extends PlacedDeduction>(alike: readonly D[]): readonly D[] {
  const byLoss = [...Map.groupBy(alike, ({ lost }) => percentOf(lost)).values()];
  const [usual = []] = byLoss.toSorted(
    (a, b) => b.length - a.length || (a[0]?.lost.comparedTo(b[0]?.lost ?? HUNDRED) ?? 0),
  );
  return usual.toSorted((a, b) => compareProjects(a.project, b.project) || a.row - b.row);
}

/** `8.5` for 0.085: percent with two places at most. */
export function percentOf(share: Decimal): string {
  return formatDecimal(round(share.times(HUNDRED), { mode: "half-up", places: 2 }));
}
