import { describe, expect, it } from "vitest";
import { compareText } from "./compare-text.ts";

const cells = [
  { label: "栏目「得分」", text: "得分", isCaption: true },
  { label: "甲 · 得分", text: "10.00", isCaption: false },
  { label: "乙 · 得分", text: "9.00", isCaption: false },
  { label: "丙 · 得分", text: "8.00", isCaption: false },
];
const blocks = cells.map(({ text }) => text);
const compare = (shown: readonly string[], repeats = false) => compareText({ blocks: shown, repeats }, blocks, cells);

describe("no difference", () => {
  it.each([
    ["the same", ["得分", "10.00", "9.00", "8.00"], false],
    ["white space and marks that draw nothing", ["得 分", "10.\u200b00", " 9.00", "8.00\n"], false],
    ["a cell in pieces", ["得分", "10", ".00", "9.00", "8.00"], false],
    ["a heading printed again on the next page", ["得分", "10.00", "得分", "9.00", "8.00"], true],
    ["a heading printed twice under one tag", ["得分得分", "10.00", "9.00", "8.00"], true],
    ["a label that goes on", ["得分", "10.00", "得分（续）", "9.00", "8.00"], true],
  ])("%s", (_name, shown, repeats) => {
    expect(compare(shown, repeats)).toEqual([]);
  });
});

describe("a difference, with its place", () => {
  it.each<[string, readonly string[], boolean, readonly (readonly [string, string, string])[]]>([
    ["a digit changed", ["得分", "10.00", "9.01", "8.00"], false, [["乙 · 得分", "9.01", "9.00"]]],
    ["the last cell gone", ["得分", "10.00", "9.00"], false, [["丙 · 得分", "", "8.00"]]],
    ["a cell too many", ["得分", "10.00", "9.00", "7.00", "8.00"], false, [["乙 · 得分之后", "7.00", ""]]],
    [
      "a digit moved over a border",
      ["得分", "10.0", "09.00", "8.00"],
      false,
      [
        ["甲 · 得分", "10.0", "10.00"],
        ["乙 · 得分", "09.00", "9.00"],
      ],
    ],
    [
      "two cells exchanged",
      ["得分", "9.00", "10.00", "8.00"],
      false,
      [
        ["甲 · 得分", "9.00", "10.00"],
        ["乙 · 得分", "10.00", "9.00"],
      ],
    ],
    [
      "a heading printed again where nothing repeats",
      ["得分", "10.00", "得分", "9.00", "8.00"],
      false,
      [["甲 · 得分之后", "得分", ""]],
    ],
    ["a figure printed again", ["得分", "10.00", "10.00", "9.00", "8.00"], true, [["甲 · 得分之后", "10.00", ""]]],
    ["nothing at all", [], false, cells.map(({ label, text }) => [label, "", text] as const)],
  ])("%s", (_name, shown, repeats, expected) => {
    expect(compare(shown, repeats).map(({ label, shown: is, data }) => [label, is, data])).toEqual(expected);
  });
});

it("is done in time with a cell broken into its characters, and lists no more than twenty differences", () => {
  const long = "甲".repeat(20_000);
  const pieces = [...Array.from({ length: 19_999 }, () => "甲"), "乙"];
  const started = performance.now();
  const found = compareText(
    { blocks: pieces, repeats: true },
    [long, long],
    [{ label: "目标", text: long, isCaption: false }],
  );
  expect(found).toHaveLength(20);
  expect(performance.now() - started).toBeLessThan(10_000);
});
