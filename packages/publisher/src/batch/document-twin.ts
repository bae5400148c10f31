/** The data that a document carries inside it. */
import { type SelfEvaluationForm, type Twin, type TwinKind, encodeForm } from "@zipingbiao/core";
import { FORM_JSON } from "./form-files.ts";
import { jsonText, publishedForm, publishedText, sha256 } from "./published-form.ts";

/** The twin of a document about one form: the text of its `form.json`, to the letter. */
export function formTwin(form: SelfEvaluationForm, shows: TwinKind = "form"): Twin {
  const text = publishedText(form);
  return { shows, fileName: FORM_JSON, text, sha256: sha256(text) };
}

/** The twin of a document about several forms: an array of them, in the order of the document. */
export function formsTwin(forms: readonly SelfEvaluationForm[], shows: TwinKind): Twin {
  const text = jsonText(forms.map((form) => encodeForm(publishedForm(form))));
  return { shows, fileName: "forms.json", text, sha256: sha256(text) };
}
