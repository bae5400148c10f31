/** What became of everything that was handed in to a run. */
import type { FailedForm } from "../batch/failed-forms.ts";
import type { Sourced } from "../batch/plan-batch.ts";
import type { FormHead } from "../batch/shelved-form.ts";
import type { UnpublishedOfDepartment } from "../gate/unpublished.ts";
import type { DataForm } from "../open-data/data-form.ts";
import type { Trouble } from "../trouble.ts";

export interface RunRecord {
  /** Those that are published. */
  readonly forms: readonly DataForm[];
  readonly unpublished: readonly UnpublishedOfDepartment[];
  readonly failed: readonly FailedForm[];
  /** What inputs and forms in them met while they were read. */
  readonly troubles: readonly Trouble[];
  /** The same to the letter as one that is published or not. */
  readonly duplicates: readonly Sourced<FormHead>[];
}
