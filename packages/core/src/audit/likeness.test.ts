import { describe, expect, it } from "vitest";
import { bareText, likeness } from "./likeness.ts";

describe("likeness", () => {
  it("does not mind marks, blanks and widths", () => {
    expect(bareText("系统（一期） 运行，１００％。")).toBe("系统一期运行100");
    expect(likeness("保障系统稳定运行。", "保障 系统稳定，运行")).toBe(1);
  });

  it("is one for the same text, nought for nothing in common, and in between else", () => {
    expect(likeness("", "")).toBe(1);
    expect(likeness("保障系统运行", "完成绿化养护")).toBe(0);
    const close = likeness("完成平台运维，保障系统稳定运行。", "已完成平台运维，保障系统稳定运行。");
    expect(close).toBeGreaterThan(0.9);
    expect(close).toBeLessThan(1);
  });
});
