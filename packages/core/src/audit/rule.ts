/** What a rule is. One rule, one file below `rules/`; its id is its path; the registry is generated. */
import type { Citation } from "../basis/citation.ts";
import type { Edition } from "../edition/edition.ts";
import type { Outcome } from "../finding/finding.ts";
import type { Severity } from "../finding/severity.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { FormPath } from "../place/form-path.ts";
import type { Figure } from "../scoring/due.ts";
import type { ScoreSheet } from "../scoring/score-form.ts";

export type Facts = Readonly<Record<string, string>>;

/** What a rule may look at. It never sees another rule's result. */
export interface RuleContext {
  readonly form: SelfEvaluationForm;
  readonly edition: Edition;
  readonly sheet: ScoreSheet;
}

/** What a check yields: a place and typed facts, no prose; or a place that cannot be checked, with the reason. */
export type Observation<F extends Facts> =
  | { readonly outcome: "violated"; readonly at: FormPath; readonly facts: F }
  | { readonly outcome: "uncheckable"; readonly at: FormPath; readonly reason: string };

/** Patches of the sample form by path; see `testing/sample-form.ts`. */
export type Patches = Readonly<Record<string, string | number | object | null>>;

/** What a rule says of itself, whatever it looks at. */
export interface RuleWords<F extends Facts = Facts> {
  /** `group/defect`: names the defect, not the cure; never renamed once published. */
  readonly id: string;
  readonly title: string;
  /** What a finding weighs where neither the edition's rule pack nor the user's settings say otherwise. */
  readonly severity: Severity;
  /** Ids of the editions in which the rule applies. */
  readonly editions: "all" | readonly string[];
  /** The sources that the rule rests on in one edition. */
  readonly basis: (edition: Edition) => readonly Citation[];
  readonly why: string;
  readonly fix: string;
  /** Facts → one Chinese sentence, without a full stop. */
  readonly message: (facts: F) => string;
}

/** Run by the conformance test, over all rules: `bad` fires exactly this rule and `also`, `good` fires none. */
export interface Examples<E> {
  readonly bad: readonly E[];
  /** What every bad example brings out besides, such as `scores/total-mismatch violated`; best left out. */
  readonly also?: readonly `${string} ${Outcome}`[];
  readonly good: readonly E[];
  /** This rule cannot be checked and none is violated; empty for a rule that can always be checked. */
  readonly uncheckable: readonly E[];
}

/** A rule about one form. */
export interface Rule<F extends Facts = Facts> extends RuleWords<F> {
  readonly check: (context: RuleContext) => Iterable<Observation<F>>;
  readonly examples: Examples<Patches>;
}

/** Types the facts of a rule from its check, and hides them behind the general {@link Rule}. */
export function defineRule<F extends Facts>(rule: Rule<F>): Rule {
  // Facts reach `message` only from this rule's own `check`, so the narrower type is safe.
  return rule as unknown as Rule;
}

export function violated<F extends Facts>(at: FormPath, facts: F): Observation<F> {
  return { outcome: "violated", at, facts };
}

export function uncheckable(at: FormPath, reason: string): Observation<never> {
  return { outcome: "uncheckable", at, reason };
}

export interface PrintedAndDue extends Record<string, string> {
  readonly printed: string;
  readonly due: string;
}

/**
 * The observation that a figure of the score sheet gives rise to: none when it agrees, `violated` when it does not,
 * `uncheckable` when nothing is printed or nothing can be computed.
 */
export function* observe(figure: Figure): Iterable<Observation<PrintedAndDue>> {
  if (figure.agrees === true) return;
  if (figure.agrees === false) {
    yield violated(figure.at, { printed: figure.printed, due: "text" in figure.due ? figure.due.text : "" });
    return;
  }
  yield uncheckable(
    figure.at,
    figure.due.kind === "unknown"
      ? figure.due.reason
      : figure.printed === ""
        ? "表中空白"
        : `表中为「${figure.printed}」，不能识别`,
  );
}
