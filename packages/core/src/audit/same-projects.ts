/** Forms of a batch that are about the same project of the same unit in the same year. */
import type { FormPlace } from "../form/place-in-form.ts";
import { placeIn } from "../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { formatOrigin } from "../place/origin.ts";
import { rememberLast } from "../values/remember.ts";
import type { Collected } from "./batch-rule.ts";
import { type FormContents, SECTIONS, type Section, contentsOf } from "./form-contents.ts";
import { bareText } from "./likeness.ts";
import { type Project, compareTexts, projectKey, projectOf } from "./project.ts";

/** One form as it was handed in. */
export interface HandIn {
  readonly project: Project;
  /** 项目编码, `""` without one. */
  readonly code: string;
  readonly place: FormPlace;
  readonly contents: FormContents;
}

export interface PlacedHandIn extends HandIn {
  readonly form: number;
}

/** One object for all rules that keep it. */
export const handInOf: (form: SelfEvaluationForm) => HandIn = rememberLast((form) => ({
  project: projectOf(form),
  code: bareText(form.projectCode ?? ""),
  place: placeIn(form, "projectName"),
  contents: contentsOf(form),
}));

/**
 * Groups of two and more forms of one project, unit and year, each in the order of where they stand. A form without
 * a project name belongs to none; forms that have different project codes are about different projects.
 */
export function sameProjects(collected: readonly Collected<HandIn>[]): readonly (readonly PlacedHandIn[])[] {
  const handIns = collected
    .map(({ form, digest }) => ({ ...digest, form }))
    .filter(({ project }) => projectKey(project) !== "");
  return [...Map.groupBy(handIns, ({ project, code }) => `${project.year} ${code} ${projectKey(project)}`).values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted((a, b) => compareTexts(whereIs(a), whereIs(b)) || a.form - b.form));
}

/** The sections in which two forms differ, as a message calls them. */
export function differingSections(a: FormContents, b: FormContents): readonly string[] {
  const sections = Object.keys(SECTIONS) as Section[];
  return sections.filter((section) => a[section] !== b[section]).map((section) => SECTIONS[section]);
}

/** Enough to tell that forms of one name differ; more of them only cost time. */
const MOST_VARIANTS = 32;

/** The first form of each of the different contents of a group. */
export function variantsOf(group: readonly PlacedHandIn[]): readonly PlacedHandIn[] {
  const variants = new Map<string, PlacedHandIn>();
  for (const one of group) {
    const contents = Object.values(one.contents).join();
    if (!variants.has(contents)) variants.set(contents, one);
    if (variants.size === MOST_VARIANTS) break;
  }
  return [...variants.values()];
}

/** Whether funds, goals and indicators all differ, so that two projects seem to share a name. */
export function areOtherProjects(a: FormContents, b: FormContents): boolean {
  return a.funds !== b.funds && a.goals !== b.goals && a.indicators !== b.indicators;
}

/** Where the form stands, in brackets; nothing when that is not known. */
export function whereIs({ place: { origin } }: HandIn): string {
  return origin === undefined ? "" : `（${formatOrigin(origin)}）`;
}
