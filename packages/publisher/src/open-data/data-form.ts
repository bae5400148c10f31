/** A published form as the tables about all of them need it: its head, and a way to open the rest when its turn comes. */
import type { Finding, SelfEvaluationForm } from "@zipingbiao/core";
import type { PlannedForm } from "../batch/plan-batch.ts";
import type { WaivedObjection } from "../gate/pass-gate.ts";

export interface DataForm {
  readonly planned: Omit<PlannedForm, "packed">;
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedObjection[];
  /** Printed pages of its PDFs. */
  readonly pages: number;
  /** The whole form, read anew at every call; not to be kept. */
  open(): SelfEvaluationForm;
}
