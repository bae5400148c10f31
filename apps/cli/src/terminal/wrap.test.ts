import { describe, expect, it } from "vitest";
import { hang, shorten, widthOf } from "./wrap.ts";

describe("text in lines of a fixed width", () => {
  it("is hung behind its lead, Han characters two columns wide", () => {
    expect(hang("  - ", "一二三四五六七八", 12)).toBe("  - 一二三四\n    五六七八\n");
  });

  it("keeps words and figures whole, and breaks what is wider than a line", () => {
    expect(hang("", "金额为 308.00 万元", 10)).toBe("金额为\n308.00 万\n元\n");
    expect(hang("", "a".repeat(25), 10)).toBe(`${"a".repeat(10)}\n${"a".repeat(10)}\n${"a".repeat(5)}\n`);
  });

  it("begins no line with a mark that closes", () => {
    expect(hang("", "一二三四五，六七", 10)).toBe("一二三四五，\n六七\n");
  });

  it("puts line ends of a cell into one line, and shows control characters as signs", () => {
    expect(hang("", "甲\n 乙\u001B[2J\u202E", 40)).toBe("甲 乙␛[2J<U+202E>\n");
  });

  it("of nothing is a line", () => {
    expect(hang("- ", "", 10)).toBe("- \n");
  });

  it("is shortened to its width", () => {
    expect(shorten("一二三", 6)).toBe("一二三");
    expect(shorten("一二三四", 6)).toBe("一二…");
    expect(widthOf(shorten("长".repeat(100), 56))).toBeLessThanOrEqual(56);
  });
});
