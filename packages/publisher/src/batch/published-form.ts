/** Texts and hashes of what is published; which members a published form has is settled in core. */
import { hash } from "node:crypto";
import { type SelfEvaluationForm, canonicalText } from "@zipingbiao/core";

export { canonicalText as publishedText, publishedForm } from "@zipingbiao/core";

/** JSON as every published file has it. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The identity of a form: what is published of it to the letter. */
export function identityOf(form: SelfEvaluationForm): string {
  return sha256(canonicalText(form));
}

export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
