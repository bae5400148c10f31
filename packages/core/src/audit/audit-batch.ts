/** Forms passing by → findings across them. Keeps what the rules collect of a form, never the form. */
import type { Edition } from "../edition/edition.ts";
import { type Finding, compareFindings } from "../finding/finding.ts";
import type { BatchObservation, BatchRule, Collected, ExpectedProject } from "./batch-rule.ts";
import { findingAt } from "./finding-at.ts";
import { BATCH_RULES } from "./registry.gen.ts";
import type { Facts, RuleContext } from "./rule.ts";
import { NO_SETTINGS, type RuleSettings, severityOf } from "./rule-settings.ts";

/** A finding about the `form`-th form that was added, or about the `expected`-th entry of the user's list; both from 0. */
export type BatchFinding =
  | { readonly form: number; readonly finding: Finding }
  | { readonly expected: number; readonly finding: Finding };

export interface BatchAudit {
  /** Takes note of a form; forms count from 0 in the order in which they are added. */
  add(context: RuleContext): void;
  /** All findings: those about forms in the order of the forms, then those about expected projects. */
  finish(): readonly BatchFinding[];
}

/** One audit across forms. A rule does not see the forms for whose edition it is off. */
export function openBatchAudit(
  settings: RuleSettings = NO_SETTINGS,
  rules: readonly BatchRule[] = BATCH_RULES,
): BatchAudit {
  const editions: Edition[] = [];
  const runs = rules.map((rule) => ({ rule, collected: [] as Collected<unknown>[] }));
  return {
    add(context) {
      for (const { rule, collected } of runs) {
        if (severityOf(rule, context.edition, settings) === "off") continue;
        collected.push({ form: editions.length, digest: rule.collect(context) });
      }
      editions.push(context.edition);
    },
    finish: () =>
      runs
        .flatMap(({ rule, collected }) =>
          Array.from(rule.check(collected, settings.expectedProjects), (observation) =>
            batchFinding(rule, observation, editions, settings),
          ),
        )
        .filter((found) => found !== undefined)
        .toSorted(compareBatchFindings),
  };
}

function batchFinding(
  rule: BatchRule,
  observation: BatchObservation<Facts>,
  editions: readonly Edition[],
  settings: RuleSettings,
): BatchFinding | undefined {
  // An expected project belongs to no form, hence to no edition: the first form's speaks for the batch.
  const edition = editions["form" in observation ? observation.form : 0];
  if (edition === undefined) return undefined;
  const severity = severityOf(rule, edition, settings);
  if (severity === "off") return undefined;
  if ("form" in observation) {
    return { form: observation.form, finding: findingAt(rule, severity, edition, observation.place, observation) };
  }
  const place = expectedPlace(settings.expectedProjects?.[observation.expected]);
  return { expected: observation.expected, finding: findingAt(rule, severity, edition, place, observation) };
}

function expectedPlace(project: ExpectedProject | undefined) {
  return { at: "projectName", label: "应报项目", text: project?.projectName ?? "" };
}

function compareBatchFindings(a: BatchFinding, b: BatchFinding): number {
  return rank(a) - rank(b) || compareFindings(a.finding, b.finding);
}

function rank(found: BatchFinding): number {
  return "form" in found ? found.form : 1e12 + found.expected;
}
