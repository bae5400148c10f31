/** Why one asked change cannot be made, told to a clerk. */
import { type SelfEvaluationForm, labelIn } from "../form/self-evaluation-form.ts";
import { FUND_ROWS, type FormPath, INDICATOR_FIELDS, parseFormPath } from "../place/form-path.ts";
import type { WireProblem } from "../wire/form-codec.ts";
import type { CorrectionRefusal } from "./correction.ts";
import { suggestPlaces } from "./place-suggestion.ts";
import type { WireText } from "./wire-cells.ts";

export const NOTHING_ASKED: CorrectionRefusal = {
  code: "nothing-asked",
  at: "",
  what: "没有要更正的内容",
  why: "没有给出任何一处更正",
  next: "请给出位置和更正后的内容，例如 indicators[3].target=≥8500.00(个)",
};

/** `at` names no cell of the form; the places that may have been meant are suggested. */
export function unknownPlace(form: SelfEvaluationForm, at: FormPath): CorrectionRefusal {
  return {
    code: "unknown-place",
    at,
    what: `表中没有「${at}」这一处`,
    why: whyUnknown(form, at),
    next: meant(form, at),
  };
}

function whyUnknown({ indicators }: SelfEvaluationForm, at: FormPath): string {
  if (parseFormPath(at)?.kind !== "indicator")
    return "更正只改单元格的内容，不改版式，不增减指标行；位置的写法要与 form.json 一致";
  return indicators.length === 0
    ? "这份表没有指标行"
    : `这份表有 ${indicators.length} 行指标，行号从 0 数起，最后一行是 indicators[${indicators.length - 1}]`;
}

function meant(form: SelfEvaluationForm, at: FormPath): string {
  const places = suggestPlaces(form, at);
  if (places.length === 0) return GENERAL;
  if (places.every((place) => place.startsWith(`${at}.`))) return `请写到单元格，可用：${places.join("、")}`;
  return `最接近的是${places.map((place) => ` ${place}（${labelIn(form, place)}）`).join("、")}；请核对后再给出`;
}

const GENERAL = `可用的位置：indicators[行].${INDICATOR_FIELDS.join("|")}；funds.${FUND_ROWS.join("|")}.annualBudget 等；overallGoal.expected、totalScore、rating 等，见 zpb schema`;

export function unreadableValue(
  form: SelfEvaluationForm,
  { at, reason }: WireProblem,
  text: WireText,
): CorrectionRefusal {
  return {
    code: "unreadable-value",
    at,
    what: `「${labelIn(form, at)}」不能填「${text ?? ""}」`,
    why: reason,
    next: "请照表中应有的写法改正",
  };
}

export function askedTwice(form: SelfEvaluationForm, at: FormPath): CorrectionRefusal {
  return {
    code: "asked-twice",
    at,
    what: `「${labelIn(form, at)}」要求更正两次`,
    why: "同一处只能有一个更正后的内容",
    next: "请只留一个",
  };
}

export function noChange(form: SelfEvaluationForm, at: FormPath, text: WireText): CorrectionRefusal {
  return {
    code: "no-change",
    at,
    what: `「${labelIn(form, at)}」没有变化`,
    why: (text ?? "") === "" ? "表中本来就是空白" : `表中本来就是「${text ?? ""}」`,
    next: "请核对位置与内容，或去掉这一处",
  };
}
