/** Forms as entries of a summary, scored and audited as the use cases do it. */
import { openBatchAudit } from "../audit/audit-batch.ts";
import { auditForm } from "../audit/audit-form.ts";
import { findEdition } from "../edition/recognise.ts";
import { type Finding, compareFindings } from "../finding/finding.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import { scoreForm } from "../scoring/score-form.ts";
import type { SummaryEntry } from "../summary/entry.ts";

/** Scored, without findings unless they are given. Throws for a form of an unknown edition. */
export function summaryEntry(form: SelfEvaluationForm, key: string, findings: readonly Finding[] = []): SummaryEntry {
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(`no edition ${form.edition}`);
  return { key, form, edition, sheet: scoreForm(form, edition), findings };
}

/** Entries with all their findings, and the findings that belong to no form. Keys count the forms from `0000`. */
export function auditedEntries(forms: readonly SelfEvaluationForm[]): {
  readonly entries: readonly SummaryEntry[];
  readonly aboutAll: readonly Finding[];
} {
  const across = openBatchAudit();
  const entries = forms.map((form, at) => {
    const entry = summaryEntry(form, String(at).padStart(4, "0"));
    across.add(entry);
    return { ...entry, findings: auditForm(form, entry.sheet, entry.edition) };
  });
  const found = across.finish();
  const joined = (at: number): readonly Finding[] =>
    found.flatMap((each) => ("form" in each && each.form === at ? [each.finding] : []));
  return {
    entries: entries.map((entry, at) => ({
      ...entry,
      findings: [...entry.findings, ...joined(at)].toSorted(compareFindings),
    })),
    aboutAll: found.flatMap((each) => ("form" in each ? [] : [each.finding])),
  };
}
