import { describe, expect, it } from "vitest";
import { remember, rememberLast, shared } from "./remember.ts";

describe("what is remembered", () => {
  it("is worked out once, and answers that are undefined too", () => {
    let asked = 0;
    const find = remember((text) => {
      asked += 1;
      return text === "无" ? undefined : `${text}。`;
    }, 8);
    expect([find("甲"), find("无"), find("甲"), find("无")]).toEqual(["甲。", undefined, "甲。", undefined]);
    expect(asked).toBe(2);
  });

  it("is forgotten when it grows too much, and long texts are not kept", () => {
    let asked = 0;
    const length = remember((text) => {
      asked += 1;
      return text.length;
    }, 2);
    const long = "长".repeat(65);
    expect([length("a"), length("bb"), length("ccc"), length("a")]).toEqual([1, 2, 3, 1]);
    expect([length(long), length(long)]).toEqual([65, 65]);
    expect(asked).toBe(6);
  });

  it("of the last object is asked for again when another came between", () => {
    let asked = 0;
    const count = rememberLast((list: readonly string[]) => {
      asked += 1;
      return list.length;
    });
    const [one, two] = [["a"], ["a", "b"]];
    expect([count(one), count(one), count(two), count(one)]).toEqual([1, 1, 2, 1]);
    expect(asked).toBe(3);
  });

  it("of a text is the text", () => expect(shared("某区数据局")).toBe("某区数据局"));
});
