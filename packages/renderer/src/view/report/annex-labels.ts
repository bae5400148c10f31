import type { Summary } from "@zipingbiao/core";

/** What the annexes are called; one that a report does not have takes no number. */
export function annexLabels({ indicators }: Summary): {
  readonly [annex in "projects" | "missed" | "findings"]: string;
} {
  const hasMissed = indicators.missed.length > 0;
  return { projects: "附表1", missed: "附表2", findings: hasMissed ? "附表3" : "附表2" };
}
