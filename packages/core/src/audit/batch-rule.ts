/** What a rule across forms is. One rule, one file below `rules/across/`; ids and registry as for rules about one form. */
import type { Edition } from "../edition/edition.ts";
import type { FormPlace } from "../form/place-in-form.ts";
import type { Examples, Facts, Patches, RuleContext, RuleWords } from "./rule.ts";

/** A project that the user's settings say must be among the forms. */
export interface ExpectedProject {
  readonly projectName: string;
  /** 实施单位, where the same project name is expected of several. */
  readonly implementingUnit?: string | undefined;
}

/**
 * Where an observation belongs: to a form, to an entry of the list of expected projects (both count from 0), or to
 * many forms together, which `label` names: 「某单位的自评表」.
 */
export type BatchPlace =
  | { readonly form: number; readonly place: FormPlace }
  | { readonly expected: number }
  | { readonly batch: true; readonly label: string };

/** What a check across forms yields: a place and typed facts, or a place that cannot be checked, with the reason. */
export type BatchObservation<F extends Facts> = BatchPlace &
  ({ readonly outcome: "violated"; readonly facts: F } | { readonly outcome: "uncheckable"; readonly reason: string });

/** What a rule kept of a form; `form` counts from 0 over all forms of the batch. */
export interface Collected<D> {
  readonly form: number;
  readonly digest: D;
}

export interface BatchExample {
  /** One sample form each. */
  readonly forms: readonly Patches[];
  readonly expected?: readonly ExpectedProject[];
}

/**
 * A rule about forms side by side. Forms pass by one at a time and are not kept: `collect` takes from each what
 * `check` needs, places that it may report included (`placeIn`), and that is all the memory that a batch costs.
 * What a check says of a project must not depend on the order in which the forms passed by.
 */
export interface BatchRule<D = unknown, F extends Facts = Facts> extends RuleWords<F> {
  readonly collect: (context: RuleContext) => D;
  /**
   * `expected` is `undefined` when the user gave no list. `edition` is that of most forms, the first by id among
   * equals: its rule pack speaks where no single form does.
   */
  readonly check: (
    collected: readonly Collected<D>[],
    expected: readonly ExpectedProject[] | undefined,
    edition: Edition,
  ) => Iterable<BatchObservation<F>>;
  readonly examples: Examples<BatchExample>;
}

/** Types digest and facts of a rule from its own functions, and hides them behind the general {@link BatchRule}. */
export function defineBatchRule<D, F extends Facts>(rule: BatchRule<D, F>): BatchRule {
  // Digests and facts reach `check` and `message` from this rule's own functions only, so the narrower types are safe.
  return rule as unknown as BatchRule;
}
