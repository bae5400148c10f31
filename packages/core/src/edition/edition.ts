/** An edition (制式): dated data about one official form. Scoring, rules and printing take it as an argument. */
import type { Citation } from "../basis/citation.ts";
import type { FundColumn, FundRow, IndicatorField } from "../place/form-path.ts";
import type { CurrencyUnit } from "../values/money.ts";
import type { Rounding, RoundingMode } from "../values/rounding.ts";
import type { Score } from "../values/score.ts";
import type { Grounded } from "./grounded.ts";
import type { RulePack } from "./rule-pack.ts";

/**
 * A grade is due from `from` points (inclusive) up to the next band above. Where `basis` is `unverified`,
 * `attested` says how far down the band was seen in published forms; below that no form is called wrong.
 */
export interface GradeBand {
  readonly label: string;
  /** Other spellings of the same grade, such as 优秀. */
  readonly spellings: readonly string[];
  readonly from: Score;
  readonly basis: Citation;
  readonly attested?: { readonly from: Score; readonly basis: Citation };
}

/** A tier of a qualitative result: the words that are printed, and the share of the weight that is due. */
export interface QualitativeTier {
  readonly words: readonly string[];
  /** Ratios of the weight, both ends included. */
  readonly low: string;
  readonly high: string;
  readonly basis: Citation;
}

/** The words that the official form prints; keys are the wire's names. */
export interface Captions {
  readonly title: string;
  readonly fiscalYear: (year: number) => string;
  readonly projectName: string;
  readonly competentDepartment: string;
  readonly implementingUnit: string;
  readonly funds: string;
  readonly fundRows: Readonly<Record<FundRow, string>>;
  readonly fundColumns: Readonly<Record<FundColumn, string>>;
  readonly overallGoal: string;
  readonly expectedGoal: string;
  readonly actualGoal: string;
  /** The column before 一级指标 that spans all indicator rows, where the form has one. */
  readonly indicatorBlock?: string;
  readonly indicatorColumns: Readonly<Record<IndicatorField, string>>;
  readonly total: string;
  /** The caption of the rating row, where the form has one. */
  readonly rating?: string;
  /** The word before the notes below the table. */
  readonly notes: string;
}

/**
 * Other spellings of an edition's captions that published forms of it have, printed with the caption of {@link Captions}.
 * A spelling stands for the whole caption; white space and the width of brackets never matter.
 */
export interface CaptionSpellings {
  readonly fundRows?: Partial<Record<FundRow, readonly string[]>>;
  readonly fundColumns?: Partial<Record<FundColumn, readonly string[]>>;
  readonly indicatorColumns?: Partial<Record<IndicatorField, readonly string[]>>;
  readonly notes?: readonly string[];
}

/**
 * How a printed figure may be cut where no source says how: by any of these modes, at any number of places from
 * `fewestPlaces` on. A figure that is cut up to the full 100 % or the full weight has lost what it tells.
 */
export interface AcceptedCuts {
  readonly modes: readonly RoundingMode[];
  readonly fewestPlaces: number;
}

export interface Edition {
  readonly id: string;
  readonly name: string;
  /** Fiscal years of which forms of this edition were seen. The captions decide what edition a form is, never the year. */
  readonly fiscalYearsSeen: readonly number[];
  readonly currencyUnit: CurrencyUnit;
  readonly captions: Captions;
  /** Where forms of this edition spell a caption otherwise. */
  readonly spellings?: CaptionSpellings;
  /** How the printed rate is cut, counted in percent. */
  readonly rateRounding: Grounded<Rounding>;
  /** Whether the rate is printed with a percent sign. */
  readonly rateWithPercentSign: boolean;
  /** Other cuts of the printed rate that are no error; only where `rateRounding` rests on nothing better than use. */
  readonly acceptedRates?: AcceptedCuts;
  readonly executionScoreRounding: Grounded<Rounding>;
  /** The same for the score of the execution. */
  readonly acceptedExecutionScores?: AcceptedCuts;
  /** Points of the execution rate. */
  readonly executionWeight: Grounded<Score>;
  readonly totalWeight: Grounded<Score>;
  /** That sums agree with what they add up. */
  readonly sums: Citation;
  /** From the best grade down. */
  readonly gradeBands: readonly GradeBand[];
  readonly qualitativeTiers: readonly QualitativeTier[];
  /** How a due score of a quantitative indicator is cut. Due scores of indicators are advice, never an error. */
  readonly indicatorScoreRounding: Grounded<Rounding>;
  /** What is printed in the cells of a fund part that never have a value, and in which columns; other blanks stay empty. */
  readonly dash: { readonly text: string; readonly columns: readonly FundColumn[] };
  readonly rulePack: RulePack;
}
