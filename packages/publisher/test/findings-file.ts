/** The text of `fixtures/expected-findings.json`: one finding a line, so that a difference reads like a list. */
import type { Finding } from "@zipingbiao/core";

export interface FormFindings {
  /** File, number of the form in it (from 1) and project; `across forms` for what is said of none in particular. */
  readonly name: string;
  readonly findings: readonly Finding[];
}

/**
 * Every form stands there, those without findings too; forms in the order of the inputs, findings in that of the audit.
 * Of a finding is kept where it is, which rule made it, what it weighs, and the sentence that a person judged.
 */
export function findingsText(forms: readonly FormFindings[]): string {
  const blocks = forms.map(({ name, findings }) => {
    const lines = findings.map(({ at, rule, severity, outcome, message }) =>
      oneLine({ at, rule, severity, outcome, message }),
    );
    const list = lines.length === 0 ? "[]" : `[\n    ${lines.join(",\n    ")}\n  ]`;
    return `  { "form": ${JSON.stringify(name)}, "findings": ${list} }`;
  });
  return `[\n${blocks.join(",\n")}\n]\n`;
}

function oneLine(fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{ ${pairs.join(", ")} }`;
}
