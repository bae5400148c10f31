/** Labels that a page cuts: what stands above the next row goes on with the label of the group. */
import { completes, isLabelPrefix, isLevel1, isLevel2, isPointsOnly, isWholeLabel } from "../tables/labels.ts";
import type { Token } from "./token.ts";

/** Points are torn into no more pieces than these: （ / 50 / 分）. */
const MOST_PIECES = 3;

/** Whether a label may go on among these tokens: a torn one, or a whole one whose points the page has cut off. */
export function mayGoOn(label: string, tokens: readonly Token[]): boolean {
  if (label === "" || !isWholeLabel(label)) return label !== "";
  return tokens.some(({ first }, at) => {
    if (!first) return false;
    let points = "";
    for (const { text } of tokens.slice(at, at + MOST_PIECES)) {
      points += text;
      if (isPointsOnly(points) && completes(label, points)) return true;
    }
    return false;
  });
}

/** What it costs that `rest` goes on with `torn`. */
export function labelRestCost(torn: string, rest: string): number {
  const whole = torn + rest;
  if (!completes(torn, rest) || !isWholeLabel(whole)) return 5;
  if (isLevel1(whole) || isLevel2(whole)) return -0.5;
  return isLabelPrefix(torn) || whole.indexOf("指标") < whole.length - 2 ? 4 : 0.5;
}
