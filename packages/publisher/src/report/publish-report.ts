/** `report/` of a publication: the report over the published forms. */
import type { Summary } from "@zipingbiao/core";
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import { openForm } from "../batch/shelved-form.ts";
import type { Environment } from "../environment.ts";
import type { PassedForm } from "../gate/pass-gate.ts";
import type { RenderParts } from "../render-form.ts";
import { reportDocuments } from "./report-documents.ts";
import { SUMMARY_FORMATS } from "../batch/report-files.ts";

export const REPORT_FOLDER = "report";

/**
 * Tells of the published forms only, which `summary` sums up: what rules say of all forms together is for the bureau, and nothing of a form that is
 * held back may be read from a sum.
 */
export async function publishReport(
  forms: readonly PassedForm[],
  summary: Summary,
  parts: RenderParts,
  output: OutputFolder,
  environment: Environment,
): Promise<{ readonly files: readonly WrittenFile[]; readonly pages: number }> {
  if (forms.length === 0) return { files: [], pages: 0 };
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
  return { files, pages: documents.reduce((sum, { pages = 0 }) => sum + pages, 0) };
}
