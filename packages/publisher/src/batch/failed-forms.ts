/** Forms that passed the gate and have no documents. */
import type { Trouble } from "../trouble.ts";
import type { PlannedForm } from "./plan-batch.ts";

/** A form with what making its documents met. */
export interface UnmadeForm {
  readonly planned: PlannedForm;
  readonly trouble: Trouble;
}

export interface FailedForm {
  readonly planned: PlannedForm;
  /** Of the trouble that it met. */
  readonly code: string;
  /** What happened, as the public is told; without full stop. */
  readonly reason: string;
}

export function failedForm({ planned, trouble }: UnmadeForm): FailedForm {
  return { planned, code: trouble.code, reason: publicReason(trouble) };
}

/** Why it came about may name folders of the machine, so only what happened is told. */
export function publicReason({ what }: Pick<Trouble, "what">): string {
  return what.replace(/[。\s]+$/u, "");
}
