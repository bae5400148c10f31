import { describe, expect, it } from "vitest";
import { type SetLine, textOfLines } from "../set-lines.ts";
import { groupRows } from "./group-rows.ts";

/** A line of 10 pt around a height. */
const line = (text: string, middle: number): SetLine => ({
  text,
  box: [0, middle - 5, 50, middle + 5],
  glyphs: [],
  unreadable: false,
});
/** Rows of 40 pt, their texts 20 pt high. */
const places = (weights: readonly bigint[], below: readonly string[] = []): Parameters<typeof groupRows>[1] => ({
  rows: weights.map((_, at) => ({ top: at * 40 + 10, bottom: at * 40 + 30 })),
  pitch: 12,
  alignment: "middle",
  cutAbove: false,
  cutBelow: false,
  below,
  names: weights.map(() => ""),
  weights,
});
const textsOf = (labels: readonly (readonly SetLine[] | undefined)[]): string[] =>
  labels.map((lines) => textOfLines(lines ?? []));

describe("labels of merged cells without rules", () => {
  it("takes torn points to their label, and as many rows as make them up", () => {
    const lines = [
      line("产出指标", 30),
      line("（50", 42),
      line("分）", 54),
      line("效益指标", 100),
      line("（30分）", 112),
    ];
    const { labels, rivals } = groupRows(lines, places([2500n, 2500n, 3000n]));
    expect(textsOf(labels)).toEqual(["产出指标（50分）", "产出指标（50分）", "效益指标（30分）"]);
    expect(rivals.flat()).toEqual([]);
  });

  it("names the rival where a row stands as near to one label as to the other", () => {
    const { labels, rivals } = groupRows([line("数量指标", 30), line("质量指标", 90)], places([1n, 1n, 1n]));
    expect(textsOf(labels)).toHaveLength(3);
    expect(rivals.map((some) => textsOf(some).length)).toEqual([0, 1, 0]);
  });

  it("lets the second level decide which first level it stands under", () => {
    const lines = [line("产出指标", 30), line("效益指标", 90)];
    const { labels } = groupRows(lines, places([1n, 1n, 1n], ["数量指标", "时效指标", "社会效益指标"]));
    expect(textsOf(labels)).toEqual(["产出指标", "产出指标", "效益指标"]);
  });
});
