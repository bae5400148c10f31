import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLANK, type Cell } from "../place/cell.ts";
import { type Decimal, decimal, parseDecimal } from "../values/decimal.ts";
import { duePrintedSum } from "./printed-sum.ts";

/** `null` is a blank cell, what is no number an unreadable one. */
function cell(text: string | null): Cell<Decimal> {
  if (text === null) return BLANK;
  const value = parseDecimal(text);
  return value === undefined ? { kind: "unreadable", text } : { kind: "read", text, value };
}

function due(parts: readonly (string | null)[], total: string | null): string {
  const sum = duePrintedSum(parts.map(cell), cell(total), (value) => value, "得分");
  return "text" in sum ? sum.text : `? ${sum.reason}`;
}

describe("the sum that a total should hold", () => {
  it.each([
    [["1.00", "2.00"], "9.00", "3.00"],
    [["1.00", "2.00"], null, "3.00"],
    [["1", "2"], "3", "3.00"],
    [["1.005", "2"], "3", "3.005"],
    [[], "0.00", "0.00"],
    // A blank counts as zero when the rest makes up the total, and not otherwise.
    [["1.00", null], "1.00", "1.00"],
    [["1.00", null], "1", "1.00"],
    [["1.00", null], "2.00", "? 有 1 处得分空白，其余之和与合计不等"],
    [["1.00", null, null], null, "? 有 2 处得分空白，其余之和与合计不等"],
    [[null, null], "0.00", "0.00"],
    [[null, null], "5.00", "? 得分全部空白"],
    [["1.00", "2.OO"], "3.00", "? 有得分无法识别"],
    [["2.OO", null], "3.00", "? 有得分无法识别"],
  ])("of %j under %s: %s", (parts, total, expected) => expect(due(parts, total)).toBe(expected));

  it("is exact, whatever the number of parts and places", () => {
    const part = fc.integer({ min: -1_000_000, max: 1_000_000_000 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (thousandths) => {
        const texts = thousandths.map((each) => decimal(String(each)).dividedBy(1000).toFixed(3));
        const sum = duePrintedSum(texts.map(cell), BLANK, (value) => value, "得分");
        if (sum.kind !== "exact") throw new Error(sum.kind);
        expect(sum.value.times(1000).toFixed()).toBe(String(thousandths.reduce((total, each) => total + each, 0)));
      }),
    );
  });
});
