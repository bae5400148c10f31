/** Figures of the fund table that differ from the due ones by nothing but how they were rounded. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { FUND_PARTS, type FundLine } from "../form/fund-table.ts";
import { type Cell, textOf, valueOf } from "../place/cell.ts";
import { FUND_ROWS, type FormPath } from "../place/form-path.ts";
import type { Due, Figure } from "../scoring/due.ts";
import { SUMMED_COLUMNS, type ScoreSheet } from "../scoring/score-form.ts";
import { type Decimal, HUNDRED, decimal, parseDecimal } from "../values/decimal.ts";
import { rateOf } from "../values/rate.ts";
import { round } from "../values/rounding.ts";

export type RoundedFigure = "rate" | "score" | "sum";

export interface OtherRounding {
  readonly what: RoundedFigure;
  readonly figure: Figure;
  readonly due: Extract<Due, { readonly kind: "exact" }>;
}

/**
 * The figures of the fund table that do not agree with the sheet, but would had they been rounded half up or cut, to as
 * many places as are printed: by hand or by another system of entry. Nobody can call them wrong for certain.
 */
export function otherRoundings(form: SelfEvaluationForm, sheet: ScoreSheet): readonly OtherRounding[] {
  const { funds } = form;
  const { total } = funds;
  const rates = FUND_ROWS.map((row) => ({
    what: "rate" as const,
    figure: sheet.executionRates[row],
    isRounding: (printed: string) => isRateOf(printed, funds[row]),
  }));
  const score = {
    what: "score" as const,
    figure: sheet.executionScore,
    isRounding: (printed: string) => isScoreOf(printed, total),
  };
  const sums = SUMMED_COLUMNS.map((column) => ({
    what: "sum" as const,
    figure: sheet.fundTotals[column],
    isRounding: (printed: string, due: Decimal) =>
      form.currencyUnit === "万元" &&
      isSumOfRounded(
        printed,
        due,
        FUND_PARTS.map((row) => funds[row][column]),
      ),
  }));
  return [...rates, score, ...sums].flatMap(({ what, figure, isRounding }): readonly OtherRounding[] => {
    const { due, agrees, printed } = figure;
    return agrees === false && due.kind === "exact" && isRounding(printed, due.value) ? [{ what, figure, due }] : [];
  });
}

/** The places of {@link otherRoundings}, for the rules that report what is wrong for certain. */
export function roundedOtherwise(form: SelfEvaluationForm, sheet: ScoreSheet): ReadonlySet<FormPath> {
  return new Set(otherRoundings(form, sheet).map(({ figure }) => figure.at));
}

/** Where a score is rounded to a whole number, a tenth of a point at most may come of it. */
const MOST_BY_ROUNDING = decimal("0.1");
/** Half of the last place of an amount with two places. */
const HALF_A_PLACE = decimal("0.005");

function isRateOf(printed: string, line: FundLine): boolean {
  const ratio = ratioOf(line);
  return ratio !== undefined && isRounding(printed, ratio.times(HUNDRED));
}

function isScoreOf(printed: string, line: FundLine): boolean {
  const weight = valueOf(line.weight);
  const ratio = ratioOf(line);
  const score = parseDecimal(printed);
  if (weight === undefined || ratio === undefined || score === undefined) return false;
  if (ratio.isNegative() || ratio.greaterThan(1)) return false;
  const exact = ratio.times(weight.points);
  if (score.minus(exact).abs().greaterThanOrEqualTo(MOST_BY_ROUNDING)) return false;
  const rate = valueOf(line.executionRate);
  const fromPrintedRate = rate !== undefined && isRateOf(textOf(line.executionRate), line);
  return isRounding(printed, exact) || (fromPrintedRate && isRounding(printed, rate.ratio.times(weight.points)));
}

/** Amounts in 万元 were rounded one by one; two or more of them need not make up the rounded total. */
function isSumOfRounded(printed: string, due: Decimal, parts: readonly Cell<{ readonly yuan: Decimal }>[]): boolean {
  const total = parseDecimal(printed);
  const amounts = parts.filter((part) => part.kind === "read" && !part.value.yuan.isZero()).length;
  if (total === undefined || amounts < 2) return false;
  return total
    .minus(due)
    .abs()
    .lessThanOrEqualTo(HALF_A_PLACE.times(amounts + 1));
}

function isRounding(printed: string, exact: Decimal): boolean {
  const value = parseDecimal(printed);
  const places = printed.split(".")[1]?.length ?? 0;
  return value !== undefined && MODES.some((mode) => value.equals(round(exact, { mode, places })));
}

const MODES = ["half-up", "truncate"] as const;

function ratioOf({ annualBudget, annualExecution }: FundLine): Decimal | undefined {
  const [budget, spent] = [valueOf(annualBudget), valueOf(annualExecution)];
  return budget === undefined || spent === undefined ? undefined : rateOf(spent, budget)?.ratio;
}
