/** A form of an edition in which nothing is filled in yet. */
import {
  type Edition,
  FORM_SCHEMA_ID,
  FUND_COLUMNS,
  FUND_ROWS,
  INDICATOR_FIELDS,
  type SelfEvaluationForm,
  decodeForm,
} from "@zipingbiao/core";

/** The form needs a year to be one; the workbook leaves it open. */
const ANY_YEAR = 2000;

export function blankForm(edition: Edition, indicators: number): SelfEvaluationForm {
  const line = Object.fromEntries(FUND_COLUMNS.map((column) => [column, null]));
  const row = Object.fromEntries(
    INDICATOR_FIELDS.map((field) => [field, field === "weight" || field === "score" ? null : ""]),
  );
  return decodeForm({
    schema: FORM_SCHEMA_ID,
    edition: edition.id,
    fiscalYear: ANY_YEAR,
    title: edition.captions.title,
    projectName: "",
    competentDepartment: "",
    implementingUnit: "",
    currencyUnit: edition.currencyUnit,
    funds: Object.fromEntries(FUND_ROWS.map((name) => [name, line])),
    overallGoal: { expected: "", actual: "" },
    indicators: Array.from({ length: indicators }, () => row),
    totalWeight: null,
    totalScore: null,
    rating: null,
  });
}

/** `（` and `年度）`: what stands around the year, as a number format shows it. */
export function yearFormat({ captions }: Edition): string {
  const [before = "", after = ""] = captions.fiscalYear(ANY_YEAR).split(String(ANY_YEAR));
  return `"${before}"0"${after}"`;
}
