/** Two runs: which findings are new, which stay, which are gone. */
import type { Finding } from "@zipingbiao/core";
import type { CheckOutcome, FormFindings } from "../check-forms.ts";
import { sameWords, samePlace } from "./finding-key.ts";
import { pairForms } from "./pair-forms.ts";
import type { EarlierFinding, EarlierReport } from "./read-earlier-report.ts";

export type FindingState = "new" | "unchanged";

/** A finding that the earlier run had, with the form of this run that it spoke of, where that is still there. */
export interface GoneFinding {
  readonly finding: EarlierFinding;
  readonly of?: FormFindings;
}

export interface Comparison {
  /** The name of the earlier report, or of the folder or file of earlier forms. */
  readonly file: string;
  readonly stateOf: (finding: Finding) => FindingState;
  /** Findings of the earlier run that this one does not have, in their order. */
  readonly gone: readonly GoneFinding[];
  readonly counts: { readonly new: number; readonly unchanged: number; readonly gone: number };
}

/**
 * Findings are matched one to one within a form, first those that say the same, then those of which the rule and the
 * place are the same: a wrong value that was replaced by another wrong one is not gone. A second one of a kind is new.
 */
export function compareFindings(outcome: Pick<CheckOutcome, "forms" | "batch">, earlier: EarlierReport): Comparison {
  const paired = pairForms(outcome.forms, earlier);
  const unchanged = new Set<Finding>();
  const left = new Set<EarlierFinding>();
  let total = 0;
  const match = (now: readonly Finding[], before: readonly EarlierFinding[]): void => {
    total += now.length;
    const stays = matched(now, before);
    for (const [finding] of stays) unchanged.add(finding);
    const found = new Set(stays.values());
    for (const finding of before) if (!found.has(finding)) left.add(finding);
  };
  for (const of of outcome.forms) match(of.findings, paired.earlierOf.get(of) ?? []);
  match(outcome.batch, paired.ofNoForm);
  for (const finding of paired.withoutForm) left.add(finding);
  const gone = earlier.findings
    .filter((finding) => left.has(finding))
    .map((finding): GoneFinding => {
      const of = paired.formOf.get(finding);
      return of === undefined ? { finding } : { finding, of };
    });
  return {
    file: earlier.file,
    stateOf: (finding) => (unchanged.has(finding) ? "unchanged" : "new"),
    gone,
    counts: { new: total - unchanged.size, unchanged: unchanged.size, gone: gone.length },
  };
}

function matched(now: readonly Finding[], before: readonly EarlierFinding[]): ReadonlyMap<Finding, EarlierFinding> {
  const stays = new Map<Finding, EarlierFinding>();
  const used = new Set<EarlierFinding>();
  for (const keyOf of [sameWords, samePlace]) {
    const open = Map.groupBy(
      before.filter((finding) => !used.has(finding)),
      keyOf,
    );
    for (const finding of now) {
      if (stays.has(finding)) continue;
      const twin = open.get(keyOf(finding))?.shift();
      if (twin === undefined) continue;
      stays.set(finding, twin);
      used.add(twin);
    }
  }
  return stays;
}
