/** A printed total against its printed parts. */
import { type Cell, valueOf } from "../place/cell.ts";
import { type Decimal, formatDecimal, sumDecimals } from "../values/decimal.ts";
import { type Due, unknown } from "./due.ts";

/**
 * The sum that a total cell should hold. Blank parts count as zero only when the other parts make up the printed
 * total; otherwise nobody can tell what they hold, and the answer is 无法核对.
 * `numberOf` gives the number in the unit in which the total is printed.
 */
export function duePrintedSum<T>(
  parts: readonly Cell<T>[],
  total: Cell<T>,
  numberOf: (value: T) => Decimal,
  partName: string,
): Due {
  if (parts.some((part) => part.kind === "unreadable")) return unknown(`有${partName}无法识别`);
  const sum = sumDecimals(parts.flatMap((part) => (part.kind === "read" ? [numberOf(part.value)] : [])));
  const printed = valueOf(total);
  const blanks = parts.filter((part) => part.kind === "blank").length;
  if (blanks > 0 && (printed === undefined || !numberOf(printed).equals(sum))) {
    return unknown(
      blanks === parts.length ? `${partName}全部空白` : `有 ${blanks} 处${partName}空白，其余之和与合计不等`,
    );
  }
  return { kind: "exact", value: sum, text: formatDecimal(sum, Math.max(2, sum.decimalPlaces())) };
}
