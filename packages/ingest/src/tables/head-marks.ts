/** The captions of a form, in every spelling of any edition: those that tell each of its three heads, and all. */
import {
  EDITIONS,
  FUND_COLUMNS,
  FUND_ROWS,
  INDICATOR_FIELDS,
  type IndicatorField,
  fundColumnSpellings,
  fundRowSpellings,
  indicatorColumnSpellings,
} from "@zipingbiao/core";
import { foldCaption } from "../lines/normalise.ts";

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

const HEADER_CAPTIONS: ReadonlySet<string> = new Set(
  EDITIONS.flatMap(({ captions }) => [
    captions.projectName,
    captions.competentDepartment,
    captions.implementingUnit,
  ]).map(foldCaption),
);

const CAPTIONS: ReadonlySet<string> = new Set(
  EDITIONS.flatMap((edition) => {
    const { captions } = edition;
    return [
      captions.funds,
      captions.overallGoal,
      captions.expectedGoal,
      captions.actualGoal,
      ...(captions.indicatorBlock === undefined ? [] : [captions.indicatorBlock]),
      captions.total,
      ...(captions.rating === undefined ? [] : [captions.rating]),
      ...FUND_COLUMNS.flatMap((column) => fundColumnSpellings(edition, column)),
      ...FUND_ROWS.flatMap((row) => fundRowSpellings(edition, row)),
      ...INDICATOR_FIELDS.flatMap((field) => indicatorColumnSpellings(edition, field)),
    ];
  }).map(foldCaption),
);

/** Whether a text is a whole caption of any edition. */
export function isCaption(text: string): boolean {
  return isHeaderCaption(text) || isAmong(CAPTIONS, text);
}

/** 项目名称、主管部门、实施单位. */
export function isHeaderCaption(text: string): boolean {
  return isAmong(HEADER_CAPTIONS, text);
}

function isAmong(captions: ReadonlySet<string>, text: string): boolean {
  return text.length <= 60 && captions.has(foldCaption(text));
}
