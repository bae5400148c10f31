/** 年度指标值: a comparator and a quantity, or wording. */
import { type Quantity, parseQuantity } from "../values/quantity.ts";

/** The printed comparators, folded to one sign each (`<=` and `≤` are the same). */
export type Comparator = "≥" | ">" | "=" | "≤" | "<";

/** A target that can be compared, wording that a person must judge, or an empty cell. */
export type Target =
  | {
      readonly kind: "quantitative";
      readonly text: string;
      readonly comparator: Comparator;
      readonly quantity: Quantity;
    }
  | { readonly kind: "wording"; readonly text: string }
  | { readonly kind: "blank"; readonly text: "" };

const COMPARATORS: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:≥|>=|＞=|>＝|＞＝|≧|⩾|不低于|不少于)/u, "≥"],
  [/^(?:≤|<=|＜=|<＝|＜＝|≦|⩽|不高于|不超过)/u, "≤"],
  [/^(?:>|＞|大于)/u, ">"],
  [/^(?:<|＜|小于)/u, "<"],
  [/^(?:=|＝|等于)/u, "="],
];

/** Reads the text of a target cell. A bare number (`100%`) is an equality, as the forms of 2021 print it. */
export function readTarget(text: string): Target {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "blank", text: "" };
  for (const [pattern, comparator] of COMPARATORS) {
    const sign = pattern.exec(trimmed);
    if (sign === null) continue;
    const quantity = parseQuantity(trimmed.slice(sign[0].length));
    return quantity === undefined ? { kind: "wording", text } : { kind: "quantitative", text, comparator, quantity };
  }
  const bare = parseQuantity(trimmed);
  return bare === undefined
    ? { kind: "wording", text }
    : { kind: "quantitative", text, comparator: "=", quantity: bare };
}
