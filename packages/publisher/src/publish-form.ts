/** One form from the gate to its published files: the line to read first. */
import type { OutputFolder, WrittenFile } from "./batch/store.ts";
import { publishedForm } from "./batch/published-form.ts";
import type { PassedForm } from "./gate/pass-gate.ts";
import { DOCUMENT_FORMATS, type RenderParts, renderForm } from "./render-form.ts";

export interface PublishedForm extends PassedForm {
  /** form.pdf, form.docx, form.html and form.json, as written. */
  readonly files: readonly WrittenFile[];
  readonly pages: number;
}

/** view → page → print → write, for a form that was scored, audited and let through. The folder holds its files when this returns, whole. */
export async function publishForm(
  passed: PassedForm,
  parts: RenderParts,
  output: OutputFolder,
): Promise<PublishedForm> {
  const { planned, checked } = passed;
  const documents = await renderForm(publishedForm(planned.form), checked.edition, DOCUMENT_FORMATS, parts);
  const files: WrittenFile[] = [];
  for (const { format, bytes } of documents) files.push(await output.write(`${planned.folder}/form.${format}`, bytes));
  files.push(await output.write(`${planned.folder}/form.json`, planned.json));
  return { ...passed, files, pages: documents.reduce((sum, each) => sum + (each.pages ?? 0), 0) };
}
