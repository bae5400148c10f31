/** One form → the pages of its documents. */
import type { Edition, SelfEvaluationForm } from "@zipingbiao/core";
import { type Page, type Templates, renderPage, viewCorrection, viewForm } from "@zipingbiao/renderer";
import { formTwin } from "./batch/document-twin.ts";
import { EXPLANATION_STEM, FORM_STEM } from "./batch/form-files.ts";
import { publishedForm } from "./batch/published-form.ts";

/**
 * By the stems of their files: the form, and what its last correction changed. Whoever sees the one must be able to see
 * the other.
 */
export function formPages(
  form: SelfEvaluationForm,
  edition: Edition,
  templates: Templates,
): readonly (readonly [stem: string, page: Page])[] {
  const shown = publishedForm(form);
  const { revision } = shown;
  const formPage = [FORM_STEM, renderPage(templates, viewForm(shown, edition), formTwin(shown))] as const;
  if (revision === undefined) return [formPage];
  const explanation = renderPage(templates, viewCorrection(shown, revision, edition), formTwin(shown, "correction"));
  return [formPage, [EXPLANATION_STEM, explanation]];
}
