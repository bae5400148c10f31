/** What stands against publishing a form. */
import type { Finding, FormPath } from "@zipingbiao/core";
import type { PersonalDataPlace } from "./mask-form.ts";
import { PERSONAL_DATA_LABELS } from "./personal-data.ts";
import { isPrivacyRule } from "./waiver-file.ts";

/** One reason to hold a form back, unless it is waived. */
export interface Objection {
  /** A rule's id, or {@link UNSEEN_PERSONAL_DATA}. */
  readonly rule: string;
  readonly at: FormPath;
  readonly label: string;
  /** One Chinese sentence without full stop. */
  readonly message: string;
  readonly fix?: string | undefined;
}

/** Personal data in a member that is published but that no rule looks at, such as text that no field claimed. */
export const UNSEEN_PERSONAL_DATA = "privacy/beyond-cells";

/** Violated findings of severity error, then personal data where no rule has spoken. */
export function objectionsTo(findings: readonly Finding[], places: readonly PersonalDataPlace[]): readonly Objection[] {
  const violated = findings.filter((finding) => finding.outcome === "violated");
  const spoken = new Set(violated.filter(({ rule }) => isPrivacyRule(rule)).map(({ at }) => at));
  return [
    ...violated.filter(({ severity }) => severity === "error"),
    ...places
      .filter(({ at }) => !spoken.has(at))
      .map(({ at, label, kind }) => ({
        rule: UNSEEN_PERSONAL_DATA,
        at,
        label,
        message: `含有${PERSONAL_DATA_LABELS[kind]}`,
        fix: "从来源中删去，或用 --mask 遮盖后公开。",
      })),
  ];
}
