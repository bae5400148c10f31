/** A check's findings in the formats that programs and people take away. */
import { writeWorkbook } from "@zipingbiao/renderer";
import type { CheckReport } from "./check-report.ts";
import { findingsWorkbook } from "./findings-workbook.ts";
import { viewFindings } from "./view-findings.ts";
import { writeJson } from "./write-json.ts";
import { writeSarif } from "./write-sarif.ts";
import type { Environment } from "../environment.ts";

export const REPORT_FORMATS = ["json", "sarif", "html", "xlsx"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** The report in pieces of text, or whole where the format is binary. The same forms give the same bytes. */
export async function writeReport(
  report: CheckReport,
  format: ReportFormat,
  environment: Pick<Environment, "loadTemplates">,
): Promise<Iterable<string> | Uint8Array> {
  switch (format) {
    case "json":
      return writeJson(report);
    case "sarif":
      return writeSarif(report);
    case "html":
      return [environment.loadTemplates().findings(viewFindings(report))];
    case "xlsx":
      return await writeWorkbook(findingsWorkbook(report));
  }
}
