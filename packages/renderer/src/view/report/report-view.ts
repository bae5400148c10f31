/** 绩效自评汇总报告: what the report's template may print. Finished text only; a part that a report does not have is `null`. */
import type { ChartView } from "../chart-view.ts";
import type { AboutDocument } from "../form-view.ts";
import type { MergedLabel } from "../form-view.ts";

export interface ReportView {
  readonly kind: "report";
  readonly about: AboutDocument;
  /** The title's lines: whose report it is, of which years, and of what. */
  readonly title: readonly string[];
  readonly opening: readonly string[];
  readonly basics: BasicsView;
  readonly results: ResultsView;
  readonly indicators: IndicatorSummaryView;
  readonly problems: ProblemsView;
  readonly measures: MeasuresView;
  /** 编制说明 */
  readonly remarks: Passage;
  /** Either may be `""`. */
  readonly signature: { readonly unit: string; readonly date: string };
  readonly annexes: AnnexesView;
  readonly charts: ReportCharts;
}

/** Charts by the names that `data-chart` marks their places with. */
export interface ReportCharts {
  readonly rates: ChartView | null;
  readonly grades: ChartView | null;
  readonly spread: ChartView | null;
  readonly groups: ChartView | null;
}

/** A heading of the second level and what stands below it. */
export interface Passage {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

/** A table: `columns` are its headings, one text for each column. */
export interface TableView<Columns extends object, Row extends object = Columns> {
  /** Its number and what it shows. */
  readonly title: string;
  readonly columns: Columns;
  readonly rows: readonly Row[];
  /** A line below the table; `""` for none. */
  readonly remark: string;
}

/** 一、基本情况 */
export interface BasicsView {
  readonly heading: string;
  readonly projects: Passage;
  readonly funds: Passage & { readonly table: TableView<FundSumTexts> };
  /** `null` where there is one project only, or none with a rate. */
  readonly rates: Passage | null;
  /** By year, by department, by unit. */
  readonly comparisons: readonly (Passage & { readonly table: TableView<ComparisonTexts> })[];
}

export interface FundSumTexts {
  readonly source: string;
  readonly initialBudget: string;
  readonly annualBudget: string;
  readonly annualExecution: string;
  readonly rate: string;
}

export interface ComparisonTexts {
  readonly name: string;
  readonly forms: string;
  readonly annualBudget: string;
  readonly annualExecution: string;
  readonly rate: string;
  readonly average: string;
  readonly weighted: string;
}

/** 二、自评结果 */
export interface ResultsView {
  readonly heading: string;
  readonly scores: Passage & { readonly bands: TableView<BandTexts> | null };
  readonly grades: Passage & { readonly table: TableView<GradeTexts> | null };
  readonly ranks:
    | (Passage & { readonly best: TableView<RankTexts> | null; readonly worst: TableView<RankTexts> | null })
    | null;
  readonly spread: Passage | null;
}

export interface BandTexts {
  readonly band: string;
  readonly forms: string;
  readonly share: string;
}

export interface GradeTexts {
  readonly grade: string;
  readonly printed: string;
  readonly due: string;
}

export interface RankTexts {
  readonly rank: string;
  readonly project: string;
  readonly unit: string;
  readonly rate: string;
  readonly score: string;
}

/** 三、指标完成情况 */
export interface IndicatorSummaryView {
  readonly heading: string;
  readonly overall: Passage;
  readonly groups: TableView<GroupTexts, GroupRow> | null;
  readonly missed: Passage;
}

export interface GroupTexts {
  readonly level1: string;
  readonly level2: string;
  readonly indicators: string;
  readonly met: string;
  readonly missed: string;
  readonly unjudged: string;
  readonly weight: string;
  readonly score: string;
  readonly rate: string;
}

/** `level1` is `null` where the merged cell of a row above covers it. The last row is the sum of all. */
export interface GroupRow extends Omit<GroupTexts, "level1"> {
  readonly level1: MergedLabel | null;
}

/** 四、存在问题 */
export interface ProblemsView {
  readonly heading: string;
  readonly findings: Passage & { readonly table: TableView<RuleTexts> | null };
  readonly reasons: Passage & { readonly table: TableView<ReasonTexts> | null };
}

export interface RuleTexts {
  readonly kind: string;
  readonly problem: string;
  readonly places: string;
  readonly projects: string;
}

export interface ReasonTexts {
  readonly level1: string;
  readonly missed: string;
  readonly deducted: string;
  readonly told: string;
  readonly untold: string;
}

/** 五、改进措施 */
export interface MeasuresView {
  readonly heading: string;
  readonly deviations: Passage & { readonly table: TableView<QuoteTexts> | null };
  /** Notes of rows that lost nothing. */
  readonly others: (Passage & { readonly table: TableView<QuoteTexts> }) | null;
}

export interface QuoteTexts {
  readonly number: string;
  readonly quote: string;
  readonly source: string;
}

/** 附表 */
export interface AnnexesView {
  readonly projects: AnnexView<ProjectTexts>;
  readonly missed: AnnexView<MissedTexts> | null;
  readonly findings: AnnexView<FindingTexts> | null;
}

/** A list over pages, in groups that have a row of their own as heading; `heading` is `""` where there is one group only. */
export interface AnnexView<Row extends object> {
  readonly label: string;
  readonly title: string;
  readonly columns: Row;
  /** Empty where there are too many rows for a document; then the table is left out and `remark` says where they are. */
  readonly groups: readonly { readonly heading: string; readonly rows: readonly Row[] }[];
  readonly remark: string;
}

export interface ProjectTexts {
  readonly number: string;
  readonly project: string;
  readonly unit: string;
  readonly annualBudget: string;
  readonly annualExecution: string;
  readonly rate: string;
  readonly score: string;
  readonly grade: string;
}

export interface MissedTexts {
  readonly group: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: string;
  readonly score: string;
  readonly reason: string;
}

export interface FindingTexts {
  readonly kind: string;
  readonly place: string;
  readonly text: string;
  readonly message: string;
}
