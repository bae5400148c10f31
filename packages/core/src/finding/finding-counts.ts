import type { Finding } from "./finding.ts";

/** How many findings there are, by what they weigh; `uncheckable` ones are in no other count. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly uncheckable: number;
}

export function countFindings(findings: Iterable<Pick<Finding, "severity" | "outcome">>): FindingCounts {
  const counts = { error: 0, warning: 0, note: 0, uncheckable: 0 };
  for (const { outcome, severity } of findings) counts[outcome === "uncheckable" ? "uncheckable" : severity] += 1;
  return counts;
}
