/** What stands against publishing a form. */
import type { Finding, FormPath, Origin, Severity } from "@zipingbiao/core";
import type { PersonalDataPlace } from "./mask-form.ts";
import { PERSONAL_DATA_LABELS, isPrivacyRule } from "./personal-data.ts";

/** One reason to hold a form back, unless it is waived. */
export interface Objection {
  /** A rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  readonly at: FormPath;
  readonly label: string;
  readonly origin?: Origin | undefined;
  /** One Chinese sentence without full stop. */
  readonly message: string;
  readonly fix?: string | undefined;
}

/**
 * Violated findings of severity error and those on personal data and secrets, whatever their severity: what cannot be
 * called back is published only when somebody has looked. Then personal data of which no rule has spoken: `places`
 * holds what is in any text that would be published, and the rules need not know all of them.
 */
export function objectionsTo(findings: readonly Finding[], places: readonly PersonalDataPlace[]): readonly Objection[] {
  const violated = findings.filter((finding) => finding.outcome === "violated");
  const seen = new Set(violated.map(keyOf));
  const objections: Objection[] = violated.filter(({ severity, rule }) => severity === "error" || isPrivacyRule(rule));
  for (const { at, label, kind } of places) {
    const objection: Objection = {
      rule: `privacy/${kind}`,
      severity: "error",
      at,
      label,
      message: `含有${PERSONAL_DATA_LABELS[kind]}`,
      fix: "从来源中删去，或用 --mask 遮盖后公开。",
    };
    if (!seen.has(keyOf(objection))) objections.push(objection);
    seen.add(keyOf(objection));
  }
  return objections;
}

function keyOf({ rule, at }: Pick<Objection, "rule" | "at">): string {
  return `${rule} ${at}`;
}
