/** What the rules ask of an edition: severities that differ from the rules' own, and the figures at which a rule speaks. */
import type { Severity } from "../finding/severity.ts";
import type { Decimal } from "../values/decimal.ts";
import type { Score } from "../values/score.ts";
import type { Grounded } from "./grounded.ts";

/** 一级指标 → points. */
export type GroupWeights = Readonly<Record<string, Score>>;

export interface RulePack {
  /** By rule id, where the edition differs from the rule: another severity, or `off`. */
  readonly severities: Readonly<Record<string, Severity | "off">>;
  readonly tolerances: Tolerances;
}

export interface Tolerances {
  /** An execution rate below this ratio asks for a reason. */
  readonly lowExecutionRate: Grounded<Decimal>;
  /** From this multiple of its target on an actual value is far above it. */
  readonly farAboveTarget: Grounded<Decimal>;
  /** An actual value that exceeds its target by less than this many of its units is not far above it: 2 reports instead of 1 are no wonder. */
  readonly farAboveExcess: Grounded<Decimal>;
  /** From this many percent on a figure is hardly a percentage; its unit was left as the entry form proposed it. */
  readonly implausiblePercentage: Grounded<Decimal>;
  /** 一级指标 of which a form has at least one row. */
  readonly requiredGroups: Grounded<readonly string[]>;
  /** 二级指标 → the 一级指标 under which it belongs; labels without their ending 指标. Others are nobody's business. */
  readonly groupsOfSubgroups: Grounded<Readonly<Record<string, readonly string[]>>>;
  /** From this share of its weight on, a score that differs from the proportional one is remarkable. */
  readonly scoreOffProportion: Grounded<Decimal>;
  /** Sums of 分值 by 一级指标 that were seen in more than one form; a form that follows none of them is off the norm. */
  readonly groupWeights: Grounded<readonly GroupWeights[]>;
  /** The most points that one indicator was seen to have. */
  readonly indicatorWeightCap: Grounded<Score>;
  /** From this many rows on, the same deduction or the same reason on every one of them is remarkable. */
  readonly repeatedRows: Grounded<number>;
  /** Texts shorter than this many characters, marks aside, are too short to be called copied. */
  readonly copiedLength: Grounded<number>;
  /** From this likeness on (`audit/likeness.ts`, 0 to 1) a text counts as copied. */
  readonly copiedLikeness: Grounded<number>;
  /** From this share of forms with full marks on, a batch is remarkable. */
  readonly fullMarksShare: Grounded<Decimal>;
  /** A share of fewer forms than this says nothing about a batch. */
  readonly fullMarksForms: Grounded<number>;
  /** From this share of the forms on, what they have in common makes the others odd. */
  readonly commonShare: Grounded<Decimal>;
  /** Two deductions for the same miss differ from this share of the weight on. */
  readonly unequalDeduction: Grounded<Decimal>;
  /** From this likeness on a project's name may be another spelling of an expected one. */
  readonly similarName: Grounded<number>;
}
