import { describe, expect, it } from "vitest";
import { distinctNames, safeName } from "./output-name.ts";

describe("safeName", () => {
  it.each([
    "信息化项目运维",
    "政府投资计划项目 1",
    "宝山区电子政务云服务租赁项目（宝财行签[2024]165号）",
    "2024年数据𠮷",
  ])("keeps %s as it is", (name) => expect(safeName(name)).toBe(name));

  it.each([
    "../../x",
    "/etc/x",
    "C:\\x",
    "a\0b",
    ".",
    "..",
    " ",
    "",
    "con",
    "aux.pdf",
    "COM1",
    "名称. ",
    "名称 ",
    "~",
    "-rf",
    "一\n二",
    "名\u202E称",
    "零\u200B宽",
    ".隐藏",
    "a%2e%2eb",
  ])("makes %j safe and marks it by its hash", (name) => {
    const safe = safeName(name);
    expect(safe).toMatch(/-[0-9a-f]{8}$/);
    expect(safe).not.toMatch(/[/\\\0\n:]|^\.|^-|^~|[. ]$|\u202E|\u200B/);
    expect(safeName(name)).toBe(safe);
  });

  it("cuts long names at a character, within the limit of every file system", () => {
    for (const name of ["长".repeat(86), "𠮷".repeat(10_000), "e\u0301".repeat(500)]) {
      expect(Buffer.byteLength(safeName(name))).toBeLessThanOrEqual(200);
      expect(safeName(name)).not.toContain("\uFFFD");
    }
  });
});

describe("distinctNames", () => {
  it("keeps names apart that a file system may take for the same", () => {
    for (const pair of [
      ["ABC", "abc"],
      ["é", "e\u0301"],
      ["Ａ", "A"],
      ["甲/乙", "甲:乙"],
      ["名称 ", "名称"],
      ["长".repeat(90), `${"长".repeat(90)}尾`],
    ]) {
      const names = distinctNames(pair).map((name) => name.normalize("NFKC").toLowerCase());
      expect(new Set(names).size, pair.join(" | ")).toBe(2);
    }
  });

  it("does not depend on the order", () => {
    const texts = ["ABC", "abc", "x"];
    expect(distinctNames(texts.toReversed())).toEqual(distinctNames(texts).toReversed());
  });
});
