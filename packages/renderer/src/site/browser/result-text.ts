/** What is said of the rows that are shown. */
import { percentText, scaled, placesOf, sumText } from "../search/exact-sums.ts";
import type { PlacedRow } from "../search/choose-rows.ts";

/** Count and sums of the rows that were chosen, exact; `isNear`: none of them meets the whole query. */
export function resultText(chosen: readonly PlacedRow[], all: number, isNear: boolean): string {
  if (chosen.length === 0) return "没有符合条件的项目。可以减少几个字，或清除部分条件。";
  const isFigure = (text: string): boolean => scaled(text, placesOf(text)) !== undefined;
  // 两个数都有的才相加，这样合计之间可以相除。
  const counted = chosen.filter(({ row }) => isFigure(row.budget) && isFigure(row.execution));
  const budget = sumText(counted.map(({ row }) => row.budget));
  const execution = sumText(counted.map(({ row }) => row.execution));
  const rate = percentText(execution, budget);
  const left = chosen.length - counted.length;
  return [
    isNear ? "没有与全部字词相符的项目，下面是相近的。" : "",
    `符合条件的项目 ${chosen.length} 个（共 ${all} 个），全年预算数合计 ${budget} 万元，全年执行数合计 ${execution} 万元`,
    rate === undefined ? "" : `，总体执行率 ${rate}%`,
    left === 0 ? "。" : `；其中 ${left} 个的金额空白或无法识读，没有计入。`,
  ].join("");
}
