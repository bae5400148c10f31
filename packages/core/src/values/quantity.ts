/** A number with the unit that is printed behind it: `24.00(小时/天)`, `98%`, `9.2万次`. */
import { type Decimal, decimal, parseDecimal } from "./decimal.ts";
import { type Money, money } from "./money.ts";
import { remember } from "./remember.ts";

/** A number and its unit's text, `""` when none is printed. */
export interface Quantity {
  readonly kind: "quantity";
  readonly number: Decimal;
  readonly unit: string;
}

const QUANTITY =
  /^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*(?:[（(]\s*([^（()）]*?)\s*[)）]|([^\d\s（()）][^（()）]{0,11}))?$/u;

/**
 * Reads a quantity; wording (`达成指标`), a range or two numbers are `undefined`.
 * The unit may stand in brackets or bare behind the number, where it is at most 12 characters.
 */
export function parseQuantity(text: string): Quantity | undefined {
  const match = QUANTITY.exec(text.trim());
  if (match === null) return undefined;
  const number = parseDecimal((match[1] ?? "").replaceAll(",", ""));
  if (number === undefined) return undefined;
  const bare = match[3] ?? "";
  // A digit in a bare tail means a second number (`24小时7天`), which is wording, not a unit.
  if (/\d/.test(bare) || NO_UNIT.test(bare) || isDate(number, bare)) return undefined;
  return { kind: "quantity", number, unit: (match[2] ?? bare).trim() };
}

// 12月底前, 24小时内, 500人左右, 95%以上: a date, a limit, an estimate.
const NO_UNIT = /(?:以上|以下|以内|之内|内|左右|上下|前|之前|以前|底|初|末|旬|完成)$/u;

/** Whether the bare number is a month or a year of the calendar: 12月, 2024年; 12个月 and 12(月) are lengths of time. */
function isDate(number: Decimal, bare: string): boolean {
  return /^月份?$/u.test(bare) || (/^年度?$/u.test(bare) && number.greaterThanOrEqualTo(FIRST_YEAR));
}

const FIRST_YEAR = decimal("1900");

/** Units compared as text, with the full-width forms of `%` and `/` and signs for units of length and area folded. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  return a.unit === b.unit || foldUnit(a.unit) === foldUnit(b.unit);
}

/** Whether the number counts hundredths: 24 % and 24.00(％), but not 24 ‰. */
export function isPercentage(quantity: Quantity): boolean {
  return foldUnit(quantity.unit) === "%";
}

/** The amount that a quantity in 元, 万元 or 亿元 stands for, exact; `undefined` for every other unit, prices such as 元/人 too. */
export function moneyOf(quantity: Quantity): Money | undefined {
  const yuan = YUAN_PER.get(foldUnit(quantity.unit));
  return yuan && money(quantity.number.times(yuan), "元");
}

const YUAN_PER: ReadonlyMap<string, Decimal> = new Map([
  ["元", decimal("1")],
  ["万元", decimal("10000")],
  ["亿元", decimal("100000000")],
]);

const foldUnit = remember(
  (unit) =>
    unit
      .replaceAll("％", "%")
      .replaceAll("／", "/")
      .replaceAll(/\s/g, "")
      .replaceAll(/平方米|㎡|m[²2]/gu, "㎡")
      .replaceAll(/立方米|m[³3]/gu, "m³")
      .replaceAll(/千米|km/giu, "公里"),
  512,
);
