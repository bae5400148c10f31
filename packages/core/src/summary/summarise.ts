/** Forms with everything computed of them → the figures of their report. */
import type { Finding } from "../finding/finding.ts";
import { type PrintedAs, basicsOf, printedAs } from "./basics.ts";
import type { ProjectLine, SummaryEntry } from "./entry.ts";
import { groupByDepartment, groupByUnit, groupByYear } from "./form-groups.ts";
import { indicatorResults } from "./indicator-groups.ts";
import { indicatorLines } from "./indicator-lines.ts";
import type { IndicatorLine } from "./indicator-results.ts";
import { problemsOf } from "./problems.ts";
import { inOrder, projectLine } from "./project-lines.ts";
import { quotationsOf } from "./quotations.ts";
import { resultsOf } from "./results.ts";
import type { Summary, SummaryScope } from "./summary.ts";

/**
 * Sums first and divides afterwards; the order of the entries plays no part. `aboutAll` are findings that belong to no
 * single form (`BatchAudit`); they stand in the whole only, not in its groups.
 */
export function summarise(entries: readonly SummaryEntry[], aboutAll: readonly Finding[] = []): Summary {
  const rows = inOrder(entries).map((entry, at) => {
    const project = projectLine(entry, at + 1);
    return [project, indicatorLines(entry, project)] as const;
  });
  const projects = rows.map(([project]) => project);
  return summaryOf({ kind: "all" }, projects, { lines: new Map(rows), printed: printedAs(projects), aboutAll });
}

/** What all groups of one summary share. */
interface Whole {
  readonly lines: ReadonlyMap<ProjectLine, readonly IndicatorLine[]>;
  readonly printed: PrintedAs;
  readonly aboutAll: readonly Finding[];
}

function summaryOf(scope: SummaryScope, projects: readonly ProjectLine[], whole: Whole): Summary {
  const lines = projects.flatMap((project) => whole.lines.get(project) ?? []);
  return {
    scope,
    projects,
    basics: basicsOf(projects, whole.printed),
    results: resultsOf(projects),
    indicators: indicatorResults(projects, lines),
    problems: problemsOf(projects, scope.kind === "all" ? whole.aboutAll : []),
    quotations: quotationsOf(lines),
    ...groupsOf(scope, projects, whole),
  };
}

function groupsOf(
  { kind }: SummaryScope,
  projects: readonly ProjectLine[],
  whole: Whole,
): Pick<Summary, "byYear" | "byDepartment" | "byUnit"> {
  const years = kind === "year" ? [] : groupByYear(projects);
  const departments = kind === "all" ? groupByDepartment(projects) : [];
  const units = kind === "all" || kind === "department" ? groupByUnit(projects) : [];
  return {
    byYear: several(years).map(({ year, projects: members }) => summaryOf({ kind: "year", year }, members, whole)),
    byDepartment: several(departments).map(({ department, projects: members }) =>
      summaryOf({ kind: "department", department }, members, whole),
    ),
    byUnit: several(units).map(({ department, unit, projects: members }) =>
      summaryOf({ kind: "unit", department, unit }, members, whole),
    ),
  };
}

/** One group alone is the whole once more. */
function several<T>(groups: readonly T[]): readonly T[] {
  return groups.length > 1 ? groups : [];
}
