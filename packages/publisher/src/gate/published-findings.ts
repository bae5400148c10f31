/** `data/findings.json`: the findings of the published forms, those that were signed for marked. */
import type { FormSource } from "../batch/plan-batch.ts";
import { type FindingsReport, type ReportedFinding, findingsReport } from "../findings-report.ts";
import type { PassedForm } from "./pass-gate.ts";
import type { Signature } from "./waiver-file.ts";

export interface PublishedFinding extends ReportedFinding {
  readonly waived?: Signature;
}

export interface PublishedFindings extends Omit<FindingsReport, "findings"> {
  readonly findings: readonly PublishedFinding[];
}

/** `zipingbiao/findings@1` with a member `waived`. Findings of forms that are not public are not public either. */
export function publishedFindings(forms: readonly PassedForm[]): PublishedFindings {
  const report = findingsReport(forms.map(({ planned: { form, source }, findings }) => ({ form, source, findings })));
  const waivers = new Map(
    forms.flatMap(({ planned, waived }) =>
      waived.map(({ objection, waiver }) => [keyOf({ ...objection, form: planned.source }), waiver] as const),
    ),
  );
  return {
    ...report,
    findings: report.findings.map((finding) => {
      const waiver = finding.outcome === "violated" ? waivers.get(keyOf(finding)) : undefined;
      if (waiver === undefined) return finding;
      return { ...finding, waived: { reason: waiver.reason, signedBy: waiver.signedBy, date: waiver.date } };
    }),
  };
}

/** A waiver stands for all findings of a rule at a place. */
function keyOf({ form, rule, at }: Pick<ReportedFinding, "rule" | "at"> & { readonly form?: FormSource }): string {
  return JSON.stringify([form?.file, form?.index, rule, at]);
}
