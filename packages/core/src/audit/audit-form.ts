/** Form × ScoreSheet → findings, by every rule of the registry that applies to the edition. */
import type { Edition } from "../edition/edition.ts";
import { type Finding, compareFindings } from "../finding/finding.ts";
import { type SelfEvaluationForm, labelIn } from "../form/self-evaluation-form.ts";
import type { ScoreSheet } from "../scoring/score-form.ts";
import { RULES } from "./registry.gen.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** All findings of a form in the order of its places; the same whatever the order of the rules. */
export function auditForm(
  form: SelfEvaluationForm,
  sheet: ScoreSheet,
  edition: Edition,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const context: RuleContext = { form, sheet, edition };
  return rules
    .filter((rule) => rule.editions === "all" || rule.editions.includes(edition.id))
    .flatMap((rule) => findingsOf(rule, context))
    .toSorted(compareFindings);
}

function findingsOf(rule: Rule, context: RuleContext): Finding[] {
  const { form, edition } = context;
  return [...rule.check(context)].map((observation): Finding => {
    const { at, outcome } = observation;
    const origin = form.origin[at];
    const facts = outcome === "violated" ? observation.facts : { reason: observation.reason };
    return {
      rule: rule.id,
      severity: rule.severity,
      outcome,
      at,
      label: labelIn(form, at),
      ...(origin === undefined ? {} : { origin }),
      facts,
      message: outcome === "violated" ? rule.message(observation.facts) : `无法核对：${observation.reason}`,
      fix: rule.fix,
      basis: rule.basis(edition),
    };
  });
}
