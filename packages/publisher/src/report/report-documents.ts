/** Summary → the files of its report. */
import type { Summary } from "@zipingbiao/core";
import { writeWorkbook } from "@zipingbiao/renderer";
import { type SummaryFormat, reportFile } from "./report-files.ts";
import { reportWorkbook } from "./report-workbook.ts";

export interface ReportDocument {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Of a PDF. */
  readonly pages?: number;
}

/** The files in the order of `formats`; the same summary gives the same bytes. */
export async function reportDocuments(
  summary: Summary,
  formats: readonly SummaryFormat[],
): Promise<readonly ReportDocument[]> {
  const documents: ReportDocument[] = [];
  for (const format of formats) {
    documents.push({ file: reportFile(format), bytes: await writeWorkbook(reportWorkbook(summary)) });
  }
  return documents;
}
