/** Which groups a report sets side by side. */
import type { Summary } from "@zipingbiao/core";
import type { ReportGrouping } from "../batch/report-files.ts";

/** The summary with the groups of the grouping that was asked for; years are always compared. Without one nothing changes. */
export function groupedBy(summary: Summary, by: ReportGrouping | undefined): Summary {
  switch (by) {
    case "department":
      return { ...summary, byUnit: [] };
    case "unit":
      return { ...summary, byDepartment: [] };
    case undefined:
      return summary;
  }
}
