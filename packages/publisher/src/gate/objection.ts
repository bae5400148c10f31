/** What stands against publishing a form. */
import type { Finding, FormPath } from "@zipingbiao/core";
import type { PersonalDataPlace } from "./mask-form.ts";
import { PERSONAL_DATA_LABELS } from "./personal-data.ts";

/** One reason to hold a form back, unless it is waived. */
export interface Objection {
  /** A rule's id. */
  readonly rule: string;
  readonly at: FormPath;
  readonly label: string;
  /** One Chinese sentence without full stop. */
  readonly message: string;
  readonly fix?: string | undefined;
}

/**
 * Violated findings of severity error, then personal data of which no rule has spoken: `places` holds what is in any
 * text that would be published, and the rules need not know all of them.
 */
export function objectionsTo(findings: readonly Finding[], places: readonly PersonalDataPlace[]): readonly Objection[] {
  const violated = findings.filter((finding) => finding.outcome === "violated");
  const seen = new Set(violated.map(keyOf));
  const objections: Objection[] = violated.filter(({ severity }) => severity === "error");
  for (const { at, label, kind } of places) {
    const objection = {
      rule: `privacy/${kind}`,
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
