/** What a site is made from: small heads of all forms, and every form when its turn comes. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import type { WrittenFile } from "../batch/store.ts";
import type { PersonalDataPlace } from "../gate/mask-form.ts";
import type { WaivedObjection } from "../gate/pass-gate.ts";
import type { PublishedSums } from "../report/summarise-forms.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";

/** What is kept of a published form while the site is made. */
export interface SiteForm {
  readonly form: Pick<
    SelfEvaluationForm,
    "fiscalYear" | "competentDepartment" | "implementingUnit" | "projectName" | "totalScore" | "rating" | "revision"
  > & { readonly funds: Pick<SelfEvaluationForm["funds"], "total"> };
  /** Position in the whole publication, from 1. */
  readonly number: number;
  /** `forms/<unit>/<nn>-<project>`. */
  readonly folder: string;
  /** 差错 that the rules found. */
  readonly errors: number;
  readonly waived: readonly WaivedObjection[];
  readonly masked: readonly PersonalDataPlace[];
  /** The form's own documents and data, as written. */
  readonly files: readonly WrittenFile[];
}

export interface SiteSource {
  /** In the order of the publication. */
  readonly forms: readonly SiteForm[];
  /** The whole form at a position of `forms`; asked for once each, and not kept. */
  readonly open: (at: number) => SelfEvaluationForm;
  readonly sums: PublishedSums;
  readonly unpublished: readonly UnpublishedForm[];
  /** Files about all forms, as written; the site links to no other. */
  readonly shared: readonly WrittenFile[];
}
