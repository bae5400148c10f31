/** A place of a form with its words, and every text of a form with its place. */
import { textOf } from "../place/cell.ts";
import {
  FUND_COLUMNS,
  FUND_ROWS,
  type FormPath,
  INDICATOR_FIELDS,
  type IndicatorField,
  fundPath,
  indicatorPath,
} from "../place/form-path.ts";
import type { Origin } from "../place/origin.ts";
import type { Indicator } from "./indicator.ts";
import { rememberLast, shared } from "../values/remember.ts";
import { type Leftover, type SelfEvaluationForm, labelIn } from "./self-evaluation-form.ts";

/** A place with what a reader needs to find it; outlives the form. */
export interface FormPlace {
  readonly at: FormPath;
  /** The place in the form's own words: `时效指标 · 到场及时率 · 得分`. */
  readonly label: string;
  /** What stands in the cell, `""` when blank or when the place is no single cell. */
  readonly text: string;
  readonly origin?: Origin;
}

export function placeIn(form: SelfEvaluationForm, at: FormPath): FormPlace {
  const found = form.origin[at] ?? leftoverAt(form, at)?.origin;
  const [path, label, text] = [shared(at), labelIn(form, at), textAt(form, at)];
  if (found === undefined) return { at: path, label, text };
  return { at: path, label, text, origin: { ...found, file: shared(found.file) } };
}

/** A text of the form and where it stands. */
export interface PlacedText {
  readonly at: FormPath;
  readonly text: string;
}

/** All texts that people wrote, blank ones left out, in the order of the printed form; figures of money, weight and score are not among them. */
export const proseOf: (form: SelfEvaluationForm) => readonly PlacedText[] = rememberLast((form) => {
  const texts: PlacedText[] = HEADER.map((at) => ({ at, text: form[at] ?? "" }));
  texts.push({ at: "overallGoal.expected", text: form.overallGoal.expected });
  texts.push({ at: "overallGoal.actual", text: form.overallGoal.actual });
  for (const [row, indicator] of form.indicators.entries())
    for (const field of PROSE_FIELDS) texts.push({ at: indicatorPath(row, field), text: fieldText(indicator, field) });
  texts.push({ at: "rating", text: form.rating ?? "" }, { at: "notes", text: form.notes ?? "" });
  return texts.filter(({ text }) => text.trim() !== "");
});

/** What stands in the cell at a path, `""` when blank, unknown, or no single cell. */
export function textAt(form: SelfEvaluationForm, at: FormPath): string {
  const [, row, field] = /^indicators\[(\d+)\]\.(\w+)$/u.exec(at) ?? [];
  if (row !== undefined) {
    const indicator = form.indicators[Number.parseInt(row, 10)];
    const known = INDICATOR_FIELDS.find((name) => name === field);
    return indicator === undefined || known === undefined ? "" : fieldText(indicator, known);
  }
  for (const fundRow of at.startsWith("funds.") ? FUND_ROWS : []) {
    for (const column of FUND_COLUMNS) if (fundPath(fundRow, column) === at) return textOf(form.funds[fundRow][column]);
  }
  return SINGLE[at]?.(form) ?? leftoverAt(form, at)?.text ?? "";
}

function leftoverAt(form: SelfEvaluationForm, at: FormPath): Leftover | undefined {
  const [, leftover] = /^leftovers\[(\d+)\]$/u.exec(at) ?? [];
  return leftover === undefined ? undefined : form.leftovers[Number.parseInt(leftover, 10)];
}

const PROSE_FIELDS = INDICATOR_FIELDS.filter((field) => field !== "weight" && field !== "score");
const HEADER = ["title", "projectName", "projectCode", "competentDepartment", "implementingUnit"] as const;

const SINGLE: Readonly<Record<FormPath, (form: SelfEvaluationForm) => string>> = {
  edition: (form) => form.edition,
  title: (form) => form.title,
  fiscalYear: (form) => String(form.fiscalYear),
  projectName: (form) => form.projectName,
  projectCode: (form) => form.projectCode ?? "",
  competentDepartment: (form) => form.competentDepartment,
  implementingUnit: (form) => form.implementingUnit,
  currencyUnit: (form) => form.currencyUnit,
  "overallGoal.expected": (form) => form.overallGoal.expected,
  "overallGoal.actual": (form) => form.overallGoal.actual,
  totalWeight: (form) => textOf(form.totalWeight),
  totalScore: (form) => textOf(form.totalScore),
  rating: (form) => form.rating ?? "",
  notes: (form) => form.notes ?? "",
};

/** What stands in a cell of an indicator row. */
export function fieldText(indicator: Indicator, field: IndicatorField): string {
  switch (field) {
    case "target":
    case "actual":
      return indicator[field].text;
    case "weight":
    case "score":
      return textOf(indicator[field]);
    default:
      return indicator[field];
  }
}
