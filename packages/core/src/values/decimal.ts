/**
 * Exact decimal numbers. This is the only file that imports decimal.js: every number of a form
 * passes the pattern below first, because the library itself also takes `0x1f`, `1_000` or `Infinity`.
 */
import { Decimal as BaseDecimal } from "decimal.js";

/** Our own clone, so that nobody's `Decimal.set` can change our arithmetic. Division keeps 40 digits. */
const Decimal = BaseDecimal.clone({ precision: 40, rounding: BaseDecimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });

/** For sums of products and their quotients: a product of two numbers of the wire has up to 56 digits. */
const Wide = BaseDecimal.clone({ precision: 160, rounding: BaseDecimal.ROUND_HALF_UP });

/** An exact decimal number; made by {@link parseDecimal} or by arithmetic on such numbers. */
export type Decimal = BaseDecimal;

/** Plain decimal notation: what the wire allows and what {@link formatDecimal} prints. */
export const PLAIN_DECIMAL = /^-?\d{1,18}(?:\.\d{1,10})?$/;

/** Reads plain decimal notation (`"2936.70"`); anything else, and a number of over 18 digits, is `undefined`. */
export function parseDecimal(text: string): Decimal | undefined {
  return PLAIN_DECIMAL.test(text) ? new Decimal(text) : undefined;
}

/** A number written in our own source, such as a band of an edition. A malformed literal is a bug and throws. */
export function decimal(literal: string): Decimal {
  const value = parseDecimal(literal);
  if (value === undefined) throw new Error(`not a plain decimal literal: ${literal}`);
  return value;
}

export const ZERO: Decimal = decimal("0");
export const ONE: Decimal = decimal("1");
export const HUNDRED: Decimal = decimal("100");

/** Sum of any number of values; the sum of none is zero. */
export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/** Sum of products, exact for any numbers of the wire. */
export function sumOfProducts(pairs: Iterable<readonly [Decimal, Decimal]>): Decimal {
  let total: Decimal = new Wide(0);
  for (const [a, b] of pairs) total = total.plus(new Wide(a).times(b));
  return total;
}

/**
 * `part` ÷ `whole` with 160 digits, so that cutting the quotient gives what cutting the exact one would, for sums of any
 * numbers of the wire too; `undefined` when the whole is zero.
 */
export function quotient(part: Decimal, whole: Decimal): Decimal | undefined {
  return whole.isZero() ? undefined : new Wide(part).dividedBy(whole);
}

/** Prints without exponent and without `-0`; `places` digits after the point, or as many as the value has. */
export function formatDecimal(value: Decimal, places?: number): string {
  const text = places === undefined ? value.toFixed() : value.toFixed(places);
  return /^-0(?:\.0+)?$/.test(text) ? text.slice(1) : text;
}

/** The thousands of a plain figure parted: `2936.70` → `2,936.70`. */
export function groupThousands(plain: string): string {
  const point = plain.indexOf(".");
  const whole = point === -1 ? plain : plain.slice(0, point);
  return whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") + plain.slice(whole.length);
}

/** The library's rounding modes, for `rounding.ts` alone. */
export const { ROUND_DOWN, ROUND_HALF_UP, ROUND_UP } = BaseDecimal;
