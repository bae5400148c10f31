/** 实际完成值: a quantity, or wording. */
import { type Quantity, parseQuantity } from "../values/quantity.ts";
import { remember } from "../values/remember.ts";

/** What was achieved: a quantity, wording, or an empty cell. */
export type Actual =
  | { readonly kind: "quantitative"; readonly text: string; readonly quantity: Quantity }
  | { readonly kind: "wording"; readonly text: string }
  | { readonly kind: "blank"; readonly text: "" };

/** Reads the text of an actual-value cell. A leading `=` says nothing more and is passed over. */
export const readActual: (text: string) => Actual = remember((text) => {
  const trimmed = text.trim();
  if (trimmed === "") return { kind: "blank", text: "" };
  const quantity = parseQuantity(trimmed.replace(/^[=＝]/u, ""));
  return quantity === undefined ? { kind: "wording", text } : { kind: "quantitative", text, quantity };
}, 2048);
