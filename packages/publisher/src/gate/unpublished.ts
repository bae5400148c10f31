/** What the public is told about forms that were handed in and are not published. */
import type { GateOutcome } from "./pass-gate.ts";
import { maskText } from "./personal-data.ts";
import type { FormName } from "./form-name.ts";
import type { Signature } from "./waiver-file.ts";

/** Names, the number in the publication and the kind of reason only: no figure and no text of the form. */
export type UnpublishedForm = FormName & { readonly number: number } & (
    | { readonly kind: "blocked"; readonly rules: readonly string[] }
    | ({ readonly kind: "withheld" } & Signature)
  );

/** With the department that answers for it, by which a run is summed up. */
export type UnpublishedOfDepartment = UnpublishedForm & { readonly competentDepartment: string };

/** In the order of the plan. */
export function unpublishedForms({ blocked, withheld }: GateOutcome): readonly UnpublishedOfDepartment[] {
  return [
    ...blocked.map(({ planned, objections }) => ({
      planned,
      kind: "blocked" as const,
      rules: [...new Set(objections.map(({ rule }) => rule))].toSorted(),
    })),
    ...withheld.map(({ planned, entry: { reason, signedBy, date } }) => ({
      planned,
      kind: "withheld" as const,
      reason,
      signedBy,
      date,
    })),
  ]
    .toSorted((a, b) => a.planned.number - b.planned.number)
    .map(({ planned: { form, number }, ...rest }) => ({
      number,
      // A form may be blocked for its very name.
      projectName: maskText(form.projectName).text,
      implementingUnit: maskText(form.implementingUnit).text,
      competentDepartment: maskText(form.competentDepartment).text,
      fiscalYear: form.fiscalYear,
      ...rest,
    }));
}
