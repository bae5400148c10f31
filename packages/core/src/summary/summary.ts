/**
 * The figures of a report over any number of forms, of any years, editions and money units. Exact: sums first, one division
 * afterwards, nothing rounded. How figures are printed is settled in `print-figures.ts`.
 */
import type { Edition } from "../edition/edition.ts";
import type { FindingCounts } from "../finding/finding-counts.ts";
import type { Finding } from "../finding/finding.ts";
import type { Severity } from "../finding/severity.ts";
import type { FormPath, FundRow } from "../place/form-path.ts";
import type { Decimal } from "../values/decimal.ts";
import type { CurrencyUnit, Money } from "../values/money.ts";
import type { Rate } from "../values/rate.ts";
import type { Rounding } from "../values/rounding.ts";
import type { Score } from "../values/score.ts";
import type { ProjectLine } from "./entry.ts";
import type { IndicatorLine, IndicatorResults } from "./indicator-results.ts";

/** Which forms a summary is about. Names are as printed; of several spellings (marks, blanks, widths) the first by code point. */
export type SummaryScope =
  | { readonly kind: "all" }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "department"; readonly department: string }
  | { readonly kind: "unit"; readonly department: string; readonly unit: string };

/**
 * The whole, and the same shape one level down. A list of groups is empty where there is one group only. All forms are grouped by
 * year, by department and by unit; a department by year and by unit; a unit by year; a year no further. Of a group indicators,
 * problems, quotations and its own groups are reckoned when they are asked for, every time.
 */
export interface Summary {
  readonly scope: SummaryScope;
  /** The forms in the order of the publication (docs/decisions/0003). A summary of none is all zeros. */
  readonly projects: readonly ProjectLine[];
  readonly basics: Basics;
  readonly results: Results;
  readonly indicators: IndicatorResults;
  readonly problems: Problems;
  readonly quotations: Quotations;
  readonly byYear: readonly Summary[];
  readonly byDepartment: readonly Summary[];
  readonly byUnit: readonly Summary[];
}

/** 基本情况. */
export interface Basics {
  readonly forms: number;
  /** The different ones, ascending. */
  readonly years: readonly number[];
  /** The different ones as printed (one spelling each), by code point; a blank name is `""`. */
  readonly departments: readonly string[];
  /** As above, each with its department: two departments may have a unit of one name. */
  readonly units: readonly { readonly department: string; readonly unit: string }[];
  /** By id. */
  readonly editions: readonly Edition[];
  /** The unit in which amounts are to be printed: that of all forms, or 元 (in which every amount is whole to the 分) when they differ. The groups have that of the whole. */
  readonly currencyUnit: CurrencyUnit;
  /**
   * How rates are cut in print, counted in percent: as all the forms' editions do, or `REPORT_ROUNDING` where they differ.
   * The groups have that of the whole.
   */
  readonly rateRounding: Rounding;
  /** Σ of 年度资金总额 and of its three parts. */
  readonly funds: Readonly<Record<FundRow, FundSums>>;
}

/** Sums over forms of one fund row. */
export interface FundSums {
  /** 年初预算数, over the forms in which this cell was read. */
  readonly initialBudget: AmountSum;
  /** 全年预算数 and 全年执行数, both over the forms in which both cells were read, so that they can be compared. */
  readonly annualBudget: Money;
  readonly annualExecution: Money;
  /** Σ全年执行数 ÷ Σ全年预算数, not rounded; `undefined` when the budgets add up to zero. */
  readonly rate: Rate | undefined;
  /** Forms in the last two sums. */
  readonly counted: number;
  /** Cells for which a form is left out of the last two sums (one or two a form). Never counted as zero: 无法核对. */
  readonly leftOut: readonly LeftOutCell[];
}

export interface AmountSum {
  readonly sum: Money;
  readonly counted: number;
  readonly leftOut: readonly LeftOutCell[];
}

/** A cell that is in no sum because it is blank or cannot be read; `text` is what stands in it. */
export interface LeftOutCell {
  readonly project: ProjectLine;
  readonly at: FormPath;
  readonly kind: "blank" | "unreadable";
  readonly text: string;
}

/** 自评结果. */
export interface Results {
  /** Forms whose 总分 was read; all figures below but `printedGrades` are over these. */
  readonly counted: number;
  readonly leftOut: readonly LeftOutCell[];
  readonly sum: Score;
  /** Σ总分 ÷ forms, not rounded; `undefined` when no total was read. */
  readonly average: Decimal | undefined;
  /** Σ(总分 × 全年预算数) ÷ Σ全年预算数, not rounded, over forms of which both were read. */
  readonly weighted: { readonly average: Decimal | undefined; readonly counted: number };
  /** Lowest and highest total with the forms that have it. */
  readonly lowest: Extreme | undefined;
  readonly highest: Extreme | undefined;
  /** Forms by 评分等级 as printed, from the best down; other words after them by code point; forms without one under `undefined`, last. */
  readonly printedGrades: readonly GradeCount[];
  /** Forms by the grade that their total earns by their edition, from the best down; every band of the editions stands here, also with no form. */
  readonly dueGrades: readonly GradeCount[];
  /** Forms whose printed grade is not that of their total, for certain. */
  readonly gradesOff: readonly ProjectLine[];
  /** From the highest band down, all of them. */
  readonly bands: readonly ScoreBand[];
  readonly best: Ranking;
  readonly worst: Ranking;
  /** Forms with all points of their edition. */
  readonly fullMarks: number;
}

export interface Extreme {
  readonly score: Score;
  readonly projects: readonly ProjectLine[];
}

export interface GradeCount {
  /** `undefined`: none printed, or none due. */
  readonly label: string | undefined;
  readonly forms: number;
  /** Of these, forms whose due grade rests on a border without basis (80, 60). Zero for printed grades. */
  readonly unattested: number;
}

/** Totals from `from` up to, not including, `below`; the highest band has no upper, the lowest no lower end. */
export interface ScoreBand {
  readonly from: Score | undefined;
  readonly below: Score | undefined;
  readonly forms: number;
}

/**
 * The first or last forms by 总分, equals in the order of the publication. Equal totals have equal ranks (1, 2, 2, 4). All forms
 * of rank `limit` and better stand here; where equal totals would make that more than twice `limit`, the forms of the
 * last total are left out and told in `shared`.
 */
export interface Ranking {
  readonly limit: number;
  readonly places: readonly { readonly rank: number; readonly score: Score; readonly project: ProjectLine }[];
  readonly shared: { readonly rank: number; readonly score: Score; readonly forms: number } | undefined;
}

/** 存在问题: findings by rule. */
export interface Problems {
  /** Findings of all forms and of none. */
  readonly counts: FindingCounts;
  /** Forms with at least one finding; with one of severity error. */
  readonly forms: number;
  readonly formsWithErrors: number;
  /** Errors first, then warnings, notes and 无法核对, most findings first, then by rule id. */
  readonly rules: readonly RuleProblem[];
}

/** What one rule says, split by severity and outcome: the same rule may stand here twice. */
export interface RuleProblem {
  readonly rule: string;
  /** The rule's title, a Chinese phrase. */
  readonly title: string;
  readonly severity: Severity;
  readonly outcome: Finding["outcome"];
  /** The forms concerned, each once. */
  readonly projects: readonly ProjectLine[];
  /** In the order of the projects and of places in the form; those about no single form (`project` is `undefined`) last. */
  readonly findings: readonly { readonly project: ProjectLine | undefined; readonly finding: Finding }[];
}

/** What the forms say in 偏差原因分析及改进措施, quoted and not classified. Most frequent first, then in the order of first appearance. */
export interface Quotations {
  /** Notes of rows that lost points or missed their target. */
  readonly deviations: readonly Quotation[];
  /** Notes of other rows. */
  readonly remarks: readonly Quotation[];
}

/** A text and where it stands; texts that differ in blanks alone are one. Notes that give no reason (空白, 无) are not quoted. */
export interface Quotation {
  readonly text: string;
  /** At least one. */
  readonly lines: readonly IndicatorLine[];
}
