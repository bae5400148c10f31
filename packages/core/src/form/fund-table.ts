/** 项目资金: four rows of six columns. */
import type { Cell } from "../place/cell.ts";
import type { FundRow } from "../place/form-path.ts";
import type { Money } from "../values/money.ts";
import type { Rate } from "../values/rate.ts";
import type { Score } from "../values/score.ts";

/** One fund row as printed. Only the total row has a weight and a score. */
export interface FundLine {
  readonly initialBudget: Cell<Money>;
  readonly annualBudget: Cell<Money>;
  readonly annualExecution: Cell<Money>;
  readonly weight: Cell<Score>;
  readonly executionRate: Cell<Rate>;
  readonly score: Cell<Score>;
}

export type FundTable = Readonly<Record<FundRow, FundLine>>;

/** The rows that should add up to the total row. */
export const FUND_PARTS = ["currentYearAppropriation", "carryover", "otherFunds"] as const satisfies readonly FundRow[];
