/** The captions that tell each of a form's three heads, in every spelling of any edition. */
import { EDITIONS, type IndicatorField, fundColumnSpellings, indicatorColumnSpellings } from "@zipingbiao/core";

/** 年初预算数. */
export const FUND_MARKS: readonly string[] = EDITIONS.flatMap((edition) =>
  fundColumnSpellings(edition, "initialBudget"),
);
/** 实际完成情况. */
export const GOAL_MARKS: readonly string[] = EDITIONS.map(({ captions }) => captions.actualGoal);
/** 三级指标. */
export const INDICATOR_MARKS: readonly string[] = captionsOfAny("name");

/** All captions of a column of the indicators. */
export function captionsOfAny(...fields: readonly IndicatorField[]): string[] {
  return EDITIONS.flatMap((edition) => fields.flatMap((field) => indicatorColumnSpellings(edition, field)));
}
