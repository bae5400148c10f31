/** Summary → the files of its report. */
import type { SelfEvaluationForm, Summary } from "@zipingbiao/core";
import { type ReportOptions, renderPage, viewReport, writeWorkbook } from "@zipingbiao/renderer";
import { formsTwin } from "../batch/document-twin.ts";
import { DOCUMENT_FORMATS, type RenderParts, renderDocuments } from "../render-form.ts";
import { type SummaryFormat, reportFile } from "./report-files.ts";
import { reportWorkbook } from "./report-workbook.ts";

export interface ReportDocument {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of a PDF. */
  readonly pages?: number;
}

export interface ReportedSummary {
  readonly summary: Summary;
  /** The forms of the summary, in its order: the data that the documents carry. */
  readonly forms: readonly SelfEvaluationForm[];
}

/** The files that were asked for; the same summary gives the same bytes. `parts` is asked for only when a document is wanted. */
export async function reportDocuments(
  { summary, forms }: ReportedSummary,
  formats: readonly SummaryFormat[],
  options: ReportOptions,
  parts: () => RenderParts,
): Promise<readonly ReportDocument[]> {
  const printed = DOCUMENT_FORMATS.filter((format) => formats.includes(format));
  const documents: ReportDocument[] = [];
  if (printed.length > 0) {
    const { templates, printer } = parts();
    const page = renderPage(templates, viewReport(summary, options), formsTwin(forms, "report"));
    for (const { format, ...document } of await renderDocuments(page, printed, { templates, printer })) {
      documents.push({ file: reportFile(format), ...document });
    }
  }
  if (formats.includes("xlsx")) {
    documents.push({ file: reportFile("xlsx"), bytes: await writeWorkbook(reportWorkbook(summary)) });
  }
  return documents;
}
