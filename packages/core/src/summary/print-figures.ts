/**
 * How a report prints what it divides: cut to two places, never rounded up (docs/editions.md). An average of 89.999 is not
 * 90. Sums are printed as they are.
 */
import { type Decimal, HUNDRED, formatDecimal, groupThousands } from "../values/decimal.ts";
import { type CurrencyUnit, type Money, formatMoney } from "../values/money.ts";
import { type Rounding, round } from "../values/rounding.ts";

export const REPORT_ROUNDING: Rounding = { mode: "truncate", places: 2 };

/** A ratio (0.99596) as a percentage without its sign (`99.59`). Execution rates have a rounding of their own (`Basics.rateRounding`). */
export function printPercent(ratio: Decimal, rounding: Rounding = REPORT_ROUNDING): string {
  return formatDecimal(round(ratio.times(HUNDRED), rounding), rounding.places);
}

/** An average of points (93.6666…) as `93.66`. */
export function printAverage(points: Decimal): string {
  return formatDecimal(round(points, REPORT_ROUNDING), REPORT_ROUNDING.places);
}

/** With thousands parted and two places, more only where the exact amount has them: `2,936.70`. */
export function printAmount(amount: Money, unit: CurrencyUnit): string {
  return groupThousands(formatMoney(amount, unit));
}

/** `part` of `whole` things as a percentage without its sign; `undefined` of none. */
export function printShare(part: number, whole: number): string | undefined {
  if (whole === 0) return undefined;
  const hundredths = (BigInt(part) * 10_000n) / BigInt(whole);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}
