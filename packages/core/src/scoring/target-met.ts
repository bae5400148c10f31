/** Does the actual value meet the target: yes, no, or nobody can tell from the form. */
import type { Actual } from "../form/actual.ts";
import type { Comparator, Target } from "../form/target.ts";
import type { Decimal } from "../values/decimal.ts";
import { sameUnit } from "../values/quantity.ts";

/** `share` is how much of the target was reached, 0 to 1, where that is defined. */
export type Achievement =
  | { readonly kind: "met" }
  | { readonly kind: "missed"; readonly share: Decimal | undefined }
  | { readonly kind: "cannot-tell"; readonly reason: string };

/** Compares quantities of the same unit; anything else cannot be told. */
export function targetMet(target: Target, actual: Actual): Achievement {
  if (target.kind === "blank") return cannotTell("年度指标值空白");
  if (actual.kind === "blank") return cannotTell("实际完成值空白");
  if (target.kind !== "quantitative") return cannotTell("年度指标值为文字表述");
  if (actual.kind !== "quantitative") return cannotTell("年度指标值为数量而实际完成值为文字表述");
  if (!sameUnit(target.quantity, actual.quantity)) {
    return cannotTell(`单位不同：指标值为「${target.quantity.unit}」，完成值为「${actual.quantity.unit}」`);
  }
  const due = target.quantity.number;
  const reached = actual.quantity.number;
  if (holds(target.comparator, reached, due)) return { kind: "met" };
  return { kind: "missed", share: shareReached(target.comparator, reached, due) };
}

function holds(comparator: Comparator, reached: Decimal, due: Decimal): boolean {
  switch (comparator) {
    case "≥":
      return reached.greaterThanOrEqualTo(due);
    case "=":
      // 「=」在公开的表中按「不少于」计分，超额完成仍得满分；「=0」（重大故障 0 起）却是一起也不许有。
      return due.isZero() ? reached.isZero() : reached.greaterThanOrEqualTo(due);
    case ">":
      return reached.greaterThan(due);
    case "≤":
      return reached.lessThanOrEqualTo(due);
    case "<":
      return reached.lessThan(due);
  }
}

/** actual ÷ target, or target ÷ actual where less is better; undefined without two positive numbers. */
function shareReached(comparator: Comparator, reached: Decimal, due: Decimal): Decimal | undefined {
  const lessIsBetter = comparator === "≤" || comparator === "<" || due.isZero();
  const [part, whole] = lessIsBetter ? [due, reached] : [reached, due];
  if (part.isNegative() || !whole.greaterThan(0)) return undefined;
  return part.dividedBy(whole);
}

function cannotTell(reason: string): Achievement {
  return { kind: "cannot-tell", reason };
}
