import { describe, expect, it } from "vitest";
import { sampleForm } from "../testing/sample-form.ts";
import { achievementOf } from "./achievement.ts";
import { isLate } from "./deadline.ts";

const of = (name: string, target: string, actual: string, deviationNote = "") => {
  const row = { "indicators[3].name": name, "indicators[3].target": target, "indicators[3].actual": actual };
  const [indicator] = sampleForm({ ...row, "indicators[3].deviationNote": deviationNote }).indicators.slice(3);
  return indicator === undefined ? "" : achievementOf(indicator).kind;
};

describe("what was achieved", () => {
  it.each([
    ["维修工期", "=60(天)", "58(天)", "cannot-tell"],
    ["维修工期", "=60(天)", "60(天)", "met"],
    ["维修工期", "=60(天)", "75(天)", "missed"],
    ["审批时效", "=20(工作日)", "12(工作日)", "cannot-tell"],
    ["审批时效", "=20(工作日)", "25(工作日)", "cannot-tell"],
    ["巡检及时率", "=100(%)", "98(%)", "missed"],
    ["故障次数", "=0(次)", "0(次)", "met"],
    ["故障次数", "=0(次)", "2(次)", "missed"],
    ["居民满意度", "≤90(%)", "95(%)", "cannot-tell"],
    ["投诉率", "≥5(%)", "6(%)", "cannot-tell"],
    ["完成时间", "及时", "不及时", "missed"],
    ["工程质量", "合格", "不合格", "missed"],
    ["任务完成", "完成", "未按时完成", "missed"],
    ["安全事故", "不发生", "未发生", "cannot-tell"],
    ["完成时间", "2024年12月31日前", "2025年3月", "missed"],
    ["完成时间", "2024年12月31日前", "2024年11月", "cannot-tell"],
  ])("%s %s：%s", (name, target, actual, kind) => expect(of(name, target, actual)).toBe(kind));

  it("is nobody's guess where the note says that a figure is wrong", () => {
    expect(of("巡检及时率", "=100(%)", "98(%)", "指标值填报错误")).toBe("cannot-tell");
  });
});

describe("a deadline", () => {
  it.each([
    ["2024年12月31日前", "2025年1月15日", true],
    ["2024年12月31日前", "2024年12月31日", false],
    ["2024年6月15日前", "2024年6月16日", true],
    ["2024年6月底前", "2024年6月30日", false],
    ["2024.06.15", "2024-06-20完成", true],
    ["6月底前", "9月", true],
    ["6月底前", "5月 20日", false],
    ["12月底前", "2024年11月", undefined],
    ["每月10日前", "每月12日", undefined],
    ["2024年", "2025年", undefined],
    ["13月", "14月", undefined],
  ])("%s：%s", (deadline, done, late) => expect(isLate(deadline, done)).toBe(late));
});
