/** The data that a document carries inside it. */
import { FORMS_SCHEMA, type SelfEvaluationForm, type Twin, type TwinKind, encodeForm } from "@zipingbiao/core";
import { FORMS_JSON, FORM_JSON } from "./data-files.ts";
import type { ReportFacts, VolumeFacts } from "./forms-bundle.ts";
import { jsonText, publishedForm, publishedText, sha256 } from "./published-form.ts";

/** The twin of a document about one form: the text of its `form.json`, to the letter. */
export function formTwin(form: SelfEvaluationForm, shows: TwinKind = "form"): Twin {
  return twinOf(shows, FORM_JSON, publishedText(form));
}

/** The twin of a volume: its forms in their order, and what the volume says besides. */
export function volumeTwin(forms: readonly SelfEvaluationForm[], volume: VolumeFacts): Twin {
  return twinOf("volume", FORMS_JSON, jsonText({ schema: FORMS_SCHEMA, forms: forms.map(encoded), volume }));
}

/** The twin of a report: its forms in their order, and what the report says besides. */
export function reportTwin(forms: readonly SelfEvaluationForm[], report: ReportFacts): Twin {
  return twinOf("report", FORMS_JSON, jsonText({ schema: FORMS_SCHEMA, forms: forms.map(encoded), report }));
}

function encoded(form: SelfEvaluationForm): object {
  return encodeForm(publishedForm(form));
}

function twinOf(shows: TwinKind, fileName: string, text: string): Twin {
  return { shows, fileName, text, sha256: sha256(text) };
}
