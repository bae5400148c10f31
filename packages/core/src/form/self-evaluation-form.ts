/** 财政项目支出绩效自评表: the whole form, as printed. Made only by the wire codec (`wire/form-codec.ts`). */
import type { Cell } from "../place/cell.ts";
import { type FormPath, labelOf } from "../place/form-path.ts";
import type { Origin } from "../place/origin.ts";
import type { CurrencyUnit } from "../values/money.ts";
import type { Score } from "../values/score.ts";
import type { FundTable } from "./fund-table.ts";
import type { Indicator } from "./indicator.ts";

/** Text of the source that no field claimed. */
export interface Leftover {
  readonly text: string;
  readonly origin: Origin;
}

/**
 * A place that cannot be read (its field is blank) or is uncertain (its field holds the best candidate).
 * `reason` is a Chinese sentence for the clerk.
 */
export interface UnreadablePlace {
  readonly at: FormPath;
  readonly text: string;
  readonly origin: Origin;
  readonly reason: string;
  readonly candidates?: readonly string[] | undefined;
}

/** One changed cell of a revision; `derived` cells follow from what was asked. */
export interface RevisionChange {
  readonly at: FormPath;
  readonly before: string;
  readonly after: string;
  readonly cause: "asked" | "derived";
}

/** How this form differs from the one before; `previous` is the sha256 of that form's canonical JSON. */
export interface Revision {
  readonly number: number;
  readonly previous: string;
  readonly reason: string;
  readonly date: string;
  readonly changes: readonly RevisionChange[];
}

export interface SelfEvaluationForm {
  readonly edition: string;
  readonly fiscalYear: number;
  readonly title: string;
  readonly projectName: string;
  readonly projectCode?: string | undefined;
  readonly competentDepartment: string;
  readonly implementingUnit: string;
  readonly currencyUnit: CurrencyUnit;
  readonly funds: FundTable;
  readonly overallGoal: { readonly expected: string; readonly actual: string };
  readonly indicators: readonly Indicator[];
  readonly totalWeight: Cell<Score>;
  readonly totalScore: Cell<Score>;
  /** `null` when none is printed. */
  readonly rating: string | null;
  readonly notes?: string | undefined;
  readonly origin: Readonly<Record<FormPath, Origin>>;
  readonly leftovers: readonly Leftover[];
  readonly unreadable: readonly UnreadablePlace[];
  readonly revision?: Revision | undefined;
}

/** The label of a place with the row's own words: `时效指标 · 承诺时间到场运维及时率 · 得分`. */
export function labelIn(form: SelfEvaluationForm, path: FormPath): string {
  return labelOf(path, (row) => {
    const indicator = form.indicators[row];
    if (indicator === undefined) return undefined;
    return [indicator.level2 || indicator.level1, indicator.name].filter((part) => part !== "").join(" · ");
  });
}
