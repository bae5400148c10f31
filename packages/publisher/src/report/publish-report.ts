/** `report/` of a publication: the report over the published forms. */
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import { openForm } from "../batch/shelved-form.ts";
import type { Environment } from "../environment.ts";
import type { PassedForm } from "../gate/pass-gate.ts";
import type { RenderParts } from "../render-form.ts";
import { reportDocuments } from "./report-documents.ts";
import { type PublishedSums, summariseForms } from "./summarise-forms.ts";
import { SUMMARY_FORMATS } from "../batch/report-files.ts";

export const REPORT_FOLDER = "report";

export interface PublishedReport {
  readonly files: readonly WrittenFile[];
  /** Of the PDF. */
  readonly pages: number;
  /** What other pages tell of all forms. */
  readonly sums: PublishedSums;
}

/**
 * Tells of the published forms only: what rules say of all forms together is for the bureau, and nothing of a form that is
 * held back may be read from a sum.
 */
export async function publishReport(
  forms: readonly PassedForm[],
  parts: RenderParts,
  output: OutputFolder,
  environment: Environment,
): Promise<PublishedReport> {
  const summary = summariseForms(forms);
  // The whole summary has a line for every indicator of every form: it goes with the report.
  const { basics, results } = summary;
  const sums = { basics, results };
  if (forms.length === 0) return { files: [], pages: 0, sums };
  environment.report({ kind: "step", step: "report", done: 0, total: 1 });
  const reported = {
    summary,
    forms: forms.map(({ planned, findings }) => ({ hash: planned.hash, findings, open: () => openForm(planned) })),
    aboutAll: [],
  };
  const documents = await reportDocuments(reported, SUMMARY_FORMATS, {}, () => parts);
  const files: WrittenFile[] = [];
  for (const { file, pieces } of documents) files.push(await output.writePieces(`${REPORT_FOLDER}/${file}`, pieces));
  environment.report({ kind: "step", step: "report", done: 1, total: 1 });
  return { files, pages: documents.reduce((sum, { pages = 0 }) => sum + pages, 0), sums };
}
