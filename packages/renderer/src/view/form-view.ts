import type { FormAnchors } from "./anchors.ts";

/**
 * What a form's template may print: finished text only. A template lays these texts out; it never computes,
 * rounds, sorts or chooses a caption. A blank cell is `""`; a part that a form does not have is `null`.
 */
export interface FormView {
  readonly kind: "form";
  /** Id of the edition, which is also the folder of its template: `sh-2024`. */
  readonly edition: string;
  readonly about: AboutDocument;
  readonly anchors: FormAnchors;
  /** The line above the title that says which form of a volume it is; `null` for a form by itself. */
  readonly heading: FormHeading | null;
  readonly title: string;
  /** `（2024年度）` */
  readonly fiscalYear: string;
  readonly project: CaptionedText;
  readonly competentDepartment: CaptionedText;
  readonly implementingUnit: CaptionedText;
  readonly funds: FundsView;
  readonly overallGoal: GoalView;
  readonly indicators: IndicatorsView;
  readonly total: TotalView;
  /** The row 评分等级; `null` where neither the edition nor the form has one. */
  readonly rating: CaptionedText | null;
  /** 备注 below the table, where the form has one. */
  readonly notes: CaptionedText | null;
}

/** Number in the volume, project and unit. */
export interface FormHeading {
  readonly text: string;
  /** Whether it stands below the heading of a group. */
  readonly isBelowGroup: boolean;
}

/** What a document says of itself: window title, bookmarks, file properties. */
export interface AboutDocument {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  /** Words to find the file by. */
  readonly keywords: readonly string[];
}

export interface CaptionedText {
  readonly caption: string;
  readonly text: string;
}

export interface FundsView {
  /** `项目资金（万元）` */
  readonly caption: string;
  readonly columns: FundColumnTexts;
  /** 年度资金总额, then its parts, in the order of the form. */
  readonly rows: readonly FundRowView[];
}

/** One text for each fund column; amounts with thousands separators. */
export interface FundColumnTexts {
  readonly initialBudget: string;
  readonly annualBudget: string;
  readonly annualExecution: string;
  readonly weight: string;
  readonly executionRate: string;
  readonly score: string;
}

export interface FundRowView extends FundColumnTexts {
  readonly caption: string;
}

export interface GoalView {
  readonly caption: string;
  readonly expected: CaptionedText;
  readonly actual: CaptionedText;
}

export interface IndicatorsView {
  /** The caption 绩效指标 of a column that spans all rows and the total; `null` where the edition has none. */
  readonly block: { readonly caption: string; readonly span: number } | null;
  readonly columns: IndicatorTexts;
  readonly rows: readonly IndicatorRowView[];
}

/** One text for each indicator column. */
export interface IndicatorTexts {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: string;
  readonly score: string;
  readonly deviationNote: string;
}

/** A row of the indicator block. A label is `null` where the merged cell of a row above covers it. */
export interface IndicatorRowView extends Omit<IndicatorTexts, "level1" | "level2"> {
  readonly level1: MergedLabel | null;
  readonly level2: MergedLabel | null;
}

/** A label and the number of rows that it covers, itself included. */
export interface MergedLabel {
  readonly text: string;
  readonly span: number;
}

export interface TotalView {
  readonly caption: string;
  readonly weight: string;
  readonly score: string;
}
