/** A form put aside: packed, with its head open. Thousands are in a run, and of each only what is looked at stays unpacked. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type SelfEvaluationForm, decodeForm, encodeForm } from "@zipingbiao/core";
import { identityOf } from "./published-form.ts";

/** What plan, gate, tables and pages about all forms say of one. */
export interface FormHead
  extends Pick<
    SelfEvaluationForm,
    | "fiscalYear"
    | "competentDepartment"
    | "implementingUnit"
    | "projectName"
    | "edition"
    | "currencyUnit"
    | "totalScore"
    | "rating"
    | "revision"
  > {
  readonly funds: Pick<SelfEvaluationForm["funds"], "total">;
}

export interface ShelvedForm {
  readonly form: FormHead;
  /** sha256 of the canonical JSON text that is published: the identity of the form. */
  readonly hash: string;
  /** The wire shape with origins and doubts, deflated: three kilobytes for thirty of an open form. */
  readonly packed: Uint8Array;
}

/** Fast rather than small: a form is packed once and opened several times. */
const LEVEL = 3;

export function shelveForm(form: SelfEvaluationForm): ShelvedForm {
  const { fiscalYear, competentDepartment, implementingUnit, projectName, edition, currencyUnit } = form;
  const { totalScore, rating, revision, funds } = form;
  return {
    form: {
      fiscalYear,
      competentDepartment,
      implementingUnit,
      projectName,
      edition,
      currencyUnit,
      totalScore,
      rating,
      funds: { total: funds.total },
      ...(revision === undefined ? {} : { revision }),
    },
    hash: identityOf(form),
    // A copy of its own: what zlib gives is the beginning of a buffer of 32 KB, which would be kept with it.
    packed: new Uint8Array(deflateRawSync(JSON.stringify(encodeForm(form)), { level: LEVEL })),
  };
}

/** The whole form, made anew at every call. */
export function openForm({ packed }: Pick<ShelvedForm, "packed">): SelfEvaluationForm {
  return decodeForm(JSON.parse(inflateRawSync(packed).toString("utf8")));
}
