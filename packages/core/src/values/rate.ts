/** Rates, held as ratios: 99.59 % is 0.9959. A percentage exists only in print. */
import { type Decimal, HUNDRED, formatDecimal } from "./decimal.ts";
import type { Money } from "./money.ts";
import { type Rounding, round } from "./rounding.ts";

/** A ratio: 1 is 100 %. */
export interface Rate {
  readonly kind: "rate";
  readonly ratio: Decimal;
}

/** A rate from a printed percentage: `rateFromPercent(99.59)` is the ratio 0.9959. */
export function rateFromPercent(percent: Decimal): Rate {
  return { kind: "rate", ratio: percent.dividedBy(HUNDRED) };
}

/** part ÷ whole with 40 digits; `undefined` when the whole is zero. */
export function rateOf(part: Money, whole: Money): Rate | undefined {
  return whole.yuan.isZero() ? undefined : { kind: "rate", ratio: part.yuan.dividedBy(whole.yuan) };
}

/** The percentage as the edition prints it, rounded once from the exact ratio, without the % sign. */
export function formatPercent(rate: Rate, rounding: Rounding): string {
  return formatDecimal(round(rate.ratio.times(HUNDRED), rounding), rounding.places);
}
