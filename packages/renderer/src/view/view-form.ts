/** Form + Edition → FormView. */
import { type Edition, FUND_ROWS, type FundRow, type SelfEvaluationForm, labelOf, textOf } from "@zipingbiao/core";
import { formAnchors } from "./anchors.ts";
import type { CaptionedText, FormView, FundRowView, FundsView, IndicatorsView } from "./form-view.ts";
import { mergeSpans } from "./merge-spans.ts";
import { amountText, dashOf, rateText } from "./print-values.ts";

/** All texts of the printed form, finished: what is printed is what the form says, nothing is repaired. */
export function viewForm(form: SelfEvaluationForm, edition: Edition): FormView {
  const { captions } = edition;
  const title = form.title === "" ? captions.title : form.title;
  const fiscalYear = captions.fiscalYear(form.fiscalYear);
  return {
    kind: "form",
    edition: edition.id,
    about: {
      title: form.projectName,
      subject: `${title}${fiscalYear}`,
      author: form.implementingUnit,
      keywords: [title, `${form.fiscalYear}年度`, form.competentDepartment, form.implementingUnit],
    },
    anchors: formAnchors("form"),
    heading: null,
    title,
    fiscalYear,
    project: { caption: captions.projectName, text: form.projectName },
    competentDepartment: { caption: captions.competentDepartment, text: form.competentDepartment },
    implementingUnit: { caption: captions.implementingUnit, text: form.implementingUnit },
    funds: viewFunds(form, edition),
    overallGoal: {
      caption: captions.overallGoal,
      expected: { caption: captions.expectedGoal, text: form.overallGoal.expected },
      actual: { caption: captions.actualGoal, text: form.overallGoal.actual },
    },
    indicators: viewIndicators(form, edition),
    total: { caption: captions.total, weight: textOf(form.totalWeight), score: textOf(form.totalScore) },
    rating: viewRating(form, edition),
    notes: form.notes === undefined || form.notes === "" ? null : { caption: captions.notes, text: form.notes },
  };
}

function viewFunds(form: SelfEvaluationForm, edition: Edition): FundsView {
  const { captions } = edition;
  return {
    // The heading states the unit of the amounts below it, so it follows the form, not the edition.
    caption: captions.funds.replace(edition.currencyUnit, form.currencyUnit),
    columns: captions.fundColumns,
    rows: FUND_ROWS.map((row) => viewFundRow(form, edition, row)),
  };
}

function viewFundRow(form: SelfEvaluationForm, edition: Edition, row: FundRow): FundRowView {
  const line = form.funds[row];
  const dash = (column: "weight" | "score") => (row === "total" ? "" : dashOf(column, edition));
  return {
    caption: edition.captions.fundRows[row],
    initialBudget: amountText(line.initialBudget),
    annualBudget: amountText(line.annualBudget),
    annualExecution: amountText(line.annualExecution),
    weight: textOf(line.weight) || dash("weight"),
    executionRate: rateText(line.executionRate, edition),
    score: textOf(line.score) || dash("score"),
  };
}

function viewIndicators(form: SelfEvaluationForm, edition: Edition): IndicatorsView {
  const { captions } = edition;
  const labels = mergeSpans(form.indicators.map((row) => [row.level1, row.level2]));
  return {
    block: captions.indicatorBlock === undefined ? null : { caption: captions.indicatorBlock, span: labels.length + 1 },
    columns: captions.indicatorColumns,
    rows: form.indicators.map((row, at) => ({
      level1: labels[at]?.[0] ?? null,
      level2: labels[at]?.[1] ?? null,
      name: row.name,
      target: row.target.text,
      actual: row.actual.text,
      weight: textOf(row.weight),
      score: textOf(row.score),
      deviationNote: row.deviationNote,
    })),
  };
}

/** A rating that the form states is printed even where the edition has no row for it. */
function viewRating(form: SelfEvaluationForm, edition: Edition): CaptionedText | null {
  const caption = edition.captions.rating;
  if (caption === undefined && form.rating === null) return null;
  return { caption: caption ?? labelOf("rating"), text: form.rating ?? "" };
}
