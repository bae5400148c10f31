/** Whether a printed rate or score is the exact one, cut in a way that no source rules out. */
import type { AcceptedCuts, Edition } from "../edition/edition.ts";
import type { FundLine } from "../form/fund-table.ts";
import { type Cell, valueOf } from "../place/cell.ts";
import { type Decimal, HUNDRED, ONE, ZERO, parseDecimal } from "../values/decimal.ts";
import { round } from "../values/rounding.ts";
import { exactRate } from "./execution-score.ts";

/** `86` or `86.2` for 37.24 ÷ 43.2, where the edition does not know how forms cut their rates. */
export function isAcceptedRate(line: FundLine, { acceptedRates }: Edition): boolean {
  const exact = exactRate(line);
  return (
    acceptedRates !== undefined &&
    exact.kind === "rate" &&
    isCutOf(line.executionRate, exact.rate.ratio.times(HUNDRED), HUNDRED, acceptedRates)
  );
}

/** The same for the score that the rate earns. */
export function isAcceptedExecutionScore(line: FundLine, { acceptedExecutionScores }: Edition): boolean {
  const exact = exactRate(line);
  const weight = valueOf(line.weight);
  if (acceptedExecutionScores === undefined || exact.kind !== "rate" || weight === undefined) return false;
  const { ratio } = exact.rate;
  const share = ratio.lessThan(ZERO) ? ZERO : ratio.greaterThan(ONE) ? ONE : ratio;
  return isCutOf(line.score, share.times(weight.points), weight.points, acceptedExecutionScores);
}

function isCutOf(cell: Cell<unknown>, exact: Decimal, full: Decimal, { modes, fewestPlaces }: AcceptedCuts): boolean {
  const text = cell.kind === "read" ? cell.text : "";
  const printed = parseDecimal(text);
  const places = (text.split(".")[1] ?? "").length;
  if (printed === undefined || places < fewestPlaces) return false;
  if (exact.lessThan(full) && printed.greaterThanOrEqualTo(full)) return false;
  return modes.some((mode) => round(exact, { mode, places }).equals(printed));
}
