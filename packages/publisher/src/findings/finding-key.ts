/** What makes two findings of two runs the same one: rule, form, place and facts. Files and lines play no part. */
import { createHash } from "node:crypto";
import type { Finding } from "@zipingbiao/core";
import type { FormHead } from "../check-forms.ts";

/** Equal keys, equal findings. A form is known by year, unit and project, however often it was handed in anew. */
export function findingKey(
  { rule, at, facts }: Pick<Finding, "rule" | "at" | "facts">,
  form: FormHead | undefined,
): string {
  const head = form === undefined ? [] : [form.fiscalYear, form.implementingUnit, form.projectName];
  const known = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([rule, head, at, known]);
}

/** A short, stable form of the key for systems that follow findings from run to run. */
export function fingerprint(finding: Pick<Finding, "rule" | "at" | "facts">, form: FormHead | undefined): string {
  return createHash("sha256").update(findingKey(finding, form)).digest("hex").slice(0, 32);
}
