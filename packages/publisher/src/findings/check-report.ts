/** What every format of `zpb check` prints: the findings of a run, the settings they were made with, and an earlier run beside them. */
import {
  BATCH_RULES,
  type Citation,
  type Finding,
  type FindingCounts,
  RULES,
  type RuleWords,
  type Severity,
  countFindings,
} from "@zipingbiao/core";
import type { CheckOutcome, FormFindings } from "../check-forms.ts";
import type { LoadedSettings } from "../settings/load-rule-settings.ts";
import type { Comparison } from "./compare-findings.ts";

export interface CheckReport extends CheckOutcome {
  readonly toolVersion: string;
  readonly settings: LoadedSettings;
  /** How the findings differ from an earlier run's, where one was given. */
  readonly against?: Comparison;
}

/** A finding with its form; those of no form have none. */
export interface OwnedFinding {
  readonly finding: Finding;
  readonly of?: FormFindings;
}

/** All findings in the order of the forms, then those of no form. */
export function* findingsOf({ forms, batch }: Pick<CheckOutcome, "forms" | "batch">): Iterable<OwnedFinding> {
  for (const of of forms) for (const finding of of.findings) yield { finding, of };
  for (const finding of batch) yield { finding };
}

export function countsOf(outcome: Pick<CheckOutcome, "forms" | "batch">): FindingCounts {
  return countFindings(eachFinding(outcome));
}

function* eachFinding(outcome: Pick<CheckOutcome, "forms" | "batch">): Iterable<Finding> {
  for (const { finding } of findingsOf(outcome)) yield finding;
}

/** One rule of a run: what is told once, however often it speaks. */
export interface RuleSummary {
  readonly id: string;
  readonly title: string;
  readonly fix: string;
  /** Every source that the rule's findings rest on, over all editions of the run. */
  readonly basis: readonly Citation[];
  readonly counts: FindingCounts;
  readonly total: number;
  /** In how many forms it speaks. */
  readonly forms: number;
}

const WORDS: ReadonlyMap<string, RuleWords> = new Map([...RULES, ...BATCH_RULES].map((rule) => [rule.id, rule]));

/** The rule of an id; `undefined` for one that this version does not have. */
export function ruleWords(id: string): RuleWords | undefined {
  return WORDS.get(id);
}

/** The rules that have something to say, the gravest first, then those that say most. */
export function summariseRules(outcome: Pick<CheckOutcome, "forms" | "batch">): readonly RuleSummary[] {
  const owned = Map.groupBy(findingsOf(outcome), ({ finding }) => finding.rule);
  return Array.from(owned, ([id, all]): RuleSummary => {
    const findings = all.map(({ finding }) => finding);
    const citations = new Map(findings.flatMap(({ basis }) => basis.map((each) => [each.id, each] as const)));
    return {
      id,
      title: ruleWords(id)?.title ?? id,
      fix: findings[0]?.fix ?? "",
      basis: [...citations.values()],
      counts: countFindings(findings),
      total: findings.length,
      forms: new Set(all.flatMap(({ of }) => of ?? [])).size,
    };
  }).toSorted((a, b) => gravity(b.counts) - gravity(a.counts) || b.total - a.total || (a.id < b.id ? -1 : 1));
}

function gravity({ error, warning, note }: FindingCounts): number {
  const order: readonly (readonly [number, number])[] = [
    [error, 3],
    [warning, 2],
    [note, 1],
  ];
  return order.find(([count]) => count > 0)?.[1] ?? 0;
}

/** What a finding is counted and shown as: its severity, or a check that could not be made. */
export function weightOf({ outcome, severity }: Pick<Finding, "outcome" | "severity">): Severity | "uncheckable" {
  return outcome === "uncheckable" ? "uncheckable" : severity;
}
