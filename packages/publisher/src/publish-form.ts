/** One form from the plan to its published files: the line to read first. */
import type { OutputFolder, WrittenFile } from "./batch/store.ts";
import type { PlannedForm } from "./batch/plan-batch.ts";
import { publishedForm } from "./batch/published-form.ts";
import { type CheckedForm, checkForm } from "./check-forms.ts";
import { DOCUMENT_FORMATS, type RenderParts, renderForm } from "./render-form.ts";

export interface PublishedForm {
  readonly planned: PlannedForm;
  readonly checked: CheckedForm;
  /** form.pdf, form.docx, form.html and form.json, as written. */
  readonly files: readonly WrittenFile[];
  readonly pages: number;
}

/** score → audit → view → page → print → write. The folder holds the form's files when this returns, whole. */
export async function publishForm(
  planned: PlannedForm,
  parts: RenderParts,
  output: OutputFolder,
): Promise<PublishedForm> {
  const checked = checkForm(planned);
  const documents = await renderForm(publishedForm(planned.form), checked.edition, DOCUMENT_FORMATS, parts);
  const files: WrittenFile[] = [];
  for (const { format, bytes } of documents) files.push(await output.write(`${planned.folder}/form.${format}`, bytes));
  files.push(await output.write(`${planned.folder}/form.json`, planned.json));
  return { planned, checked, files, pages: documents.reduce((sum, each) => sum + (each.pages ?? 0), 0) };
}
