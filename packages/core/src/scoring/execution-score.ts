/** 执行率 and 执行率得分 of the fund table. */
import type { Edition } from "../edition/edition.ts";
import type { FundLine } from "../form/fund-table.ts";
import { type Cell, valueOf } from "../place/cell.ts";
import { HUNDRED, ONE, ZERO, formatDecimal } from "../values/decimal.ts";
import type { Money } from "../values/money.ts";
import { type Rate, rateOf } from "../values/rate.ts";
import { type Rounding, round } from "../values/rounding.ts";
import type { Score } from "../values/score.ts";
import { type Due, unknown } from "./due.ts";

/**
 * The rate that a fund row should print: 全年执行数 ÷ 全年预算数, cut once by the edition.
 * A row without any money prints zero, as all published forms do.
 */
export function dueExecutionRate(line: FundLine, edition: Edition): Due {
  const ratio = exactRate(line);
  if (ratio.kind === "no-money")
    return { kind: "exact", value: ZERO, text: formatDecimal(ZERO, edition.rateRounding.value.places) };
  if (ratio.kind === "none") return unknown(ratio.reason);
  const { value: rounding } = edition.rateRounding;
  const value = round(ratio.rate.ratio.times(HUNDRED), rounding);
  return { kind: "exact", value, text: formatDecimal(value, rounding.places) };
}

/**
 * The score that the execution rate earns: weight × exact ratio, rounded once, between zero and the weight.
 * It is never computed from the printed rate, which was cut already.
 */
export function dueExecutionScore(line: FundLine, edition: Edition): Due {
  const weight = valueOf(line.weight);
  if (weight === undefined) return unknown("执行率的分值空白或无法识别");
  const ratio = exactRate(line);
  if (ratio.kind === "no-money") return unknown("全年预算数为 0，没有执行率可据以计分");
  if (ratio.kind === "none") return unknown(ratio.reason);
  return exactScore(
    executionScore(ratio.rate, weight, edition.executionScoreRounding.value),
    edition.executionScoreRounding.value,
  );
}

/** round(ratio × weight) with the ratio held between 0 and 1. More execution never scores less. */
export function executionScore(rate: Rate, weight: Score, rounding: Rounding): Score {
  const ratio = rate.ratio.lessThan(ZERO) ? ZERO : rate.ratio.greaterThan(ONE) ? ONE : rate.ratio;
  const points = round(ratio.times(weight.points), rounding);
  // Rounding up must not lift a weight of 9.999 points to 10.00.
  return { kind: "score", points: points.greaterThan(weight.points) ? weight.points : points };
}

function exactScore(value: Score, rounding: Rounding): Due {
  const places = Math.max(rounding.places, value.points.decimalPlaces());
  return { kind: "exact", value: value.points, text: formatDecimal(value.points, places) };
}

/** A rate, a row without any money, or the reason why there is none. */
export type RateOrReason =
  | { readonly kind: "rate"; readonly rate: Rate }
  | { readonly kind: "no-money" }
  | { readonly kind: "none"; readonly reason: string };

/** 全年执行数 ÷ 全年预算数, not cut. */
export function exactRate(line: FundLine): RateOrReason {
  const budget = amountOf(line.annualBudget, "全年预算数");
  if (typeof budget === "string") return { kind: "none", reason: budget };
  const spent = amountOf(line.annualExecution, "全年执行数");
  if (typeof spent === "string") return { kind: "none", reason: spent };
  if (budget.yuan.isZero() && spent.yuan.isZero()) return { kind: "no-money" };
  const rate = rateOf(spent, budget);
  return rate === undefined ? { kind: "none", reason: "全年预算数为 0 而全年执行数不为 0" } : { kind: "rate", rate };
}

function amountOf(cell: Cell<Money>, caption: string): Money | string {
  if (cell.kind === "read") return cell.value;
  return cell.kind === "blank" ? `${caption}空白` : `${caption}无法识别`;
}
