/** Which form a revision replaced, told by the hash that it carries. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { canonicalText } from "../wire/canonical-text.ts";

/** Whether `form` is the revision that replaced `earlier`. `sha256` as in a correction. */
export function replaces(
  form: SelfEvaluationForm,
  earlier: SelfEvaluationForm,
  sha256: (text: string) => string,
): boolean {
  return form.revision !== undefined && form.revision.previous === sha256(canonicalText(earlier));
}
