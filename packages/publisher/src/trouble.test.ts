import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { Failure, formatTrouble, troubleOf } from "./trouble.ts";

describe("troubles", () => {
  it("are told as place, what, why and what to do", () => {
    const trouble = {
      code: "x",
      file: "a.txt",
      line: 7,
      project: "甲",
      what: "读不出",
      why: "少一列",
      next: "请补上。",
    };
    expect(formatTrouble(trouble)).toBe("a.txt:7 「甲」：读不出。少一列。请补上。");
    expect(formatTrouble({ code: "x", what: "坏了", why: "", next: "重试" })).toBe("坏了。重试。");
  });

  it("come from failures, from errors that carry them, and from the system", async () => {
    const given = { code: "a/b", what: "什么", why: "为何", next: "怎么办" };
    expect(troubleOf(new Failure(given), { file: "f" })).toEqual({ file: "f", ...given });
    expect(troubleOf(Object.assign(new Error("x"), given), {})).toEqual(given);
    const missing = await readFile("/nowhere/at/all").catch((error: unknown) => error);
    expect(troubleOf(missing, { file: "f" })).toMatchObject({ code: "system/ENOENT", file: "f" });
  });

  it("never hide a bug", () => {
    const bug = new TypeError("x is not a function");
    expect(() => troubleOf(bug, {})).toThrow(bug);
  });
});
