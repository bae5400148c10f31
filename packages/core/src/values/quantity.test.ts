import { describe, expect, it } from "vitest";
import { formatMoney } from "./money.ts";
import { type Quantity, isPercentage, moneyOf, parseQuantity, sameUnit } from "./quantity.ts";

function quantity(text: string): Quantity {
  const read = parseQuantity(text);
  if (read === undefined) throw new Error(`not a quantity: ${text}`);
  return read;
}

describe("moneyOf", () => {
  it.each([
    ["306.75(万元)", "3067500.00"],
    ["3067500.01(元)", "3067500.01"],
    ["1.2（亿元）", "120000000.00"],
    ["0.0001万元", "1.00"],
    ["-3( 万元 )", "-30000.00"],
  ])("converts %s exactly", (text, yuan) => {
    const amount = moneyOf(quantity(text));
    expect(amount && formatMoney(amount, "元")).toBe(yuan);
  });

  it.each(["480.00(元/人)", "480.00(%)", "480", "480(万人)"])("does not take %s for money", (text) =>
    expect(moneyOf(quantity(text))).toBeUndefined(),
  );
});

describe("units", () => {
  it("knows a percentage in both widths, and nothing else", () => {
    expect(["98%", "98（％）", "98.00( % )"].map((text) => isPercentage(quantity(text)))).toEqual([true, true, true]);
    expect(["98(‰)", "98", "98(%/年)"].map((text) => isPercentage(quantity(text)))).toEqual([false, false, false]);
  });

  it("compares them by their text", () => {
    expect(sameUnit(quantity("24(小时／天)"), quantity("8(小时/天)"))).toBe(true);
    expect(sameUnit(quantity("24小时/天"), quantity("8760小时/年"))).toBe(false);
  });
});
