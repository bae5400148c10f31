/** A number with the unit that is printed behind it: `24.00(小时/天)`, `98%`, `9.2万次`. */
import { type Decimal, decimal, parseDecimal } from "./decimal.ts";
import { type Money, money } from "./money.ts";

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
  if (/\d/.test(bare)) return undefined;
  return { kind: "quantity", number, unit: (match[2] ?? bare).trim() };
}

/** Units compared as text, with the full-width forms of `%` and `/` folded. */
export function sameUnit(a: Quantity, b: Quantity): boolean {
  return foldUnit(a.unit) === foldUnit(b.unit);
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

function foldUnit(unit: string): string {
  return unit.replaceAll("％", "%").replaceAll("／", "/").replaceAll(/\s/g, "");
}
