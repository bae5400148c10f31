import { describe, expect, it } from "vitest";
import { bareText, likeness } from "./likeness.ts";

describe("bareText", () => {
  it.each([
    ["完成 2023 年度，信息化建设。", "完成2023年度信息化建设"],
    ["ＡＢ１２（％）", "AB12"],
    ["“一网通办”——上线；", "一网通办上线"],
    ["，。 、", ""],
  ])("of %s is %s", (text, bare) => expect(bareText(text)).toBe(bare));
});

describe("likeness", () => {
  it.each([
    // Three of 3 pairs against five: 2 × 3 ÷ 8.
    ["数据平台", "数据平台运维", 0.75],
    // 哈哈哈 holds the pair twice, 哈哈 once: 2 × 1 ÷ 3.
    ["哈哈哈", "哈哈", 2 / 3],
    ["哈哈", "哈哈哈", 2 / 3],
    // 𠮷 is one character.
    ["𠮷野家", "𠮷野馆", 0.5],
    ["平台运行稳定", "台账登记完整", 0],
    ["甲乙", "丙乙", 0],
    ["高", "高", 1],
    ["高", "低", 0],
    ["高", "", 0],
    ["高", "提高", 0],
    ["", "，。", 1],
    ["完成城运中心信息化建设", "完成城运中心信息化建设。", 1],
  ])("of %s and %s is %d", (a, b, expected) => expect(likeness(a, b)).toBeCloseTo(expected, 10));

  it("falls with every word that is added", () => {
    const goal = "保障区电子政务平台设施设备及系统的正常高效使用";
    const versions = [goal, `${goal}完成`, `${goal}完成年度运维`, `${goal}完成年度运维并通过第三方测评`];
    const alike = versions.map((version) => likeness(goal, version));
    expect(alike).toEqual(alike.toSorted((a, b) => b - a));
    expect(new Set(alike).size).toBe(versions.length);
  });
});
