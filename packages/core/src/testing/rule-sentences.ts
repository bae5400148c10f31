/** What one rule says of the sample form with patches. */
import { auditForm } from "../audit/audit-form.ts";
import type { Patches, Rule } from "../audit/rule.ts";
import { findEdition } from "../edition/recognise.ts";
import { scoreForm } from "../scoring/score-form.ts";
import { sampleForm } from "./sample-form.ts";

/** A line a finding, `rule place: sentence`, in the order of the audit. */
export function ruleSentences(rule: Rule, patches: Patches): readonly string[] {
  const form = sampleForm(patches);
  const edition = findEdition(form.edition);
  if (edition === undefined) throw new Error(form.edition);
  const findings = auditForm(form, scoreForm(form, edition), edition, undefined, [rule]);
  return findings.map(({ at, message }) => `${rule.id} ${at}: ${message}`);
}
