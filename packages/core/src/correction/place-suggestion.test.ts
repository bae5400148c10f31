import { describe, expect, it } from "vitest";
import { sampleForm } from "../testing/sample-form.ts";
import { suggestPlaces } from "./place-suggestion.ts";
import { unknownPlace } from "./refused-change.ts";

describe("an unknown place", () => {
  it.each([
    ["indicators[1].taget", "最接近的是 indicators[1].target（数量指标 · 日常巡检次数 · 年度指标值）；请核对后再给出"],
    ["indicators[9].score", "最接近的是 indicators[5].score"],
    ["funds.total.anualBudget", "最接近的是 funds.total.annualBudget（年度资金总额 · 全年预算数）"],
    ["评分等級", "最接近的是 rating（评分等级）"],
    ["indicators[2].实际完成值", "最接近的是 indicators[2].actual"],
    ["TotalScore", "最接近的是 totalScore（总分（得分））"],
    ["indicators[1]", "请写到单元格，可用：indicators[1].level1、"],
    ["funds.carryover", "请写到单元格，可用：funds.carryover.initialBudget、"],
    ["__proto__.polluted", "可用的位置：indicators[行]."],
    ["", "可用的位置："],
  ])("%s", (at, words) => {
    expect(unknownPlace(sampleForm(), at).next).toContain(words);
  });

  it("in a form without rows", () => {
    expect(unknownPlace(sampleForm({ indicators: [] }), "indicators[0].score")).toMatchObject({
      why: "这份表没有指标行",
      next: expect.stringContaining("可用的位置"),
    });
  });

  it("of a row is looked for in that row alone, and of the nearest no more than three are told", () => {
    expect(suggestPlaces(sampleForm(), "indicators[3].scroe")).toEqual(["indicators[3].score"]);
    expect(suggestPlaces(sampleForm(), "执行率")).toHaveLength(3);
    expect(suggestPlaces(sampleForm(), "与表中任何一处都不相近的文字")).toEqual([]);
  });
});
