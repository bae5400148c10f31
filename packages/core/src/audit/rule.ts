/** What a rule is. One rule, one file below `rules/`; its id is its path; the registry is generated. */
import type { Citation } from "../basis/citation.ts";
import type { Edition } from "../edition/edition.ts";
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
export type Patches = Readonly<Record<string, string | null>>;

export interface Rule<F extends Facts = Facts> {
  /** `group/defect`: names the defect, not the cure; never renamed once published. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Ids of the editions in which the rule applies. */
  readonly editions: "all" | readonly string[];
  /** The sources that the rule rests on in one edition. */
  readonly basis: (edition: Edition) => readonly Citation[];
  readonly why: string;
  readonly fix: string;
  readonly check: (context: RuleContext) => Iterable<Observation<F>>;
  /** Facts → one Chinese sentence. */
  readonly message: (facts: F) => string;
  /** Run by the conformance test: each `bad` and `uncheckable` fires this rule alone, each `good` none. */
  readonly examples: {
    readonly bad: readonly Patches[];
    readonly good: readonly Patches[];
    readonly uncheckable: readonly Patches[];
  };
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
