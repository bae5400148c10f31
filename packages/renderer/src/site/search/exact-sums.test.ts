import { describe, expect, it } from "vitest";
import { compareDecimals, percentText, scaled, sumText } from "./exact-sums.ts";

describe("sums of decimal texts", () => {
  it.each([
    [["0.1", "0.2"], "0.30"],
    [["1,234.50", "0.000001"], "1,234.500001"],
    [["999,999,999,999,999.99", "0.01"], "1,000,000,000,000,000.00"],
    [["-0.05", "0.04"], "-0.01"],
    [["12", "—", "", "abc", "1e5"], "12.00"],
    [[], "0.00"],
  ])("%j is %s", (texts, sum) => expect(sumText(texts)).toBe(sum));

  it.each([
    ["306.75", "308.00", "99.59"],
    ["2", "3", "66.66"],
    ["1", "0", undefined],
    ["", "1", undefined],
    ["-1", "3", "-33.33"],
  ])("%s of %s is %s percent, cut and not rounded", (part, whole, percent) =>
    expect(percentText(part, whole)).toBe(percent),
  );

  it("orders figures by their value, and what is none last in both directions", () => {
    const texts = ["9.5", "10", "—", "1,000.00", "-3", ""];
    const order = (direction: 1 | -1) => texts.toSorted((a, b) => compareDecimals(a, b, direction));
    expect(order(1).slice(0, 4)).toEqual(["-3", "9.5", "10", "1,000.00"]);
    expect(order(-1).slice(0, 4)).toEqual(["1,000.00", "10", "9.5", "-3"]);
  });

  it.each(["1.", ".5", "１２", "0x1f", "1_000", "Infinity", "+1", " 1"])("%j is no figure", (text) =>
    expect(scaled(text, 4)).toBeUndefined(),
  );
});
