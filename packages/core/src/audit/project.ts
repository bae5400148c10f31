/** Which project a form is about, as far as rules across forms need to know it. */
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { rememberLast, shared } from "../values/remember.ts";
import { bareText } from "./likeness.ts";

export interface Project {
  /** 项目名称 as printed. */
  readonly name: string;
  /** 实施单位 as printed. */
  readonly unit: string;
  readonly year: number;
}

/** One object for all rules that keep it. */
export const projectOf: (form: SelfEvaluationForm) => Project = rememberLast((form) => ({
  name: form.projectName,
  unit: shared(form.implementingUnit),
  year: form.fiscalYear,
}));

/** The same for two spellings of a name or of a unit that differ in marks, blanks or widths alone; `""` without a name. */
export function projectKey({ name, unit }: Project): string {
  const bare = bareText(name);
  return bare === "" ? "" : `${bareText(unit)} ${bare}`;
}

/** An order of projects that does not depend on the order of their forms: by unit, name and year. */
export function compareProjects(a: Project, b: Project): number {
  return compareTexts(a.unit, b.unit) || compareTexts(a.name, b.name) || a.year - b.year;
}

/** By code units: the same on every machine, whatever its language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a message calls `project` when it speaks to somebody at `here`: the unit is named where it is another one. */
export function callProject(project: Project, here: Project): string {
  const name = bareText(project.name) === "" ? "未填项目名称的一份" : `「${project.name.trim()}」`;
  const elsewhere = bareText(project.unit) !== bareText(here.unit) && bareText(project.unit) !== "";
  return elsewhere ? `${project.unit.trim()}的${name}` : name;
}
