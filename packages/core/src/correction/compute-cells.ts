/** The cells that a fill-in workbook computes, computed from what was filled in. Its formulas say the same, in binary. */
import type { Edition } from "../edition/edition.ts";
import { FUND_PARTS } from "../form/fund-table.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { type Cell, valueOf } from "../place/cell.ts";
import { type FormPath, FUND_ROWS, fundPath, parseFormPath } from "../place/form-path.ts";
import type { Due } from "../scoring/due.ts";
import { duePrintedSum } from "../scoring/printed-sum.ts";
import { bandOf } from "../scoring/rating.ts";
import { SUMMED_COLUMNS, scoreForm } from "../scoring/score-form.ts";
import { parseDecimal } from "../values/decimal.ts";
import { moneyIn } from "../values/money.ts";
import { formatScore } from "../values/score.ts";
import { decodeForm, encodeForm } from "../wire/form-codec.ts";
import { sumOfRead } from "./sum-of-read.ts";
import { type WireText, withWireText } from "./wire-cells.ts";

/** The cells of a form that are computed, in the order in which one is needed for the next. */
export const COMPUTED_CELLS: readonly FormPath[] = [
  ...SUMMED_COLUMNS.map((column) => fundPath("total", column)),
  ...FUND_ROWS.map((row) => fundPath(row, "executionRate")),
  fundPath("total", "weight"),
  fundPath("total", "score"),
  "totalWeight",
  "totalScore",
  "rating",
];

/**
 * The form with the named cells computed, whatever stood in them: a sum of what is filled in, a rate, the points that it
 * earns, totals, the grade of the edition's bands. A cell for which something is missing is blank.
 */
export function computeCells(
  form: SelfEvaluationForm,
  cells: ReadonlySet<FormPath>,
  edition: Edition,
): SelfEvaluationForm {
  let computed = withTexts(
    form,
    [...cells].map((at) => [at, null] as const),
  );
  for (const at of COMPUTED_CELLS)
    if (cells.has(at)) computed = withTexts(computed, [[at, textFor(computed, at, edition)]]);
  return computed;
}

function withTexts(form: SelfEvaluationForm, texts: readonly (readonly [FormPath, WireText])[]): SelfEvaluationForm {
  if (texts.length === 0) return form;
  return decodeForm(
    texts.reduce((wire: Parameters<typeof withWireText>[0], [at, text]) => {
      const cell = parseFormPath(at);
      if (cell === undefined) throw new Error(`no cell: ${at}`);
      return withWireText(wire, cell, text);
    }, encodeForm(form)),
  );
}

function textFor(form: SelfEvaluationForm, at: FormPath, edition: Edition): WireText {
  const column = SUMMED_COLUMNS.find((each) => at === fundPath("total", each));
  if (column !== undefined) return sumText(form, column);
  const row = FUND_ROWS.find((each) => at === fundPath(each, "executionRate"));
  if (row !== undefined) return dueText(scoreForm(form, edition).executionRates[row].due);
  switch (at) {
    case fundPath("total", "weight"):
      return formatScore(edition.executionWeight.value);
    case fundPath("total", "score"):
      return dueText(scoreForm(form, edition).executionScore.due);
    case "totalWeight":
      return totalText(form, "weight");
    case "totalScore":
      return totalText(form, "score");
    default: {
      const total = valueOf(form.totalScore);
      return total === undefined ? null : (bandOf(total, edition)?.label ?? null);
    }
  }
}

/** Blank parts count as zero beside others that are filled in. */
function sumText({ funds, currencyUnit }: SelfEvaluationForm, column: (typeof SUMMED_COLUMNS)[number]): WireText {
  const parts = FUND_PARTS.map((row) => funds[row][column]).filter(isFilled);
  if (parts.length === 0) return null;
  return dueText(duePrintedSum(parts, { kind: "blank" }, (amount) => moneyIn(amount, currencyUnit), "资金分项"));
}

/** None while no indicator has points. */
function totalText(form: SelfEvaluationForm, column: "weight" | "score"): WireText {
  const due = form.indicators.some((row) => isFilled(row[column])) ? sumOfRead(form, column) : undefined;
  return due === undefined ? null : dueText(due);
}

function isFilled(cell: Cell<unknown>): boolean {
  return cell.kind !== "blank";
}

/** A figure that is too large for the wire is none. */
function dueText(due: Due): WireText {
  return due.kind === "exact" && parseDecimal(due.text) !== undefined ? due.text : null;
}
