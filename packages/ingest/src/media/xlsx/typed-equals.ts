/** A target that begins with an equals sign (`=100(%)`), which a spreadsheet took for a formula and could not compute. */
import type { Doubt } from "../placed-text.ts";

/** Nothing longer is a target that was taken for a formula. */
export const MAX_TYPED = 60;
/** A number with a unit in brackets, which no spreadsheet can compute. */
const QUANTITY = /^\d+(?:\.\d+)?\s*[（(][^（()）!"]{1,30}[)）]$/u;

type Shown = { readonly text: string; readonly doubt: Doubt };

/** What was typed, in doubt: the program that took it for a formula may have shortened the number. */
export function typedEquals(formula: string, failure: string): Shown | undefined {
  if (!QUANTITY.test(formula)) return undefined;
  const text = `=${formula}`;
  const reason = `以等号开头的「${text}」被表格软件当成了公式，表上显示的是 ${failure.slice(0, 20)}；按键入的内容读取，小数末尾的零可能已经丢失`;
  return { text, doubt: { reason, candidates: [text, failure] } };
}

/** What a formula shows that could not be computed. */
export function failedFormula(failure: string): Shown {
  return { text: failure, doubt: { reason: `这一格是出错的公式（${failure.slice(0, 20)}）`, candidates: [failure] } };
}
