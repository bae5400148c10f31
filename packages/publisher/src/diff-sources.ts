/** `zpb diff`: two forms, or all forms of two sources, cell by cell. */
import { type FormDifference, type SelfEvaluationForm, diffForms } from "@zipingbiao/core";
import type { SourcedForm } from "./batch/plan-batch.ts";
import { jsonText, sha256 } from "./batch/published-form.ts";
import type { Environment } from "./environment.ts";
import { readInputs } from "./input/read-inputs.ts";
import type { Trouble } from "./trouble.ts";

/** The same project on both sides. No differences: both say the same. */
export interface ComparedForms {
  readonly before: SourcedForm;
  readonly after: SourcedForm;
  readonly differences: readonly FormDifference[];
}

export interface SourceDiff {
  /** In the order of the second source. */
  readonly compared: readonly ComparedForms[];
  /** Forms of the first source that the second does not have. */
  readonly missing: readonly SourcedForm[];
  readonly added: readonly SourcedForm[];
  readonly troubles: readonly Trouble[];
}

/**
 * Compares every form of one source with the form of the same unit, project and year of another; several of the same
 * name are compared in their order. Two single forms are compared whatever they are called.
 */
export async function diffSources(before: string, after: string, environment: Environment): Promise<SourceDiff> {
  const old = await readInputs([before], environment);
  const now = await readInputs([after], environment);
  const { pairs, missing, added } = matchForms(old.forms, now.forms);
  return {
    compared: pairs.map(([one, other]) => ({
      before: one,
      after: other,
      differences: diffForms(one.form, other.form, sha256),
    })),
    missing,
    added,
    troubles: [...old.troubles, ...now.troubles],
  };
}

/** Whether anything at all is different. */
export function anyDifference({ compared, missing, added }: SourceDiff): boolean {
  return missing.length > 0 || added.length > 0 || compared.some(({ differences }) => differences.length > 0);
}

/** `zipingbiao/diff@1`; forms without a difference are counted, not listed. */
export function diffReport(diff: SourceDiff): string {
  const changed = diff.compared.filter(({ differences }) => differences.length > 0);
  return jsonText({
    schema: "zipingbiao/diff@1",
    counts: {
      same: diff.compared.length - changed.length,
      changed: changed.length,
      missing: diff.missing.length,
      added: diff.added.length,
    },
    changed: changed.map(({ before, after, differences }) => ({
      before: described(before),
      after: described(after),
      differences,
    })),
    missing: diff.missing.map(described),
    added: diff.added.map(described),
  });
}

function described({ form, source }: SourcedForm) {
  const { fiscalYear, implementingUnit, projectName, revision } = form;
  return { ...source, fiscalYear, implementingUnit, projectName, revision: revision?.number ?? 0 };
}

interface Matching {
  readonly pairs: readonly (readonly [before: SourcedForm, after: SourcedForm])[];
  readonly missing: readonly SourcedForm[];
  readonly added: readonly SourcedForm[];
}

function matchForms(before: readonly SourcedForm[], after: readonly SourcedForm[]): Matching {
  const [one] = before;
  const [other] = after;
  if (one !== undefined && other !== undefined && before.length === 1 && after.length === 1)
    return { pairs: [[one, other]], missing: [], added: [] };
  const waiting = new Map<string, SourcedForm[]>();
  for (const each of before) waiting.set(keyOf(each.form), [...(waiting.get(keyOf(each.form)) ?? []), each]);
  const pairs: (readonly [SourcedForm, SourcedForm])[] = [];
  const added: SourcedForm[] = [];
  for (const each of after) {
    const partner = waiting.get(keyOf(each.form))?.shift();
    if (partner === undefined) added.push(each);
    else pairs.push([partner, each]);
  }
  const left = new Set([...waiting.values()].flat());
  return { pairs, missing: before.filter((each) => left.has(each)), added };
}

function keyOf({ implementingUnit, projectName, fiscalYear }: SelfEvaluationForm): string {
  return JSON.stringify([implementingUnit, projectName, fiscalYear]);
}
