/** Forms that were audited → their summary. */
import { type Basics, type Finding, type FundSums, type Results, type Summary, openSummary } from "@zipingbiao/core";
import type { PlannedForm } from "../batch/plan-batch.ts";
import { openForm } from "../batch/shelved-form.ts";
import { scoredForm } from "../check-forms.ts";

/** The figures of all forms together that other pages tell. No list of forms is among them: it would keep the lines they were made of. */
export interface PublishedSums
  extends Pick<Basics, "forms" | "rateRounding">,
    Pick<FundSums, "annualBudget" | "annualExecution" | "rate">,
    Pick<Results, "printedGrades"> {}

export function sumsOf({ basics, results }: Summary): PublishedSums {
  const { forms, rateRounding, funds } = basics;
  const { annualBudget, annualExecution, rate } = funds.total;
  return { forms, rateRounding, annualBudget, annualExecution, rate, printedGrades: results.printedGrades };
}

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
