/** Two runs: which findings are new, which stay, which are gone. */
import type { Finding } from "@zipingbiao/core";
import type { CheckOutcome, FormHead } from "../check-forms.ts";
import { findingKey } from "./finding-key.ts";
import type { EarlierFinding, EarlierReport } from "./read-earlier-report.ts";

export type FindingState = "new" | "unchanged";

export interface Comparison {
  /** The name of the earlier report. */
  readonly file: string;
  readonly stateOf: (finding: Finding) => FindingState;
  /** Findings of the earlier run that this one does not have, in their order. */
  readonly gone: readonly EarlierFinding[];
  readonly counts: { readonly new: number; readonly unchanged: number; readonly gone: number };
}

/** Findings that are alike are matched one to one, so that a second one of the same kind is new. */
export function compareFindings(outcome: Pick<CheckOutcome, "forms" | "batch">, earlier: EarlierReport): Comparison {
  const open = new Map<string, EarlierFinding[]>();
  for (const finding of earlier.findings) {
    const key = findingKey(finding, finding.form);
    const alike = open.get(key);
    if (alike === undefined) open.set(key, [finding]);
    else alike.push(finding);
  }
  const unchanged = new Set<Finding>();
  let total = 0;
  const match = (finding: Finding, form: FormHead | undefined): void => {
    total += 1;
    if (open.get(findingKey(finding, form))?.shift() !== undefined) unchanged.add(finding);
  };
  for (const { form, findings } of outcome.forms) for (const finding of findings) match(finding, form);
  for (const finding of outcome.batch) match(finding, undefined);
  const left = new Set([...open.values()].flat());
  return {
    file: earlier.file,
    stateOf: (finding) => (unchanged.has(finding) ? "unchanged" : "new"),
    gone: earlier.findings.filter((finding) => left.has(finding)),
    counts: { new: total - unchanged.size, unchanged: unchanged.size, gone: left.size },
  };
}
