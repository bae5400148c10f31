/** How much a finding weighs. */

/** error 差错: wrong for certain · warning 疑点: a person must look · note 提示: worth knowing. */
export type Severity = "error" | "warning" | "note";

export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { error: "差错", warning: "疑点", note: "提示" };

const WEIGHTS: Readonly<Record<Severity, number>> = { error: 3, warning: 2, note: 1 };

/** Whether `severity` is `limit` or heavier. */
export function atLeast(severity: Severity, limit: Severity): boolean {
  return WEIGHTS[severity] >= WEIGHTS[limit];
}
