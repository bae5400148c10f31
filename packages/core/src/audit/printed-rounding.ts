/** Whether a printed figure is an exact one, rounded. */
import { type Decimal, decimal, parseDecimal } from "../values/decimal.ts";
import { round } from "../values/rounding.ts";

const MODES = ["half-up", "truncate"] as const;
const HALF = decimal("0.5");

/** Whether the text is the exact value rounded half up or cut, to as many places as the text has. */
export function isRounding(printed: string, exact: Decimal): boolean {
  const value = parseDecimal(printed);
  const places = printed.split(".")[1]?.length ?? 0;
  return value !== undefined && MODES.some((mode) => value.equals(round(exact, { mode, places })));
}

/** Whether a total is the exact sum with fewer places, which moves it by half a point at most: 99 for 98.96, not 98. */
export function isRoundedTotal(printed: string, sum: Decimal): boolean {
  const value = parseDecimal(printed);
  return value?.minus(sum).abs().lessThanOrEqualTo(HALF) === true && isRounding(printed, sum);
}
