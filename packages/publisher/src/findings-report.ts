/** Findings of many forms as `zipingbiao/findings@1`. */
import { type Finding, type FindingCounts, type Severity, atLeast, countFindings } from "@zipingbiao/core";
import type { FormFindings } from "./check-forms.ts";

/** A finding on the wire; see the contract. */
export interface ReportedFinding extends Omit<Finding, "basis"> {
  /** Missing for a finding that belongs to no form, such as an expected project that is missing. */
  readonly form?: ReportedForm;
  /** Ids of citations. */
  readonly basis: readonly string[];
}

export interface ReportedForm {
  readonly file: string;
  readonly index: number;
  readonly fiscalYear: number;
  readonly implementingUnit: string;
  readonly projectName: string;
}

export interface FindingsReport {
  readonly schema: "zipingbiao/findings@1";
  readonly forms: number;
  readonly findings: readonly ReportedFinding[];
  readonly counts: FindingCounts;
}

/** All findings in the order of the forms, then those of no form. */
export function findingsReport(forms: readonly FormFindings[], batch: readonly Finding[] = []): FindingsReport {
  return {
    schema: "zipingbiao/findings@1",
    forms: forms.length,
    findings: [
      ...forms.flatMap((each) => each.findings.map((finding) => reportedFinding(finding, each))),
      ...batch.map((finding) => reportedFinding(finding)),
    ],
    counts: countFindings([...forms.flatMap((each) => each.findings), ...batch]),
  };
}

/** One finding as it stands on the wire. */
export function reportedFinding(finding: Finding, of?: Pick<FormFindings, "form" | "source">): ReportedFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    outcome: finding.outcome,
    ...(of === undefined ? {} : { form: reportedForm(of) }),
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

function reportedForm({ form, source }: Pick<FormFindings, "form" | "source">): ReportedForm {
  return {
    file: source.file,
    index: source.index,
    fiscalYear: form.fiscalYear,
    implementingUnit: form.implementingUnit,
    projectName: form.projectName,
  };
}

/** Whether any finding is violated at `limit` or above. A check that could not be made is neither clean nor violated. */
export function anyAtLeast(findings: readonly Finding[], limit: Severity): boolean {
  return findings.some((finding) => finding.outcome === "violated" && atLeast(finding.severity, limit));
}
