/** Something about a form that a reader should know. Made by rules only; never thrown. */
import type { Citation } from "../basis/citation.ts";
import { type FormPath, pathRank } from "../place/form-path.ts";
import type { Origin } from "../place/origin.ts";
import type { Severity } from "./severity.ts";

/** A rule that holds leaves no finding; one that cannot be checked (无法核对) says so. */
export type Outcome = "violated" | "uncheckable";

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly outcome: Outcome;
  readonly at: FormPath;
  /** The place in the form's own words: `年度资金总额 · 执行率`. */
  readonly label: string;
  /** What stands in the cell, `""` when it is blank or the place is no single cell. */
  readonly text: string;
  readonly origin?: Origin;
  /** What the rule saw, by name; all texts. */
  readonly facts: Readonly<Record<string, string>>;
  /** One Chinese sentence: what is wrong, or why it cannot be checked. */
  readonly message: string;
  readonly fix?: string;
  readonly basis: readonly Citation[];
}

/** Orders findings by place in the form, then by rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    pathRank(a.at) - pathRank(b.at) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0) ||
    (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
  );
}
