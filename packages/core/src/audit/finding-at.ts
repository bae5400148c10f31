/** Observation → finding: the place with its words, the sentence and its sources. */
import type { Edition } from "../edition/edition.ts";
import type { Finding } from "../finding/finding.ts";
import type { Severity } from "../finding/severity.ts";
import type { FormPlace } from "../form/place-in-form.ts";
import type { Facts, RuleWords } from "./rule.ts";

/** What a check saw, without the place. */
export type Seen =
  | { readonly outcome: "violated"; readonly facts: Facts }
  | { readonly outcome: "uncheckable"; readonly reason: string };

export function findingAt(
  rule: RuleWords,
  severity: Severity,
  edition: Edition,
  place: FormPlace,
  seen: Seen,
): Finding {
  return {
    rule: rule.id,
    severity,
    outcome: seen.outcome,
    ...place,
    facts: seen.outcome === "violated" ? seen.facts : { reason: seen.reason },
    message: seen.outcome === "violated" ? rule.message(seen.facts) : `无法核对：${seen.reason}`,
    fix: rule.fix,
    basis: rule.basis(edition),
  };
}
