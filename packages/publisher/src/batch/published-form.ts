/** The form as it is published: what it says, without where it was read. */
import { createHash } from "node:crypto";
import { type SelfEvaluationForm, encodeForm } from "@zipingbiao/core";

/**
 * Origins, leftovers and doubtful readings speak of the file that was handed in. They stay out of the form's own
 * documents, whose bytes must not depend on that file or on its other forms; `data/forms.json` has them.
 */
export function publishedForm(form: SelfEvaluationForm): SelfEvaluationForm {
  return { ...form, origin: {}, leftovers: [], unreadable: [] };
}

/** Canonical JSON text of the published form: members in the contract's order, two blanks of indent, a final newline. */
export function publishedText(form: SelfEvaluationForm): string {
  return jsonText(encodeForm(publishedForm(form)));
}

/** JSON as every published file has it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
