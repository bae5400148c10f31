/** Forms that were scored and audited → their summary. */
import { type Finding, type Summary, summarise } from "@zipingbiao/core";
import type { PlannedForm } from "../batch/plan-batch.ts";
import type { CheckedForm } from "../check-forms.ts";

/** `aboutAll`: findings that belong to no single form. */
export function summariseForms(
  forms: readonly { readonly planned: PlannedForm; readonly checked: CheckedForm }[],
  aboutAll: readonly Finding[] = [],
): Summary {
  return summarise(
    forms.map(({ planned, checked: { form, edition, sheet, findings } }) => ({
      key: planned.hash,
      form,
      edition,
      sheet,
      findings,
    })),
    aboutAll,
  );
}
