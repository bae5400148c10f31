/** What a volume is made of. */
import type { Edition, SelfEvaluationForm } from "@zipingbiao/core";
import type { FormHead, ShelvedForm } from "../batch/shelved-form.ts";
import { openForm } from "../batch/shelved-form.ts";
import type { UnpublishedForm } from "../gate/unpublished.ts";
import { knownEdition } from "../known-edition.ts";

/** A form that is opened when it is its turn. */
export interface HeldForm {
  readonly form: FormHead;
  readonly edition: Edition;
  /** The whole form, made anew at every call; nobody keeps it. */
  readonly open: () => SelfEvaluationForm;
}

/** Forms in the order of the publication, and those that are not in it. */
export interface VolumeContent {
  readonly forms: readonly HeldForm[];
  readonly unpublished: readonly UnpublishedForm[];
}

/** Throws a `Failure` for a form of an edition that is not known. */
export function heldForm(shelved: ShelvedForm): HeldForm {
  return { form: shelved.form, edition: knownEdition(shelved.form.edition), open: () => openForm(shelved) };
}
