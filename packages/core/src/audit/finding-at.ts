/** Observation → finding: the place with its words, the sentence and its sources. */
import type { Citation } from "../basis/citation.ts";
import type { Edition } from "../edition/edition.ts";
import type { Finding } from "../finding/finding.ts";
import type { Severity } from "../finding/severity.ts";
import { maskPersonalData } from "../privacy/mask-personal-data.ts";
import type { FormPlace } from "../form/place-in-form.ts";
import type { Facts, RuleWords } from "./rule.ts";

/** What a check saw, without the place. */
export type Seen =
  | { readonly outcome: "violated"; readonly facts: Facts }
  | { readonly outcome: "uncheckable"; readonly reason: string };

/** Every text of a finding that a form can have words in is masked: findings are published, whatever rule made them. */
export function findingAt(
  rule: RuleWords,
  severity: Severity,
  edition: Edition,
  place: FormPlace,
  seen: Seen,
): Finding {
  const facts = seen.outcome === "violated" ? seen.facts : { reason: seen.reason };
  const message = seen.outcome === "violated" ? rule.message(seen.facts) : `无法核对：${seen.reason}`;
  return {
    rule: rule.id,
    severity,
    outcome: seen.outcome,
    ...place,
    label: maskPersonalData(place.label),
    text: maskPersonalData(place.text),
    facts: Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, maskPersonalData(fact)])),
    message: maskPersonalData(message),
    fix: rule.fix,
    basis: basisOf(rule, edition),
  };
}

const bases = new WeakMap<RuleWords, WeakMap<Edition, readonly Citation[]>>();

/** One list for all findings of a rule by an edition: thousands of forms have tens of thousands of findings. */
function basisOf(rule: RuleWords, edition: Edition): readonly Citation[] {
  const known = bases.get(rule) ?? new WeakMap<Edition, readonly Citation[]>();
  bases.set(rule, known);
  const basis = known.get(edition) ?? rule.basis(edition);
  known.set(edition, basis);
  return basis;
}
