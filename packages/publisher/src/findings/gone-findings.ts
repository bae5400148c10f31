/** Findings of an earlier run that are gone, beside the forms that they spoke of. */
import type { FormFindings } from "../check-forms.ts";
import type { CheckReport } from "./check-report.ts";
import type { EarlierFinding } from "./read-earlier-report.ts";

export interface GoneFindings {
  readonly ofForm: ReadonlyMap<FormFindings, readonly EarlierFinding[]>;
  /** Of forms that this run does not have, and of no form. */
  readonly elsewhere: readonly EarlierFinding[];
}

export function goneByForm({ against }: Pick<CheckReport, "against">): GoneFindings {
  const ofForm = new Map<FormFindings, EarlierFinding[]>();
  const elsewhere: EarlierFinding[] = [];
  for (const { finding, of } of against?.gone ?? []) {
    const gone = of === undefined ? elsewhere : ofForm.get(of);
    if (gone !== undefined) gone.push(finding);
    else if (of !== undefined) ofForm.set(of, [finding]);
  }
  return { ofForm, elsewhere };
}
