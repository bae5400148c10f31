import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proseText } from "../testing/index.ts";
import { bareText, likeness } from "./likeness.ts";

describe("bareText", () => {
  it("keeps what carries meaning, whatever the width", () => {
    expect(bareText(" 完成 ＡＢ１２，（巡检）。")).toBe("完成AB12巡检");
    expect(bareText("系统（一期） 运行，１００％。")).toBe("系统一期运行100");
  });
});

describe("likeness", () => {
  const goal = "做好平台的日常运行维护，及时发现并处理安全隐患，保障各部门稳定使用。";
  it("does not mind marks, blanks and widths", () => {
    expect(likeness(goal, "做好平台的日常运行维护,及时发现并处理 安全隐患,保障各部门稳定使用")).toBe(1);
  });
  it("is nought for nothing in common, and below one for a word more", () => {
    expect(likeness("保障系统运行", "完成绿化养护")).toBe(0);
    expect(likeness(goal, `已${goal}`)).toBeLessThan(1);
  });
  it("falls a little with an inserted word and far with another subject", () => {
    expect(likeness(goal, goal.replace("处理", "处理了"))).toBeGreaterThan(0.9);
    expect(likeness(goal, "全年平台运行稳定，完成巡检与故障处置，未发生重大责任事故。")).toBeLessThan(0.3);
  });
  it("counts a pair as often as it stands", () => {
    expect(likeness("平台平台平台", "平台")).toBeCloseTo(2 / 6);
  });
  it("of texts without a pair is all or nothing", () => {
    expect([likeness("", "，"), likeness("甲", "甲。"), likeness("甲", "乙"), likeness("", "甲乙")]).toEqual([
      1, 1, 0, 0,
    ]);
  });
  it("lies between 0 and 1, is the same both ways, and 1 for the same text", () => {
    fc.assert(
      fc.property(proseText, proseText, (a, b) => {
        const alike = likeness(a, b);
        expect(alike).toBe(likeness(b, a));
        expect(alike >= 0 && alike <= 1).toBe(true);
        expect(likeness(a, a)).toBe(1);
      }),
    );
  });
});
