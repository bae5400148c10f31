/** Forms that were audited → their summary. */
import { type Finding, type Summary, summarise } from "@zipingbiao/core";
import type { PlannedForm } from "../batch/plan-batch.ts";
import { openForm } from "../batch/shelved-form.ts";
import { scoredForm } from "../check-forms.ts";

/** `aboutAll`: findings that belong to no single form. */
export function summariseForms(
  forms: readonly { readonly planned: PlannedForm; readonly findings: readonly Finding[] }[],
  aboutAll: readonly Finding[] = [],
): Summary {
  return summarise(
    forms.map(({ planned, findings }) => {
      const { form, edition, sheet } = scoredForm({ form: openForm(planned), source: planned.source });
      return { key: planned.hash, form, edition, sheet, findings };
    }),
    aboutAll,
  );
}
