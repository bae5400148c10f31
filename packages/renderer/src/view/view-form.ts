/** Form + Edition → FormView. */
import type { Edition, SelfEvaluationForm } from "@zipingbiao/core";
import type { FormView } from "./form-view.ts";

/** All texts of the printed form, finished: what is printed is what the form says, nothing is repaired. */
export function viewForm(form: SelfEvaluationForm, edition: Edition): FormView {
  throw new Error(`not built yet: ${form.title} ${edition.id}`);
}
