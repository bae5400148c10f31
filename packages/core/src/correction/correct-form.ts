/** 更正: a form and what it should say instead → its next revision, or why that cannot be. */
import type { Edition } from "../edition/edition.ts";
import { type SelfEvaluationForm, labelIn } from "../form/self-evaluation-form.ts";
import {
  type CellPath,
  FUND_ROWS,
  INDICATOR_FIELDS,
  type FormPath,
  parseFormPath,
  pathOf,
} from "../place/form-path.ts";
import { WireFormError, decodeForm, encodeForm } from "../wire/form-codec.ts";
import type { WireForm } from "../wire/wire-schema.ts";
import { contradictions } from "./contradictions.ts";
import type { AboutCorrection, AskedChange, Correction, CorrectionRefusal } from "./correction.ts";
import { deriveCells } from "./derive-cells.ts";
import { nextRevision } from "./next-revision.ts";
import { type WireText, wireTextAt, withWireText } from "./wire-cells.ts";

/**
 * The next revision of `form`: the asked cells, the cells derived from them by `edition`, every other printed text to
 * the letter. `edition` is the form's own. The form that is handed in stays as it is.
 */
export function correctForm(
  form: SelfEvaluationForm,
  changes: readonly AskedChange[],
  about: AboutCorrection,
  edition: Edition,
): Correction {
  const { form: changed, asked, refusals } = applyAsked(form, changes);
  if (isSome(refusals)) return { kind: "refused", refusals };
  const { form: after, derived, left } = deriveCells(form, changed, asked, edition);
  const contradicting = contradictions(form, after, { asked, derived }, edition);
  if (isSome(contradicting)) return { kind: "refused", refusals: contradicting };
  return nextRevision(form, after, { asked, derived, left }, about);
}

interface Applied {
  readonly form: SelfEvaluationForm;
  readonly asked: ReadonlySet<FormPath>;
  readonly refusals: readonly CorrectionRefusal[];
}

/** Puts every asked text; each is read by the codec by itself, so that a refusal names its own place. */
function applyAsked(form: SelfEvaluationForm, changes: readonly AskedChange[]): Applied {
  const asked = new Set<FormPath>();
  const refusals: CorrectionRefusal[] = [];
  if (changes.length === 0) refusals.push(NOTHING_ASKED);
  let now = form;
  for (const { at, after } of changes) {
    const cell = parseFormPath(at);
    const before = cell === undefined ? undefined : wireTextAt(encodeForm(now), cell);
    if (cell === undefined || before === undefined) refusals.push(unknownPlace(form, at));
    else if (asked.has(at)) refusals.push(askedTwice(form, at));
    else if (sameText(before, after)) refusals.push(noChange(form, at, before));
    else {
      asked.add(at);
      const next = settle(encodeForm(now), cell, after);
      if (Array.isArray(next)) refusals.push(...next);
      else now = next;
    }
  }
  return { form: now, asked, refusals };
}

/** The form with one cell put, and nothing left to say of how that cell was read. */
function settle(
  { unreadable = [], ...wire }: WireForm,
  cell: CellPath,
  after: WireText,
): SelfEvaluationForm | CorrectionRefusal[] {
  const at = pathOf(cell);
  try {
    const put = withWireText(wire, cell, after) as WireForm;
    return decodeForm({ ...put, unreadable: unreadable.filter((place) => place.at !== at) });
  } catch (cause) {
    if (!(cause instanceof WireFormError)) throw cause;
    return cause.problems.map(({ label, reason }) => ({
      code: "unreadable-value" as const,
      at,
      what: `「${label}」不能填「${after ?? ""}」`,
      why: reason,
      next: "请照表中应有的写法改正",
    }));
  }
}

/** A blank is a blank, whether the wire says `null` or `""`. */
function sameText(before: WireText, after: WireText): boolean {
  return (before ?? "") === (after ?? "");
}

const NOTHING_ASKED: CorrectionRefusal = {
  code: "nothing-asked",
  at: "",
  what: "没有要更正的内容",
  why: "没有给出任何一处更正",
  next: "请给出位置和更正后的内容，例如 indicators[3].target=≥8500.00(个)",
};

function unknownPlace(form: SelfEvaluationForm, at: FormPath): CorrectionRefusal {
  const rows = form.indicators.length;
  const row = /^indicators\[(\d+)\]/u.exec(at)?.[1];
  const beyond = row !== undefined && parseFormPath(at) !== undefined;
  return {
    code: "unknown-place",
    at,
    what: `表中没有「${at}」这一处`,
    why: beyond
      ? `这份表有 ${rows} 行指标，从 0 数起，最后一行是 indicators[${rows - 1}]`
      : "更正只改单元格的内容，不改版式，不增减指标行；位置的写法也要与 form.json 一致",
    next: `可用的位置：indicators[行].${INDICATOR_FIELDS.join("|")}；funds.${FUND_ROWS.join("|")}.annualBudget 等；overallGoal.expected、totalScore、rating 等，见 zpb schema`,
  };
}

function askedTwice(form: SelfEvaluationForm, at: FormPath): CorrectionRefusal {
  return {
    code: "asked-twice",
    at,
    what: `「${labelIn(form, at)}」要求更正两次`,
    why: "同一处只能有一个更正后的内容",
    next: "请只留一个",
  };
}

function noChange(form: SelfEvaluationForm, at: FormPath, text: WireText): CorrectionRefusal {
  return {
    code: "no-change",
    at,
    what: `「${labelIn(form, at)}」没有变化`,
    why: (text ?? "") === "" ? "表中本来就是空白" : `表中本来就是「${text ?? ""}」`,
    next: "请核对位置与内容，或去掉这一处",
  };
}

function isSome<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
