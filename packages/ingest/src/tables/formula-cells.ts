/** Cells in which a formula stands: what the file holds of it is its result when it was saved last, by whatever program. */
import {
  COMPUTED_CELLS,
  type Edition,
  type FormPath,
  type SelfEvaluationForm,
  type UnreadablePlace,
  computeCells,
  decodeForm,
  encodeForm,
  textAt,
} from "@zipingbiao/core";
import { plainDecimal } from "../lines/normalise.ts";
import type { Draft, FormulaPlace } from "./draft.ts";

/** Somebody's own formulas: their saved results are read and told once for a form. Each of them is computed again by whoever checks it. */
export function formAsSaved(wire: object, draft: Draft): SelfEvaluationForm {
  const unreadable = [...draft.unreadable, ...formulaDoubt(draft.formulas)];
  return decodeForm({ ...wire, origin: draft.origin, leftovers: draft.leftovers, unreadable });
}

function formulaDoubt(formulas: readonly FormulaPlace[]): UnreadablePlace[] {
  const [first, ...others] = formulas.filter(({ isDoubted, text }) => !isDoubted && text !== "");
  if (first === undefined) return [];
  const cells = [first, ...others].map(({ origin }) => origin.cell ?? "");
  const named = cells.length > 8 ? `${cells.slice(0, 8).join("、")} 等` : cells.join("、");
  const reason = `${named} ${cells.length} 格是公式，读的是文件里存的结果，没有重新计算`;
  return [{ at: first.at, text: first.text, origin: first.origin, reason, candidates: [first.text] }];
}

/**
 * The form of a fill-in workbook of ours: where it computes, what is computed here is taken, and a saved result that
 * differs is told. A figure that somebody has typed over a formula is none, and stays as it is.
 */
export function computedForm(wire: object, draft: Draft, edition: Edition): SelfEvaluationForm {
  const computed = draft.formulas.filter(({ at }) => COMPUTED_CELLS.includes(at));
  const places = new Set<FormPath>(computed.map(({ at }) => at));
  const others: Draft = {
    ...draft,
    formulas: draft.formulas.filter(({ at }) => !places.has(at)),
    unreadable: draft.unreadable.filter(({ at }) => !places.has(at)),
  };
  const form = computeCells(formAsSaved(wire, others), places, edition);
  const differing = computed.flatMap((place) => differenceOf(place, textAt(form, place.at) ?? ""));
  if (differing.length === 0) return form;
  return decodeForm({ ...encodeForm(form), unreadable: [...form.unreadable, ...differing] });
}

function differenceOf({ at, text: saved, origin, isDoubted }: FormulaPlace, text: string): UnreadablePlace[] {
  // A program that does not compute leaves no result, or an error; there is nothing to set beside ours.
  if (isDoubted || isSame(saved, text)) return [];
  const reason = `这一格是公式，文件里存的结果是「${saved.slice(0, 40)}」，按填写的数算得「${text}」，以算得的为准`;
  return [{ at, text, origin, reason, candidates: [text, saved] }];
}

/** 100 and 100.00 are one figure. */
function isSame(saved: string, text: string): boolean {
  const [a, b] = [saved, text].map((each) =>
    plainDecimal(each, true)
      ?.replace(/(\.\d*?)0+$/u, "$1")
      .replace(/\.$/u, ""),
  );
  return saved === text || (a !== undefined && a === b);
}
