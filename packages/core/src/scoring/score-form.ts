/** Form → ScoreSheet: every computed figure beside the printed one. */
import type { Edition } from "../edition/edition.ts";
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import { FUND_PARTS } from "../form/fund-table.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type Cell, textOf, valueOf } from "../place/cell.ts";
import { FUND_ROWS, type FormPath, type FundRow, fundPath, indicatorPath, pathRank } from "../place/form-path.ts";
import { type Decimal, parseDecimal } from "../values/decimal.ts";
import { moneyIn } from "../values/money.ts";
import type { Score } from "../values/score.ts";
import { type Due, type Figure, unknown } from "./due.ts";
import { isAcceptedExecutionScore, isAcceptedRate } from "./accepted-cut.ts";
import { dueExecutionRate, dueExecutionScore } from "./execution-score.ts";
import { dueIndicatorScore } from "./indicator-score.ts";
import { duePrintedSum } from "./printed-sum.ts";
import { bandNamed, bandOf, gradeAgrees } from "./rating.ts";

/** The money columns whose total row is the sum of the part rows. */
export const SUMMED_COLUMNS = ["initialBudget", "annualBudget", "annualExecution"] as const;

export interface ScoreSheet {
  readonly executionRates: Readonly<Record<FundRow, Figure>>;
  readonly fundTotals: Readonly<Record<(typeof SUMMED_COLUMNS)[number], Figure>>;
  readonly executionScore: Figure;
  readonly indicatorScores: readonly Figure[];
  readonly totalWeight: Figure;
  readonly totalScore: Figure;
  /** `undefined` where the edition prints no grade. */
  readonly rating: Figure | undefined;
}

/** Scores a form by its edition. Reads the printed figures only; repairs nothing. */
export function scoreForm(form: SelfEvaluationForm, edition: Edition): ScoreSheet {
  const rate = (row: FundRow): Figure => {
    const line = form.funds[row];
    const figure = numberFigure(
      fundPath(row, "executionRate"),
      line.executionRate,
      dueExecutionRate(line, edition),
      true,
      edition.rateRounding.basis,
    );
    return figure.agrees === false && isAcceptedRate(line, edition) ? { ...figure, agrees: true } : figure;
  };
  const fundTotal = (column: (typeof SUMMED_COLUMNS)[number]): Figure => {
    const total = form.funds.total[column];
    const parts = FUND_PARTS.map((row) => form.funds[row][column]);
    const due = duePrintedSum(parts, total, (amount) => moneyIn(amount, form.currencyUnit), "资金分项");
    return numberFigure(fundPath("total", column), total, due, true, edition.sums);
  };
  const { total } = form.funds;
  const executionScore = numberFigure(
    fundPath("total", "score"),
    total.score,
    dueExecutionScore(total, edition),
    true,
    edition.executionScoreRounding.basis,
  );
  const points = (value: Score): Decimal => value.points;
  const weights = [total.weight, ...form.indicators.map((row) => row.weight)];
  const scores = [total.score, ...form.indicators.map((row) => row.score)];
  return {
    executionRates: {
      total: rate("total"),
      currentYearAppropriation: rate("currentYearAppropriation"),
      carryover: rate("carryover"),
      otherFunds: rate("otherFunds"),
    },
    fundTotals: {
      initialBudget: fundTotal("initialBudget"),
      annualBudget: fundTotal("annualBudget"),
      annualExecution: fundTotal("annualExecution"),
    },
    executionScore:
      executionScore.agrees === false && isAcceptedExecutionScore(total, edition)
        ? { ...executionScore, agrees: true }
        : executionScore,
    indicatorScores: form.indicators.map((row, at) =>
      numberFigure(
        indicatorPath(at, "score"),
        row.score,
        dueIndicatorScore(row, edition),
        false,
        edition.indicatorScoreRounding.basis,
      ),
    ),
    totalWeight: numberFigure(
      "totalWeight",
      form.totalWeight,
      duePrintedSum(weights, form.totalWeight, points, "分值"),
      true,
      edition.sums,
    ),
    totalScore: numberFigure(
      "totalScore",
      form.totalScore,
      duePrintedSum(scores, form.totalScore, points, "得分"),
      true,
      edition.sums,
    ),
    rating: edition.captions.rating === undefined ? undefined : ratingFigure(form, edition),
  };
}

/** All figures of a sheet in the order of the printed form. */
export function figuresOf(sheet: ScoreSheet): readonly Figure[] {
  const figures = [
    ...Object.values(sheet.fundTotals),
    ...FUND_ROWS.map((row) => sheet.executionRates[row]),
    sheet.executionScore,
    ...sheet.indicatorScores,
    sheet.totalWeight,
    sheet.totalScore,
    ...(sheet.rating === undefined ? [] : [sheet.rating]),
  ];
  return figures.toSorted((a, b) => pathRank(a.at) - pathRank(b.at));
}

function numberFigure(at: FormPath, cell: Cell<unknown>, due: Due, strict: boolean, basis: Figure["basis"]): Figure {
  const printed = cell.kind === "read" ? parseDecimal(cell.text) : undefined;
  return {
    at,
    printed: textOf(cell),
    due,
    strict,
    agrees: printed === undefined ? undefined : agreement(printed, due),
    basis,
  };
}

function agreement(printed: Decimal, due: Due): boolean | undefined {
  switch (due.kind) {
    case "exact":
      return printed.equals(due.value);
    case "range":
      return printed.greaterThanOrEqualTo(due.low) && printed.lessThanOrEqualTo(due.high);
    case "word":
    case "unknown":
      return undefined;
  }
}

function ratingFigure(form: SelfEvaluationForm, edition: Edition): Figure {
  const total = valueOf(form.totalScore);
  const band = total === undefined ? undefined : bandOf(total, edition);
  const printed = form.rating ?? "";
  const named = bandNamed(printed, edition);
  const agrees = total === undefined || named === undefined ? undefined : gradeAgrees(total, named, edition);
  const due: Due = band === undefined ? unknown("总分空白或无法识别") : { kind: "word", text: band.label };
  return {
    at: "rating",
    printed,
    due: agrees === "unverified" ? unknown("这一档等级的分数界限尚无依据") : due,
    strict: true,
    agrees: agrees === "unverified" ? undefined : agrees,
    basis: band?.attested?.basis ?? band?.basis ?? DISCLOSED_FORMS.gradeLower,
  };
}
