import { describe, expect, it } from "vitest";
import { pieces } from "./pieces.ts";

describe("pieces", () => {
  it.each([
    ["≥441.55(万元)", ["≥441.55", "(万元)"]],
    ["10,369.00（条）", ["10,369.00", "（条）"]],
    ["生态环境成本指标", ["生态环境成本", "指标"]],
    ["及时（承诺时间内到达）", ["及时（承诺时间内到达）"]],
    ["(万元)", ["(万元)"]],
    ["指标", ["指标"]],
    ["", [""]],
  ])("cuts %s", (text, expected) => {
    const cut = pieces(text);
    expect(cut.map((piece) => piece.text)).toEqual(expected);
    expect(cut.map((piece) => piece.whole)).toEqual(expected.map((_, at) => at === 1));
  });
});
