/** The names of the files of a report, and what may be asked of it. */

/** In the order in which they are written. */
export const SUMMARY_FORMATS = ["pdf", "docx", "html", "xlsx"] as const;
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number];

/** `汇总报告.pdf` and the like; the workbook of the same figures is 汇总表.xlsx. */
export function reportFile(format: SummaryFormat): string {
  return `${format === "xlsx" ? "汇总表" : "汇总报告"}.${format}`;
}

/** By what a report compares. */
export const REPORT_GROUPINGS = ["department", "unit"] as const;
export type ReportGrouping = (typeof REPORT_GROUPINGS)[number];
