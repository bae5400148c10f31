/** What a user may change about the rules: plain data, never code. */
import type { Edition } from "../edition/edition.ts";
import type { Severity } from "../finding/severity.ts";
import type { ExpectedProject } from "./batch-rule.ts";
import type { RuleWords } from "./rule.ts";

export interface RuleSettings {
  /** By rule id: another severity, or `off`. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** `undefined` when the user gave no list; an empty list expects nothing. */
  readonly expectedProjects?: readonly ExpectedProject[] | undefined;
}

export const NO_SETTINGS: RuleSettings = { rules: {} };

/** What a rule weighs in an edition: the user's word first, then the edition's, then the rule's own; `off` where it does not run. */
export function severityOf(
  rule: Pick<RuleWords, "id" | "severity" | "editions">,
  edition: Edition,
  settings: RuleSettings,
): Severity | "off" {
  if (rule.editions !== "all" && !rule.editions.includes(edition.id)) return "off";
  return settings.rules[rule.id] ?? edition.rulePack.severities[rule.id] ?? rule.severity;
}
