/** 年度指标值: a comparator and a quantity, or wording. */
import { remember } from "../values/remember.ts";
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
  [/^(?:≥|>=|＞=|>＝|＞＝|≧|⩾|不低于|不少于|不小于|至少|大于或?等于)/u, "≥"],
  [/^(?:≤|<=|＜=|<＝|＜＝|≦|⩽|不高于|不超过|不多于|不大于|至多|小于或?等于)/u, "≤"],
  [/^(?:>|＞|大于|高于|超过)/u, ">"],
  [/^(?:<|＜|小于|低于)/u, "<"],
  [/^(?:=|＝|等于)/u, "="],
];

/** The limits that stand behind the number: 90%以上, 24小时内. Both take the number itself in. */
const LIMITS: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:[（(]含[)）]|及)?以上$/u, "≥"],
  [/(?:[（(]含[)）]|及)?(?:以下|以内|之内|内)$/u, "≤"],
];

/** Reads the text of a target cell. A bare number (`100%`) is an equality, as the forms of 2021 print it. */
export const readTarget: (text: string) => Target = remember(targetOf, 2048);

function targetOf(text: string): Target {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "blank", text: "" };
  for (const [pattern, comparator] of COMPARATORS) {
    const sign = pattern.exec(trimmed);
    if (sign === null) continue;
    const rest = trimmed.slice(sign[0].length);
    const quantity = parseQuantity(limitOf(rest)?.rest ?? rest);
    return quantity === undefined ? { kind: "wording", text } : { kind: "quantitative", text, comparator, quantity };
  }
  const limit = limitOf(trimmed);
  const bare = parseQuantity(limit?.rest ?? trimmed);
  return bare === undefined
    ? { kind: "wording", text }
    : { kind: "quantitative", text, comparator: limit?.comparator ?? "=", quantity: bare };
}

function limitOf(text: string): { readonly rest: string; readonly comparator: Comparator } | undefined {
  for (const [pattern, comparator] of LIMITS) {
    if (pattern.test(text)) return { rest: text.replace(pattern, ""), comparator };
  }
  return undefined;
}
