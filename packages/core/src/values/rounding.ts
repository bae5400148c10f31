/** The single place where a figure is rounded. The mode is the edition's, never the caller's taste. */
import { type Decimal, ROUND_DOWN, ROUND_HALF_UP, ROUND_UP } from "./decimal.ts";

/** How an edition cuts a figure: 截尾 truncate · 四舍五入 half-up · 进位 up (away from zero). */
export type RoundingMode = "truncate" | "half-up" | "up";

/** Mode and number of digits after the point. */
export interface Rounding {
  readonly mode: RoundingMode;
  readonly places: number;
}

const MODES = { truncate: ROUND_DOWN, "half-up": ROUND_HALF_UP, up: ROUND_UP } as const;

/** Rounds an exact value once. Never give it a value that was rounded before. */
export function round(exact: Decimal, rounding: Rounding): Decimal {
  return exact.toDecimalPlaces(rounding.places, MODES[rounding.mode]);
}
