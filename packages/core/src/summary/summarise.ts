/** Forms with everything computed of them → the figures of their report. */
import type { Finding } from "../finding/finding.ts";
import { type PrintedAs, basicsOf, printedAs } from "./basics.ts";
import type { ProjectLine, SummaryEntry } from "./entry.ts";
import { groupByDepartment, groupByUnit, groupByYear } from "./form-groups.ts";
import { indicatorResults } from "./indicator-groups.ts";
import { indicatorLines } from "./indicator-lines.ts";
import type { IndicatorLine } from "./indicator-results.ts";
import { problemsOf } from "./problems.ts";
import { type FormOrder, compareOrders, orderOf, projectLine } from "./project-lines.ts";
import { quotationsOf } from "./quotations.ts";
import { resultsOf } from "./results.ts";
import type { Summary, SummaryScope } from "./summary.ts";

/** A summary that is made of one form after the other, of which lines alone are kept. */
export interface OpenSummary {
  add(entry: SummaryEntry): void;
  /** `aboutAll` are findings that belong to no single form (`BatchAudit`); they stand in the whole only, not in its groups. */
  finish(aboutAll?: readonly Finding[]): Summary;
}

/** Sums first and divides afterwards; the order of the entries plays no part. */
export function openSummary(): OpenSummary {
  const added: AddedLine[] = [];
  const texts = new Map<string, string>();
  return {
    add(entry) {
      const project = projectLine(entry, 0);
      added.push({ order: orderOf(entry), project, lines: indicatorLines(entry, project, texts) });
    },
    finish(aboutAll = []) {
      const inOrder = added.toSorted((a, b) => compareOrders(a.order, b.order));
      for (const [at, { project }] of inOrder.entries()) project.number = at + 1;
      const projects = inOrder.map(({ project }) => project);
      const lines = new Map(inOrder.map((each) => [each.project, each.lines]));
      // The whole is asked again and again: its figures are reckoned here, once.
      return { ...summaryOf({ kind: "all" }, projects, { lines, printed: printedAs(projects), aboutAll }) };
    },
  };
}

/** All of them at once. */
export function summarise(entries: Iterable<SummaryEntry>, aboutAll: readonly Finding[] = []): Summary {
  const summary = openSummary();
  for (const entry of entries) summary.add(entry);
  return summary.finish(aboutAll);
}

interface AddedLine {
  readonly order: FormOrder;
  /** Its number is known when all are there; until then nobody else has seen it. */
  readonly project: { -readonly [Name in keyof ProjectLine]: ProjectLine[Name] };
  readonly lines: readonly IndicatorLine[];
}

/** What all groups of one summary share. */
interface Whole {
  readonly lines: ReadonlyMap<ProjectLine, readonly IndicatorLine[]>;
  readonly printed: PrintedAs;
  readonly aboutAll: readonly Finding[];
}

/** What is asked for is reckoned then, every time: of hundreds of groups, all that they would hold is not held. */
function summaryOf(scope: SummaryScope, projects: readonly ProjectLine[], whole: Whole): Summary {
  const lines = () => projects.flatMap((project) => whole.lines.get(project) ?? []);
  return {
    scope,
    projects,
    basics: basicsOf(projects, whole.printed),
    results: resultsOf(projects),
    get indicators() {
      return indicatorResults(projects, lines());
    },
    get problems() {
      return problemsOf(projects, scope.kind === "all" ? whole.aboutAll : []);
    },
    get quotations() {
      return quotationsOf(lines());
    },
    get byYear() {
      const years = scope.kind === "year" ? [] : groupByYear(projects);
      return several(years).map(({ year, projects: members }) => summaryOf({ kind: "year", year }, members, whole));
    },
    get byDepartment() {
      const departments = scope.kind === "all" ? groupByDepartment(projects) : [];
      return several(departments).map(({ department, projects: members }) =>
        summaryOf({ kind: "department", department }, members, whole),
      );
    },
    get byUnit() {
      const units = scope.kind === "all" || scope.kind === "department" ? groupByUnit(projects) : [];
      return several(units).map(({ department, unit, projects: members }) =>
        summaryOf({ kind: "unit", department, unit }, members, whole),
      );
    },
  };
}

/** One group alone is the whole once more. */
function several<T>(groups: readonly T[]): readonly T[] {
  return groups.length > 1 ? groups : [];
}
