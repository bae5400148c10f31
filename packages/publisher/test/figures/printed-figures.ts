/** The figures of a report as it is to print them, from the second reckoning: cut by integer division, thousands parted. */
import { type Cut, amountText, integerOf, percentText } from "./plain-number.ts";
import type { PlainCounts, PlainFunds, PlainGroup, PlainPoints } from "./plain-shape.ts";

const NONE = "—";

type Printing = Pick<PlainGroup, "currencyUnit" | "rateRounding">;

export interface PrintedFunds {
  readonly initialBudget: string;
  readonly annualBudget: string;
  readonly annualExecution: string;
  readonly rate: string;
}

/** A dash where no cell was read, or where there is nothing to divide by. */
export function printedFunds(funds: PlainFunds, printing: Printing): PrintedFunds {
  const amount = (yuan: string, counted: number): string =>
    counted === 0 ? NONE : amountText(integerOf(yuan), printing.currencyUnit);
  return {
    initialBudget: amount(funds.initialBudget, funds.initialCounted),
    annualBudget: amount(funds.annualBudget, funds.counted),
    annualExecution: amount(funds.annualExecution, funds.counted),
    rate: printedRate(funds, printing),
  };
}

function printedRate({ annualBudget, annualExecution }: PlainFunds, { rateRounding }: Printing): string {
  const budget = integerOf(annualBudget);
  if (budget === 0n) return NONE;
  return `${percentText(integerOf(annualExecution), budget, cutIn(rateRounding))}%`;
}

/** `up 2` → `up`. */
function cutIn(rounding: string): Cut {
  const [mode] = rounding.split(" ");
  return mode === "up" || mode === "half-up" ? mode : "truncate";
}

/** One row of a comparison. */
export function printedGroup(group: PlainGroup) {
  const { annualBudget, annualExecution, rate } = printedFunds(group.funds.total, group);
  return {
    forms: String(group.forms),
    annualBudget,
    annualExecution,
    rate,
    average: printedAverage(group.average),
    weighted: printedAverage(group.weightedAverage),
  };
}

/** The quotient is cut already, to many places; two are printed. */
export function printedAverage(points: string | undefined): string {
  if (points === undefined) return NONE;
  const [whole = "", decimals = ""] = points.split(".");
  return `${whole}.${decimals.slice(0, 2).padEnd(2, "0")}`;
}

export function printedShare(part: number, whole: number): string {
  return `${percentText(BigInt(part), BigInt(whole))}%`;
}

export function printedPoints(points: string): string {
  return amountText(integerOf(points), "");
}

/** A row of the table of groups of indicators. */
export function printedCounts(counts: PlainCounts) {
  const { weight, score } = counts.points;
  return {
    indicators: String(counts.indicators),
    met: String(counts.met),
    missed: String(counts.missed),
    unjudged: String(counts.unjudged),
    weight: printedPoints(weight),
    score: printedPoints(score),
    rate: printedScoreRate(counts.points),
  };
}

export function printedScoreRate({ weight, score }: PlainPoints): string {
  const whole = integerOf(weight);
  return whole === 0n ? NONE : `${percentText(integerOf(score), whole)}%`;
}

/** Every figure with a point that a sentence of the report may hold, without its sign or unit. */
export function decimalsOf(plain: PlainGroup, rates: readonly string[]): ReadonlySet<string> {
  const groups = [plain, ...plain.byYear, ...plain.byDepartment, ...plain.byUnit];
  const counts = plain.indicators;
  const extremes = [plain.lowest?.[0], plain.highest?.[0]].flatMap((score) =>
    score === undefined ? [] : [printedPoints(String(score))],
  );
  const shares = [counts.met, counts.missed, counts.unjudged, counts.fullMarks].flatMap((part) =>
    counts.indicators === 0 ? [] : [printedShare(part, counts.indicators)],
  );
  const texts = [
    ...groups.flatMap((group) => {
      const { annualBudget, annualExecution, rate, average, weighted } = printedGroup(group);
      return [annualBudget, annualExecution, rate, average, weighted];
    }),
    ...Object.values(plain.funds).flatMap((funds) => {
      const { initialBudget, annualBudget, annualExecution, rate } = printedFunds(funds, plain);
      return [initialBudget, annualBudget, annualExecution, rate];
    }),
    ...extremes,
    ...shares,
    ...(plain.scored === 0 ? [] : [printedShare(plain.fullMarks, plain.scored)]),
    ...[counts.points, plain.execution].flatMap((points) => [
      printedPoints(points.weight),
      printedPoints(points.score),
      printedPoints(points.lost),
      printedScoreRate(points),
    ]),
    ...[...plain.best.places, ...plain.worst.places].map((place) => printedPoints(place.split(" ")[1] ?? "0")),
    ...[plain.best.shared, plain.worst.shared].flatMap((place) =>
      place === undefined ? [] : [printedPoints(place.split(" ")[1] ?? "0")],
    ),
    ...rates,
  ];
  return new Set(texts.map((text) => text.replace("%", "")));
}
