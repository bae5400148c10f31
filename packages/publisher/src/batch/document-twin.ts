/** The data that a document carries inside it. */
import { FORMS_SCHEMA, type SelfEvaluationForm, type Twin, type TwinKind, encodeForm } from "@zipingbiao/core";
import { FORMS_JSON, FORM_JSON } from "./data-files.ts";
import type { DistantFacts, ReportFacts, VolumeFacts } from "./forms-bundle.ts";
import { jsonText, publishedForm, publishedText, sha256 } from "./published-form.ts";

/** The twin of a document about one form: the text of its `form.json`, to the letter. */
export function formTwin(form: SelfEvaluationForm, shows: TwinKind = "form"): Twin {
  return twinOf(shows, FORM_JSON, publishedText(form));
}

/** The twin of a volume: its forms in their order, and what the volume says besides. Of the forms only their text is held. */
export function volumeTwin(forms: Iterable<SelfEvaluationForm>, volume: VolumeFacts): Twin {
  return twinOf("volume", FORMS_JSON, bundleText(forms, { volume }));
}

/** `jsonText` of forms and what stands beside them, made form by form. */
function bundleText(forms: Iterable<SelfEvaluationForm>, beside: object): string {
  const indented = (value: unknown): string => JSON.stringify(value, undefined, 2).replaceAll("\n", "\n    ");
  const texts: string[] = [];
  for (const form of forms) texts.push(indented(encoded(form)));
  const frame = jsonText({ schema: FORMS_SCHEMA, forms: [], ...beside });
  return texts.length === 0
    ? frame
    : frame.replace('"forms": []', () => `"forms": [\n    ${texts.join(",\n    ")}\n  ]`);
}

/** The twin of a report: its forms in their order, and what the report says besides. */
export function reportTwin(forms: Iterable<SelfEvaluationForm>, report: ReportFacts): Twin {
  return twinOf("report", FORMS_JSON, bundleText(forms, { report }));
}

/** The twin of a report over more forms than it carries: it names them by {@link formsHash}. */
export function distantTwin(hashes: readonly string[], facts: Omit<DistantFacts, "source">): Twin {
  const source = { forms: hashes.length, sha256: formsHash(hashes) };
  return twinOf("report", FORMS_JSON, bundleText([], { report: { ...facts, source } }));
}

/** One hash of many forms in their order: over the hashes of their published texts, a line each. */
export function formsHash(hashes: readonly string[]): string {
  return sha256(hashes.map((hash) => `${hash}\n`).join(""));
}

function encoded(form: SelfEvaluationForm): object {
  return encodeForm(publishedForm(form));
}

function twinOf(shows: TwinKind, fileName: string, text: string): Twin {
  return { shows, fileName, text, sha256: sha256(text) };
}
