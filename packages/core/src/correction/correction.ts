/** What is asked of a correction (更正), and what comes of it. */
import type { RevisionChange, SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { FormPath } from "../place/form-path.ts";
import type { WireText } from "./wire-cells.ts";

/** One cell that is to say something else: the text as it stands on the wire, `null` for a blank. */
export interface AskedChange {
  readonly at: FormPath;
  readonly after: WireText;
}

export interface AboutCorrection {
  /** 更正原因; must say something. */
  readonly reason: string;
  /** 更正日期, `YYYY-MM-DD`. */
  readonly date: string;
  /** sha256 of a text, 64 hexadecimal digits; core itself computes no hashes. */
  readonly sha256: (text: string) => string;
}

/** A derived cell whose input changed and which nobody can compute from this form. `reason` is a Chinese phrase. */
export interface LeftCell {
  readonly at: FormPath;
  readonly label: string;
  readonly reason: string;
}

export type RefusalCode =
  | "nothing-asked"
  | "reason-missing"
  | "date-invalid"
  | "unknown-place"
  | "unreadable-value"
  | "asked-twice"
  | "no-change"
  | "contradiction";

/** Why a correction is not made: 什么 / 为何 / 怎么办, Chinese sentences without a full stop. */
export interface CorrectionRefusal {
  readonly code: RefusalCode;
  /** The place that is meant, `""` when it is the correction as a whole. */
  readonly at: FormPath;
  readonly what: string;
  readonly why: string;
  readonly next: string;
}

/** The next revision of a form. */
export interface Corrected {
  readonly kind: "corrected";
  readonly form: SelfEvaluationForm;
  /** The changes of the new revision, in the order of the form. */
  readonly changes: readonly RevisionChange[];
  readonly left: readonly LeftCell[];
  /** Whether the last correction was taken back: the form says again what it said before that one. */
  readonly restored: boolean;
}

export type Correction =
  | Corrected
  | { readonly kind: "refused"; readonly refusals: readonly [CorrectionRefusal, ...CorrectionRefusal[]] };
