/** The form's canonical JSON text: its identity, whose hash a manifest lists and a revision names. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { encodeForm } from "./form-codec.ts";

/**
 * Origins, leftovers and doubtful readings speak of the file that was handed in. They stay out of the form's own
 * documents, whose bytes must not depend on that file or on its other forms.
 */
export function publishedForm(form: SelfEvaluationForm): SelfEvaluationForm {
  return { ...form, origin: {}, leftovers: [], unreadable: [] };
}

/** Canonical JSON text of the published form: members in the contract's order, two blanks of indent, a final newline. */
export function canonicalText(form: SelfEvaluationForm): string {
  return `${JSON.stringify(encodeForm(publishedForm(form)), undefined, 2)}\n`;
}
