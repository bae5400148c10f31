/** What makes two findings of two runs the same one. Files and lines play no part: a form may be handed in anew. */
import { createHash } from "node:crypto";
import type { Finding } from "@zipingbiao/core";
import type { FormHead } from "../check-forms.ts";

type Known = Pick<Finding, "rule" | "outcome" | "at" | "label" | "facts">;

/** The same rule says the same of the same row and column: nothing has changed but, perhaps, the row's number. */
export function sameWords(finding: Known): string {
  const { facts } = finding;
  const known = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([samePlace(finding), known]);
}

/** The same rule still speaks of the same row and column, though the values there may be others by now. */
export function samePlace({ rule, outcome, at, label }: Known): string {
  // A row is known by its name, not by its number; a row without a name has nothing but the number in its label.
  return JSON.stringify([rule, outcome, at.replaceAll(/\[\d+\]/gu, "[]"), label]);
}

/** The same project of the same unit and year. */
export function headKey({ fiscalYear, implementingUnit, projectName }: FormHead): string {
  return JSON.stringify([fiscalYear, implementingUnit, projectName]);
}

/** A short, stable name of a finding for systems that follow findings from run to run. */
export function fingerprint(finding: Known, form: FormHead | undefined): string {
  const text = JSON.stringify([form === undefined ? "" : headKey(form), samePlace(finding)]);
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
