/** The user's list of expected projects against the forms of a batch. */
import type { ExpectedProject } from "./batch-rule.ts";
import { bareText, neighbours } from "./likeness.ts";
import { openLookAlikes } from "./look-alikes.ts";
import { type Project, callProject, compareProjects } from "./project.ts";

/** An entry or a form without its counterpart. */
export interface Unmatched {
  /** Which entry of the list, or which of the projects. */
  readonly at: number;
  /** What a message calls the counterpart that was perhaps meant, `""` when none has a similar name. */
  readonly perhaps: string;
}

export interface ExpectedAndFound {
  readonly missing: readonly Unmatched[];
  readonly unexpected: readonly Unmatched[];
}

/**
 * Names are compared without marks and blanks, units where the list gives them. From the likeness `similar` on the
 * most similar name among those that are left over on the other side is named.
 */
export function compareWithExpected(
  expected: readonly ExpectedProject[],
  found: readonly Project[],
  similar: number,
): ExpectedAndFound {
  const wanted = expected.map((entry, at) => ({ at, project: projectExpected(entry) }));
  const present = found.map((project, at) => ({ at, project }));
  const names = new Set(found.flatMap(({ name, unit }) => [nameKey(name, ""), nameKey(name, unit)]));
  const entries = new Set(wanted.map(({ project: { name, unit } }) => nameKey(name, unit)));
  const missing = wanted.filter(({ project: { name, unit } }) => !names.has(nameKey(name, unit)));
  const unexpected = present.filter(
    ({ project: { name, unit } }) => !entries.has(nameKey(name, "")) && !entries.has(nameKey(name, unit)),
  );
  return {
    missing: withLikeliest(missing, unexpected, similar),
    unexpected: withLikeliest(unexpected, missing, similar),
  };
}

function projectExpected({ projectName, implementingUnit }: ExpectedProject): Project {
  return { name: projectName, unit: implementingUnit ?? "", year: 0 };
}

function nameKey(name: string, unit: string): string {
  return `${bareText(unit)} ${bareText(name)}`;
}

interface Sided {
  readonly at: number;
  readonly project: Project;
}

function withLikeliest(these: readonly Sided[], those: readonly Sided[], similar: number): readonly Unmatched[] {
  const sorted = those.toSorted((a, b) => compareProjects(a.project, b.project));
  const all = [...sorted, ...these];
  const lookAlikes = openLookAlikes(all, ({ project }) => neighbours(bareText(project.name)), similar);
  for (const turn of sorted.keys()) lookAlikes.add(turn);
  return these.map(({ at, project }, turn) => {
    const [best] = lookAlikes.find(sorted.length + turn).toSorted((a, b) => b.likeness - a.likeness);
    const other = best === undefined ? undefined : sorted[best.at];
    return { at, perhaps: other === undefined ? "" : callProject(other.project, project) };
  });
}
