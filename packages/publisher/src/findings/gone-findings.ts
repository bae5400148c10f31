/** Findings of an earlier run that are gone, beside the forms that they spoke of. */
import type { FormFindings, FormHead } from "../check-forms.ts";
import type { CheckReport } from "./check-report.ts";
import type { EarlierFinding } from "./read-earlier-report.ts";

export interface GoneFindings {
  readonly ofForm: ReadonlyMap<FormFindings, readonly EarlierFinding[]>;
  /** Of forms that this run does not have, and of no form. */
  readonly elsewhere: readonly EarlierFinding[];
}

export function goneByForm({ forms, against }: Pick<CheckReport, "forms" | "against">): GoneFindings {
  const known = new Map(forms.toReversed().map((each) => [headKey(each.form), each]));
  const ofForm = new Map<FormFindings, EarlierFinding[]>();
  const elsewhere: EarlierFinding[] = [];
  for (const finding of against?.gone ?? []) {
    const form = finding.form === undefined ? undefined : known.get(headKey(finding.form));
    if (form === undefined) {
      elsewhere.push(finding);
      continue;
    }
    const gone = ofForm.get(form);
    if (gone === undefined) ofForm.set(form, [finding]);
    else gone.push(finding);
  }
  return { ofForm, elsewhere };
}

function headKey({ fiscalYear, implementingUnit, projectName }: FormHead): string {
  return JSON.stringify([fiscalYear, implementingUnit, projectName]);
}
