/** The rules of all cells to fill in of the form's sheet; one rule for a column of indicators. */
import {
  type Edition,
  FUND_COLUMNS,
  FUND_PARTS,
  type FormPath,
  INDICATOR_FIELDS,
  fundPath,
  indicatorPath,
} from "@zipingbiao/core";
import type { InputRule } from "../../sheet/laid-sheet.ts";
import { inputRule } from "./input-rules.ts";

const SINGLE: readonly FormPath[] = [
  "fiscalYear",
  "projectName",
  "competentDepartment",
  "implementingUnit",
  "funds.total.weight",
  "overallGoal.expected",
  "overallGoal.actual",
  "rating",
];

export function formInputs(fields: ReadonlyMap<FormPath, string>, edition: Edition, indicators: number): InputRule[] {
  const over = (first: FormPath, last: FormPath): InputRule[] => {
    const [from, to] = [fields.get(first), fields.get(last)];
    const rule = inputRule(first, edition);
    if (from === undefined || to === undefined || rule === undefined) return [];
    return [{ ...rule, range: from === to ? from : `${from}:${to}` }];
  };
  const [firstPart, lastPart] = [FUND_PARTS[0], FUND_PARTS.at(-1) ?? FUND_PARTS[0]];
  return [
    ...SINGLE.flatMap((at) => over(at, at)),
    ...FUND_COLUMNS.slice(0, 3).flatMap((column) => over(fundPath(firstPart, column), fundPath(lastPart, column))),
    ...INDICATOR_FIELDS.flatMap((field) => over(indicatorPath(0, field), indicatorPath(indicators - 1, field))),
  ];
}
