/** 指标完成情况: what became of the indicators, by group. */
import type { Cell } from "../place/cell.ts";
import type { Decimal } from "../values/decimal.ts";
import type { Score } from "../values/score.ts";
import type { ProjectLine } from "./entry.ts";

/**
 * 完成 · 未完成 · 无法判断. `by` says on what a judgement rests: `figures` compares target and actual value (as all rules
 * do, see `audit/achievement.ts`); `wording` takes the form's own word for a target that is no figure: 达成指标 and its like
 * count as met, 部分达成指标并具有一定效果, 未达成指标 and wording such as 未完成 as missed. `reason` is a Chinese phrase.
 */
export type Judgement =
  | { readonly kind: "met" | "missed"; readonly by: "figures" | "wording" }
  | { readonly kind: "unjudged"; readonly reason: string };

/** One row of the indicator table of one form. The same object stands wherever the summary names the row. */
export interface IndicatorLine {
  readonly project: ProjectLine;
  /** From 0, in the form. */
  readonly row: number;
  /** 一级, 二级 and 三级指标 as printed, outer blanks removed. */
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** 年度指标值 and 实际完成值 as printed. */
  readonly target: string;
  readonly actual: string;
  readonly weight: Cell<Score>;
  readonly score: Cell<Score>;
  /** Weight − score, in points, where both were read; below zero where the score is higher. */
  readonly lost: Decimal | undefined;
  readonly judgement: Judgement;
  /** 偏差原因分析及改进措施, outer blanks removed. */
  readonly note: string;
  /** Whether the note gives a reader anything to judge: a blank, 无 or a mere unit does not (`audit/deviation-reason.ts`). */
  readonly givesReason: boolean;
}

/** Points of rows whose weight and score were both read. */
export interface PointsSum {
  readonly weight: Score;
  readonly score: Score;
  /** Weight − score, in points. */
  readonly lost: Decimal;
  /** 得分率, Σ得分 ÷ Σ分值 as a ratio, not rounded; `undefined` when the weights add up to zero. */
  readonly rate: Decimal | undefined;
  /** Rows in the sums, and rows left out because a cell is blank or cannot be read. */
  readonly counted: number;
  readonly leftOut: number;
}

/** met + missed + unjudged = indicators. */
export interface IndicatorCounts {
  readonly indicators: number;
  readonly met: number;
  readonly missed: number;
  readonly unjudged: number;
  /** Of `met` and `missed`: those that rest on the form's own word. */
  readonly metByWording: number;
  readonly missedByWording: number;
  /** Rows that were given their whole weight (above zero). */
  readonly fullMarks: number;
  readonly points: PointsSum;
}

/** A 二级指标; `label` is `""` where none is printed. */
export interface IndicatorGroup extends IndicatorCounts {
  readonly label: string;
}

/** A 一级指标 with its 二级指标. */
export interface IndicatorSection extends IndicatorGroup {
  readonly groups: readonly IndicatorGroup[];
}

/**
 * Groups stand in the order of the official forms (成本, 产出, 效益, 满意度), unknown labels after them by code point, the
 * blank label last. Labels are joined when they differ in blanks alone; nothing else is corrected.
 */
export interface IndicatorResults {
  readonly all: IndicatorCounts;
  readonly sections: readonly IndicatorSection[];
  /** 执行率 with its weight and score: the part of the total that is no indicator. */
  readonly execution: PointsSum;
  /** Every row, in the order of the projects and of the form. */
  readonly lines: readonly IndicatorLine[];
  readonly missed: readonly IndicatorLine[];
  /** Why rows cannot be judged: most frequent first, then by code point. */
  readonly unjudgedReasons: readonly { readonly reason: string; readonly indicators: number }[];
  /** Rows with a score below their weight (weight above zero, score not below), met or missed. */
  readonly deducted: readonly IndicatorLine[];
  /** Of these, the rows that give no reason, as rule `scores/deduction-without-reason` counts them. */
  readonly deductedWithoutReason: readonly IndicatorLine[];
}
