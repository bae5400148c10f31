/** Forms that were audited → their summary. */
import { type Finding, type Summary, openSummary } from "@zipingbiao/core";
import type { PlannedForm } from "../batch/plan-batch.ts";
import { openForm } from "../batch/shelved-form.ts";
import { scoredForm } from "../check-forms.ts";

/** The figures of all forms together, without the lines that they were made of. */
export type PublishedSums = Pick<Summary, "basics" | "results">;

/** Every form is opened when it is its turn. `aboutAll`: findings that belong to no single form. */
export function summariseForms(
  forms: readonly { readonly planned: PlannedForm; readonly findings: readonly Finding[] }[],
  aboutAll: readonly Finding[] = [],
): Summary {
  const summary = openSummary();
  for (const { planned, findings } of forms) {
    const { form, edition, sheet } = scoredForm({ form: openForm(planned), source: planned.source });
    summary.add({ key: planned.hash, form, edition, sheet, findings });
  }
  return summary.finish(aboutAll);
}
