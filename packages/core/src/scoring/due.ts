/** A computed figure beside the printed one. */
import type { Citation } from "../basis/citation.ts";
import type { FormPath } from "../place/form-path.ts";
import type { Decimal } from "../values/decimal.ts";

/**
 * What a cell should hold: one figure, a range (advice for qualitative results), a word (a grade),
 * or nothing that can be computed, with the reason as a Chinese phrase.
 */
export type Due =
  | { readonly kind: "exact"; readonly value: Decimal; readonly text: string }
  | { readonly kind: "range"; readonly low: Decimal; readonly high: Decimal; readonly text: string }
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "unknown"; readonly reason: string };

/**
 * One line of a score sheet. `strict` figures follow from others by arithmetic, so that a difference is an error;
 * the rest is advice. `agrees` is `undefined` when it cannot be told.
 */
export interface Figure {
  readonly at: FormPath;
  /** The wire's text of the printed cell, `""` when blank. */
  readonly printed: string;
  readonly due: Due;
  readonly strict: boolean;
  readonly agrees: boolean | undefined;
  readonly basis: Citation;
}

export const unknown = (reason: string): Due => ({ kind: "unknown", reason });
