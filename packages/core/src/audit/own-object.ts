/** Texts that are alike because the work is, each about the object of its own project. */
import { bareText, neighbours } from "./likeness.ts";
import type { Project } from "./project.ts";

interface ProjectText {
  readonly project: Project;
  /** Bare text. */
  readonly wording: string;
}

/**
 * Whether each of two texts has words of its own project's name that neither the other project's name nor the other
 * text has: 一期 and 二期, 康定路 and 武定路, 高龄津贴 and 百岁津贴. Then each was written for its project.
 */
export function namesItsOwn(a: ProjectText, b: ProjectText): boolean {
  return hasWordsOfItsOwn(a, b) && hasWordsOfItsOwn(b, a);
}

/** Whether the two projects are one programme carried out by several units under one name. */
export function isOneProgramme(a: Project, b: Project): boolean {
  const name = bareText(a.name);
  return name !== "" && name === bareText(b.name) && bareText(a.unit) !== bareText(b.unit);
}

function hasWordsOfItsOwn(one: ProjectText, other: ProjectText): boolean {
  const theirs = new Set(neighbours(bareText(other.project.name)));
  return neighbours(bareText(one.project.name)).some(
    (pair) => !theirs.has(pair) && one.wording.includes(pair) && !other.wording.includes(pair),
  );
}
