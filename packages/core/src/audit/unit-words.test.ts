import { describe, expect, it } from "vitest";
import { sampleForm } from "../testing/sample-form.ts";
import { kindUnlikeUnit, unitThatIsAll } from "./unit-words.ts";

describe("a note that is nothing but a unit", () => {
  it.each([
    ["万核小时", "万核小时"],
    [" 核 小时 ", "核小时"],
    ["单位：万人次", "万人次"],
    ["（万元）", "万元"],
    ["小时/天", "小时/天"],
    ["TB", "TB"],
    ["%", "%"],
  ])("%s", (note, unit) => expect(unitThatIsAll(note)).toBe(unit));

  it.each(["", "无", "全年使用", "12次", "按次计", "次数不足", "小时/天/人", "项目服务期刚过半", "元旦"])(
    "not %s",
    (note) => expect(unitThatIsAll(note)).toBeUndefined(),
  );
});

describe("a unit unlike the name", () => {
  const kind = (name: string, target: string, actual = "达成指标") => {
    const form = sampleForm({
      "indicators[1].name": name,
      "indicators[1].target": target,
      "indicators[1].actual": actual,
    });
    return form.indicators[1] && kindUnlikeUnit(form.indicators[1]);
  };

  it.each([
    ["运营商短信发送量", "≥70.00(%)", "count-in-percent"],
    ["新建（购）应用系统与平台数量", "5%", "count-in-percent"],
    ["观展人次（线下）", "≥70.00(％)", "count-in-percent"],
    ["数据产生量", "≥365.00(天)", "count-in-time"],
    ["群众满意度", "≥90.00(人)", "share-in-other"],
    ["任务完成率", "≥90.00(分)", "share-in-other"],
    ["任务完成率", "=12.00(项)", "share-in-other"],
    ["故障响应时间", "≤2.00(次)", "duration-in-other"],
  ])("%s %s", (name, target, expected) => expect(kind(name, target)).toBe(expected));

  it.each([
    ["运营商短信发送量", "≥70.00(万条)"],
    ["服务总量", "≥365.00(人天)"],
    ["群众满意度", "≥90.00（％）"],
    ["群众满意 度（测评）", "≥90.00(分)"],
    ["系统可用率", "≥999.00(‰)"],
    ["群众满意度", "≥90.00"],
    ["短信发送速率", "=50.00(条/秒)"],
    ["故障响应时间", "≤30.00(分钟)"],
    ["故障响应时间", "≤2.00(工作日)"],
    ["故障响应时间", "≥95.00(%)"],
    ["系统数", "≥95.00(%)"],
    ["日常巡检次数", "按合同"],
  ])("goes with it: %s %s", (name, target) => expect(kind(name, target)).toBeUndefined());

  it("looks at the actual value where the target has no figure", () => {
    expect(kind("日常巡检次数", "按合同", "100.00(%)")).toBe("count-in-percent");
  });
});
