/** What a summary is made of: a form with everything that was computed of it, and the line it becomes. */
import type { Edition, GradeBand } from "../edition/edition.ts";
import type { Finding } from "../finding/finding.ts";
import type { SelfEvaluationForm } from "../form/self-evaluation-form.ts";
import type { Cell } from "../place/cell.ts";
import type { FundRow } from "../place/form-path.ts";
import type { ScoreSheet } from "../scoring/score-form.ts";
import type { CurrencyUnit, Money } from "../values/money.ts";
import type { Rate } from "../values/rate.ts";
import type { Score } from "../values/score.ts";

/** One form handed to `summarise`. */
export interface SummaryEntry {
  /** Tells forms apart that are alike in year, department, unit and project: the hash of the published form. */
  readonly key: string;
  readonly form: SelfEvaluationForm;
  readonly edition: Edition;
  readonly sheet: ScoreSheet;
  /** All findings of the form, those of rules across forms too. */
  readonly findings: readonly Finding[];
}

/**
 * The money cells of a fund row, the rate that the form prints, and the exact rate of these two amounts. The two differ
 * where a form is wrong; which one a list shows, it says.
 */
export interface FundAmounts {
  readonly initialBudget: Cell<Money>;
  readonly annualBudget: Cell<Money>;
  readonly annualExecution: Cell<Money>;
  readonly printedRate: Cell<Rate>;
  /** 全年执行数 ÷ 全年预算数, not rounded; or why there is none. */
  readonly rate:
    | { readonly kind: "rate"; readonly rate: Rate }
    | { readonly kind: "none"; readonly reason: "blank" | "unreadable" | "zero-budget" };
}

/** The grade that an edition gives a total. `attested` is false where the border of the band has no basis (`GradeBand.attested`). */
export interface DueGrade {
  readonly band: GradeBand;
  readonly attested: boolean;
}

/** One form in a summary. The same object stands wherever the summary names the form, in the groups too. */
export interface ProjectLine {
  /** From 1, in the order of the publication, over all forms of the summary; the groups keep it. */
  readonly number: number;
  readonly key: string;
  readonly fiscalYear: number;
  /** 主管部门, 实施单位 and 项目名称 as printed; `""` where blank. */
  readonly department: string;
  readonly unit: string;
  readonly projectName: string;
  readonly edition: Edition;
  /** The unit in which the form prints its amounts. */
  readonly currencyUnit: CurrencyUnit;
  readonly funds: Readonly<Record<FundRow, FundAmounts>>;
  /** 分值 and 得分 of the execution rate. */
  readonly executionWeight: Cell<Score>;
  readonly executionScore: Cell<Score>;
  /** 总分 as printed. */
  readonly totalScore: Cell<Score>;
  /** 评分等级 as printed, blanks removed; `undefined` where none is printed, as in editions without that row. */
  readonly printedGrade: string | undefined;
  /** `undefined` where the total cannot be read or lies below every band. */
  readonly dueGrade: DueGrade | undefined;
  /** Whether the printed grade is that of the total; `undefined` where nobody can tell. */
  readonly gradeAgrees: boolean | undefined;
  readonly findings: readonly Finding[];
}
