/** Forms by year, by 主管部门 and by 实施单位. Names that differ in marks, blanks or widths alone are one. */
import { bareText } from "../audit/likeness.ts";
import { compareTexts } from "../audit/project.ts";
import type { ProjectLine } from "./entry.ts";

export interface YearGroup {
  readonly year: number;
  readonly projects: readonly ProjectLine[];
}

/** `department` as printed; of several spellings the first by code point. */
export interface DepartmentGroup {
  readonly department: string;
  readonly projects: readonly ProjectLine[];
}

export interface UnitGroup extends DepartmentGroup {
  readonly unit: string;
}

export function groupByYear(projects: readonly ProjectLine[]): readonly YearGroup[] {
  const groups = Map.groupBy(projects, ({ fiscalYear }) => fiscalYear);
  return [...groups].map(([year, members]) => ({ year, projects: members })).toSorted((a, b) => a.year - b.year);
}

export function groupByDepartment(projects: readonly ProjectLine[]): readonly DepartmentGroup[] {
  const groups = Map.groupBy(projects, ({ department }) => bareText(department));
  return [...groups.values()]
    .map((members) => ({ department: firstSpelling(members.map(({ department }) => department)), projects: members }))
    .toSorted((a, b) => compareTexts(a.department, b.department));
}

/** A unit belongs to a department: two units of one name below two departments are two. */
export function groupByUnit(projects: readonly ProjectLine[]): readonly UnitGroup[] {
  return groupByDepartment(projects).flatMap(({ department, projects: members }) =>
    [...Map.groupBy(members, ({ unit }) => bareText(unit)).values()]
      .map((forms) => ({ department, unit: firstSpelling(forms.map(({ unit }) => unit)), projects: forms }))
      .toSorted((a, b) => compareTexts(a.unit, b.unit)),
  );
}

function firstSpelling(names: readonly string[]): string {
  return names.toSorted(compareTexts)[0] ?? "";
}
