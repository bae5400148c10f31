/** Money, held in 元 whatever unit the form prints. */
import { type Decimal, decimal, formatDecimal, sumDecimals } from "./decimal.ts";

/** The money unit in which a form prints its amounts. */
export type CurrencyUnit = "元" | "万元";

/** An amount. The number is in 元; adding a Score or a Rate to it does not compile. */
export interface Money {
  readonly kind: "money";
  readonly yuan: Decimal;
}

const YUAN_PER: Record<CurrencyUnit, Decimal> = { 元: decimal("1"), 万元: decimal("10000") };

/** `amount` counted in `unit`. */
export function money(amount: Decimal, unit: CurrencyUnit): Money {
  return { kind: "money", yuan: amount.times(YUAN_PER[unit]) };
}

/** The exact sum; of no amounts, zero. */
export function addMoney(amounts: Iterable<Money>): Money {
  return { kind: "money", yuan: sumDecimals([...amounts].map((amount) => amount.yuan)) };
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareMoney(a: Money, b: Money): number {
  return a.yuan.comparedTo(b.yuan);
}

/** The amount counted in `unit`, exact. */
export function moneyIn(amount: Money, unit: CurrencyUnit): Decimal {
  return amount.yuan.dividedBy(YUAN_PER[unit]);
}

/** Plain decimal text in `unit`, two places, more only where the exact amount has them. */
export function formatMoney(amount: Money, unit: CurrencyUnit): string {
  const value = moneyIn(amount, unit);
  return formatDecimal(value, Math.max(2, value.decimalPlaces()));
}
