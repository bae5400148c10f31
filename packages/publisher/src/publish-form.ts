/** One form from the gate to its published files: the line to read first. */
import { FORM_JSON } from "./batch/form-files.ts";
import type { OutputFolder, WrittenFile } from "./batch/store.ts";
import { formPages } from "./form-pages.ts";
import type { PassedForm } from "./gate/pass-gate.ts";
import { DOCUMENT_FORMATS, type RenderParts, type RenderedDocument, renderDocuments } from "./render-form.ts";

export interface PublishedForm extends PassedForm {
  /** form.pdf, .docx, .html and form.json, as written; of a corrected form the 更正说明 in the same formats, too. */
  readonly files: readonly WrittenFile[];
  readonly pages: number;
}

/** view → page → print → write, for a form that was scored, audited and let through. The folder holds its files when this returns, whole. */
export async function publishForm(
  passed: PassedForm,
  parts: RenderParts,
  output: OutputFolder,
): Promise<PublishedForm> {
  const { form, folder, json } = passed.planned;
  const documents: (RenderedDocument & { readonly stem: string })[] = [];
  for (const [stem, page] of formPages(form, passed.checked.edition, parts.templates)) {
    for (const document of await renderDocuments(page, DOCUMENT_FORMATS, parts)) documents.push({ ...document, stem });
  }
  const files: WrittenFile[] = [];
  for (const { stem, format, bytes } of documents) files.push(await output.write(`${folder}/${stem}.${format}`, bytes));
  files.push(await output.write(`${folder}/${FORM_JSON}`, json));
  return { ...passed, files, pages: documents.reduce((sum, { pages = 0 }) => sum + pages, 0) };
}
