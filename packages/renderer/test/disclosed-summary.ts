/** Summaries of disclosed forms, for tests. */
import {
  type Finding,
  type Summary,
  type SummaryEntry,
  auditForm,
  openBatchAudit,
  scoreForm,
  summarise,
} from "@zipingbiao/core";
import { type DisclosedForm, disclosedForms } from "./disclosed-forms.ts";

/** The forms with what was computed and found of each, as a report is made of them. */
export function summaryOfForms(forms: readonly Pick<DisclosedForm, "form" | "edition">[]): Summary {
  const batch = openBatchAudit();
  const alone = forms.map(({ form, edition }) => {
    const sheet = scoreForm(form, edition);
    batch.add({ form, sheet, edition });
    return { form, edition, sheet, findings: auditForm(form, sheet, edition) };
  });
  const across = batch.finish();
  const aboutAll: Finding[] = across.flatMap((found) => ("form" in found ? [] : [found.finding]));
  const entries = alone.map((entry, at): SummaryEntry => {
    const further = across.flatMap((found) => ("form" in found && found.form === at ? [found.finding] : []));
    return { ...entry, key: String(at).padStart(4, "0"), findings: [...entry.findings, ...further] };
  });
  return summarise(entries, aboutAll);
}

/** Of one publisher (`jiading-2024`), or of all. */
export function disclosedSummary(source?: string): Summary {
  return summaryOfForms(disclosedForms().filter((form) => source === undefined || form.source === source));
}
