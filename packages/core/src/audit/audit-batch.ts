/** Forms passing by → findings across them. Keeps what the rules collect of a form, never the form. */
import type { Edition } from "../edition/edition.ts";
import { EDITIONS } from "../edition/recognise.ts";
import { type Finding, compareFindings } from "../finding/finding.ts";
import type { FormPlace } from "../form/place-in-form.ts";
import type { BatchObservation, BatchRule, Collected, ExpectedProject } from "./batch-rule.ts";
import { findingAt } from "./finding-at.ts";
import { BATCH_RULES } from "./registry.gen.ts";
import type { Facts, RuleContext } from "./rule.ts";
import { NO_SETTINGS, type RuleSettings, severityOf } from "./rule-settings.ts";

/**
 * A finding about the `form`-th form that was added, about the `expected`-th entry of the user's list (both from 0),
 * or about many forms together; the finding's label then says which.
 */
export type BatchFinding =
  | { readonly form: number; readonly finding: Finding }
  | { readonly expected: number; readonly finding: Finding }
  | { readonly batch: true; readonly finding: Finding };

export interface BatchAudit {
  /** Takes note of a form; forms count from 0 in the order in which they are added. */
  add(context: RuleContext): void;
  /** All findings: those about forms in the order of the forms, then about expected projects, then about many forms. */
  finish(): readonly BatchFinding[];
}

/** One audit across forms. A rule does not see the forms for whose edition it is off. */
export function openBatchAudit(
  settings: RuleSettings = NO_SETTINGS,
  rules: readonly BatchRule[] = BATCH_RULES,
): BatchAudit {
  const editions: Edition[] = [];
  const runs = rules.map((rule) => ({ rule, forms: [] as number[], digests: [] as unknown[] }));
  return {
    add(context) {
      for (const { rule, forms, digests } of runs) {
        if (severityOf(rule, context.edition, settings) === "off") continue;
        forms.push(editions.length);
        digests.push(rule.collect(context));
      }
      editions.push(context.edition);
    },
    finish() {
      const edition = mostUsed(editions);
      if (edition === undefined) return [];
      return runs
        .flatMap(({ rule, forms, digests }) =>
          Array.from(rule.check(together(forms, digests), settings.expectedProjects, edition), (observation) =>
            batchFinding(rule, observation, "form" in observation ? editions[observation.form] : edition, settings),
          ),
        )
        .filter((found) => found !== undefined)
        .toSorted(compareBatchFindings);
    },
  };
}

function together(forms: readonly number[], digests: readonly unknown[]): readonly Collected<unknown>[] {
  return forms.map((form, at) => ({ form, digest: digests[at] }));
}

/** A batch without forms still has expected projects to miss: any edition will do to say so. */
function mostUsed(editions: readonly Edition[]): Edition | undefined {
  const uses = new Map<Edition, number>();
  for (const edition of editions) uses.set(edition, (uses.get(edition) ?? 0) + 1);
  const [most] = [...uses].toSorted(([a, left], [b, right]) => right - left || (a.id < b.id ? -1 : 1));
  return most?.[0] ?? EDITIONS[0];
}

function batchFinding(
  rule: BatchRule,
  observation: BatchObservation<Facts>,
  edition: Edition | undefined,
  settings: RuleSettings,
): BatchFinding | undefined {
  if (edition === undefined) return undefined;
  const severity = severityOf(rule, edition, settings);
  if (severity === "off") return undefined;
  const findingOf = (place: FormPlace) => findingAt(rule, severity, edition, place, observation);
  if ("form" in observation) return { form: observation.form, finding: findingOf(observation.place) };
  if ("batch" in observation) return { batch: true, finding: findingOf(placeOfMany(observation.label)) };
  const expected = settings.expectedProjects?.[observation.expected];
  return { expected: observation.expected, finding: findingOf(expectedPlace(expected)) };
}

function placeOfMany(label: string): FormPlace {
  return { at: "batch", label, text: "" };
}

function expectedPlace(project: ExpectedProject | undefined): FormPlace {
  return { at: "projectName", label: "应报项目", text: project?.projectName ?? "" };
}

function compareBatchFindings(a: BatchFinding, b: BatchFinding): number {
  const [group, at] = rank(a);
  const [otherGroup, otherAt] = rank(b);
  return group - otherGroup || at - otherAt || compareFindings(a.finding, b.finding) || byText(a.finding, b.finding);
}

/** Findings about many forms share one place; only their words tell them apart. */
function byText(a: Finding, b: Finding): number {
  return a.label < b.label ? -1 : a.label > b.label ? 1 : a.message < b.message ? -1 : 1;
}

function rank(found: BatchFinding): readonly [group: number, at: number] {
  if ("form" in found) return [0, found.form];
  return "expected" in found ? [1, found.expected] : [2, 0];
}
