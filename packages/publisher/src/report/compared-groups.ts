/** The groups that a report sets side by side. */
import type { Summary } from "@zipingbiao/core";
import type { ReportGrouping } from "./report-files.ts";

/** By the grouping that was asked for; without one by department where there are several, else by unit. None where there is one group. */
export function comparedGroups(summary: Summary, by: ReportGrouping | undefined): readonly Summary[] {
  switch (by) {
    case "department":
      return summary.byDepartment;
    case "unit":
      return summary.byUnit;
    case undefined:
      return summary.byDepartment.length > 0 ? summary.byDepartment : summary.byUnit;
  }
}
