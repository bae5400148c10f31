/** Whether one of the two cells of 年度总体目标 says anything. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { bareText } from "./likeness.ts";
import { type Observation, violated } from "./rule.ts";

/** Violated by an empty cell, a dash or 无; what could not be read is told by `reading/cell-unreadable`. */
export function* observeBlankGoal(
  form: SelfEvaluationForm,
  field: "expected" | "actual",
): Iterable<Observation<Record<"printed", string>>> {
  const at = `overallGoal.${field}`;
  const text = form.overallGoal[field].trim();
  if (!/^无?$/u.test(bareText(text))) return;
  if (form.unreadable.some((place) => place.at === at)) return;
  yield violated(at, { printed: text });
}
