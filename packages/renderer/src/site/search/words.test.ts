import { describe, expect, it } from "vitest";
import { queryWords, wordsOf } from "./words.ts";

describe("words to search by", () => {
  it.each([
    ["信息化", ["信息", "息化"]],
    ["水", ["水"]],
    ["１２，３４５．５０", ["12345.5"]],
    ["1,234.50万元", ["1234.5", "万元"]],
    ["2024.12.31", ["2024.12.31"]],
    ["App端 ＡＰＰ", ["app", "端"]],
    ["100.00(%)", ["100"]],
    ["𠮷野家", ["𠮷野", "野家"]],
    ["<script>", ["script"]],
    ["、。（）", []],
  ])("%j is looked for by %j", (text, needed) => expect(queryWords(text).needed).toEqual(needed));

  it("longer words add to the pairs and never stand for them", () => {
    const { needed, longer } = queryWords("信息化运维服务");
    expect(longer.every((word) => Array.from(word).length >= 3)).toBe(true);
    for (const word of longer) expect("信息化运维服务").toContain(word);
    expect(needed).toEqual(["信息", "息化", "化运", "运维", "维服", "服务"]);
  });

  it("a query has no word that a text holding it lacks", () => {
    const text = "建设上海市“一网通办”平台，2024年投入 17,683,901.00 元";
    const words = new Set(wordsOf(text));
    for (const query of ["一网通办", "平台，2024", "17683901", "上海市"]) {
      for (const word of queryWords(query).needed) expect(words, query).toContain(word);
    }
  });

  it("a text without end is cut", () => {
    expect(wordsOf("长".repeat(5_000_000)).length).toBeLessThan(50_000);
    expect(wordsOf("x".repeat(5_000_000))).toEqual(["x".repeat(64)]);
  });
});
