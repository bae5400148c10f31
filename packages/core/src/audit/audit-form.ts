/** Form × ScoreSheet → findings, by every rule of the registry that applies to the edition. */
import type { Edition } from "../edition/edition.ts";
import { type Finding, compareFindings } from "../finding/finding.ts";
import { placeIn } from "../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { ScoreSheet } from "../scoring/score-form.ts";
import { findingAt } from "./finding-at.ts";
import { RULES } from "./registry.gen.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { NO_SETTINGS, type RuleSettings, severityOf } from "./rule-settings.ts";

/** All findings of a form in the order of its places; the same whatever the order of the rules. */
export function auditForm(
  form: SelfEvaluationForm,
  sheet: ScoreSheet,
  edition: Edition,
  settings: RuleSettings = NO_SETTINGS,
  rules: readonly Rule[] = RULES,
): readonly Finding[] {
  const context: RuleContext = { form, sheet, edition };
  return rules.flatMap((rule) => findingsOf(rule, context, settings)).toSorted(compareFindings);
}

function findingsOf(rule: Rule, context: RuleContext, settings: RuleSettings): readonly Finding[] {
  const severity = severityOf(rule, context.edition, settings);
  if (severity === "off") return [];
  return Array.from(rule.check(context), (observation) =>
    findingAt(rule, severity, context.edition, placeIn(context.form, observation.at), observation),
  );
}
