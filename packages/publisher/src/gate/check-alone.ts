/** One form, checked by itself and put aside: what the gate weighs, without the form in memory. */
import type { Finding } from "@zipingbiao/core";
import type { FormSource, SourcedForm } from "../batch/plan-batch.ts";
import { type ShelvedForm, shelveForm } from "../batch/shelved-form.ts";
import { checkForm } from "../check-forms.ts";
import { type PersonalDataPlace, maskForm } from "./mask-form.ts";

/** A form with what its own rules say of it. */
export interface CheckedAlone extends ShelvedForm {
  readonly source: FormSource;
  /** In the order of places; nothing of rules across forms yet. */
  readonly findings: readonly Finding[];
  /** Personal data that still stands in it. */
  readonly places: readonly PersonalDataPlace[];
  /** What was masked in the form that was handed in; missing where nothing was. */
  readonly masked?: readonly PersonalDataPlace[] | undefined;
}

/** Scores and audits by the form's own edition; with `mask` personal data are masked before. Throws {@link Failure} for an unknown edition. */
export function checkAlone({ form, source }: SourcedForm, mask: boolean): CheckedAlone {
  const found = maskForm(form);
  const isMasked = mask && found.places.length > 0;
  const shown = isMasked ? found.form : form;
  return {
    ...shelveForm(shown),
    source,
    findings: checkForm({ form: shown, source }).findings,
    places: isMasked ? maskForm(shown).places : found.places,
    ...(isMasked ? { masked: found.places } : {}),
  };
}
