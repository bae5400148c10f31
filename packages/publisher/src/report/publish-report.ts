/** `report/` of a publication: the report over the published forms. */
import type { Page, Templates } from "@zipingbiao/renderer";
import type { OutputFolder, WrittenFile } from "../batch/store.ts";
import { openForm } from "../batch/shelved-form.ts";
import type { Environment } from "../environment.ts";
import type { PassedForm } from "../gate/pass-gate.ts";
import { DOCUMENT_FORMATS, type RenderParts } from "../render-form.ts";
import { type ReportDocument, reportDocuments, reportPage, reportTable } from "./report-documents.ts";
import { type PublishedSums, summariseForms, sumsOf } from "./summarise-forms.ts";

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
  if (forms.length === 0) return { files: [], pages: 0, sums: sumsOf(summariseForms(forms)) };
  environment.report({ kind: "step", step: "report", done: 0, total: 1 });
  const { sums, table, page } = await tabulate(forms, parts.templates, output);
  // The browser is about to take as much memory as thousands of forms do.
  environment.spareMemory();
  const documents = await reportDocuments(page, DOCUMENT_FORMATS, parts);
  const files: WrittenFile[] = [];
  for (const document of documents) files.push(await write(document, output));
  environment.report({ kind: "step", step: "report", done: 1, total: 1 });
  return { files: [...files, table], pages: documents.reduce((sum, { pages = 0 }) => sum + pages, 0), sums };
}

interface Tabulated {
  readonly sums: PublishedSums;
  readonly table: WrittenFile;
  /** What is to be printed. */
  readonly page: Page;
}

/** The whole summary has a line for every indicator of every form: it is here, and gone when this is done. */
async function tabulate(forms: readonly PassedForm[], templates: Templates, output: OutputFolder): Promise<Tabulated> {
  const summary = summariseForms(forms);
  const table = await write(reportTable(summary), output);
  const reported = {
    summary,
    forms: forms.map(({ planned, findings }) => ({ hash: planned.hash, findings, open: () => openForm(planned) })),
    aboutAll: [],
  };
  return { sums: sumsOf(summary), table, page: reportPage(reported, {}, templates) };
}

async function write({ file, pieces }: ReportDocument, output: OutputFolder): Promise<WrittenFile> {
  return await output.writePieces(`${REPORT_FOLDER}/${file}`, pieces);
}
