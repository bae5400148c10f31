/** Findings of many forms as `zipingbiao/findings@1`. */
import { type Finding, type Severity, atLeast } from "@zipingbiao/core";
import type { CheckedForm } from "./check-forms.ts";

/** A finding on the wire; see the contract. */
export interface ReportedFinding extends Omit<Finding, "basis"> {
  readonly form: { readonly file: string; readonly index: number; readonly projectName: string };
  /** Ids of citations. */
  readonly basis: readonly string[];
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  /** Checks that could not be made; counted here and nowhere else. */
  readonly uncheckable: number;
}

export interface FindingsReport {
  readonly schema: "zipingbiao/findings@1";
  readonly forms: number;
  readonly findings: readonly ReportedFinding[];
  readonly counts: FindingCounts;
}

/** All findings in the order of the forms. */
export function findingsReport(forms: readonly CheckedForm[]): FindingsReport {
  return {
    schema: "zipingbiao/findings@1",
    forms: forms.length,
    findings: forms.flatMap((checked) => checked.findings.map((finding) => reported(checked, finding))),
    counts: countFindings(forms.flatMap((checked) => checked.findings)),
  };
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const violated = (severity: Severity): number =>
    findings.filter((finding) => finding.outcome === "violated" && finding.severity === severity).length;
  return {
    error: violated("error"),
    warning: violated("warning"),
    note: violated("note"),
    uncheckable: findings.filter((finding) => finding.outcome === "uncheckable").length,
  };
}

/** Whether any finding is violated at `limit` or above. A check that could not be made is neither clean nor violated. */
export function anyAtLeast(findings: readonly Finding[], limit: Severity): boolean {
  return findings.some((finding) => finding.outcome === "violated" && atLeast(finding.severity, limit));
}

function reported({ form, source }: CheckedForm, finding: Finding): ReportedFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    outcome: finding.outcome,
    form: { file: source.file, index: source.index, projectName: form.projectName },
    at: finding.at,
    label: finding.label,
    text: finding.text,
    ...(finding.origin === undefined ? {} : { origin: finding.origin }),
    facts: finding.facts,
    message: finding.message,
    ...(finding.fix === undefined ? {} : { fix: finding.fix }),
    basis: finding.basis.map((citation) => citation.id),
  };
}
