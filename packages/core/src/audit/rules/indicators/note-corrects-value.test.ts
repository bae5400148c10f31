import { describe, expect, it } from "vitest";
import { SH_2024 } from "../../../edition/sh-2024.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/sample-form.ts";
import { auditForm } from "../../audit-form.ts";
import { NO_SETTINGS } from "../../rule-settings.ts";
import rule from "./note-corrects-value.ts";

/** What the rule says of a row: the cell, and the note's words that it quotes. */
const said = (name: string, target: string, actual: string, deviationNote: string) => {
  const form = sampleForm({
    "indicators[3].name": name,
    "indicators[3].target": target,
    "indicators[3].actual": actual,
    "indicators[3].deviationNote": deviationNote,
  });
  const [finding] = auditForm(form, scoreForm(form, SH_2024), SH_2024, NO_SETTINGS, [rule]);
  return finding && `${finding.at.replace("indicators[3].", "")} ${finding.message.replace(/^.*却说/u, "")}`;
};

describe("a note that gives another target", () => {
  it.each([
    ["≥85000.00(个)", "指标值填报错误，应该为≥8500", "target 「指标值填报错误，应该为≥8500」"],
    ["≥85000.00(个)", "目标值填错，应当是 8,500.5个", "target 「目标值填错，应当是8,500.5」"],
    ["≥99.00(%)", "年度指标值应为：≥ 90.25(%)。", "target 「指标值应为：≥90.25(%)」"],
    ["≥99.00(%)", "指标值应填>99.00(%)", "target 「指标值应填>99.00(%)」"],
    ["≥99.00(%)", "指标值应为99.00(人次)", "target 「指标值应为99.00(人次)」"],
    ["高", "指标值应为≥90％", "target 「指标值应为≥90％」"],
    ["≥99.00(%)", "目标值录入失误，已改", "target 「目标值录入失误」"],
    ["≥99.00(%)", "年度指标值系笔误", "target 「年度指标值系笔误」"],
  ])("%s beside %s: %s", (target, note, expected) => expect(said("调用量", target, "80.00(%)", note)).toBe(expected));

  it.each([
    ["≥99.00(%)", "指标值应为≥99％"],
    ["≥99.00(%)", "指标值应为99"],
    ["≥99.00(%)", "指标值应为99.00(%)"],
    ["≥8500.00(个)", "指标值填报错误，应该为≥8500"],
    ["≥99.00(%)", "距指标值尚有差距。响应应为 2 小时内"],
    ["≥99.00(%)", "未达到指标值；统计口径填写有误"],
    // A blank target is reported as such.
    ["", "指标值填报错误，应该为≥8500"],
  ])("%s beside %s is no contradiction", (target, note) =>
    expect(said("调用量", target, "80.00(%)", note)).toBeUndefined(),
  );
});

describe("a note that gives another actual value", () => {
  it.each([
    ["80.00(个)", "完成值填写错误，应为96", "actual 「完成值填写错误，应为96」"],
    ["80.00(个)", "实际数误填，实际应该是 1,096.5", "actual 「实际数误填，实际应该是1,096.5」"],
    ["80.00(个)", "填错应为96", "target 「填错应为96」"],
    ["80.00(个)", "实际管理项目96个", "actual 「实际管理项目96个」"],
    ["80.00(人次)", "实际培训1,096人次，已归档", "actual 「实际培训1,096人次」"],
    ["80.00(次)", "实际 80.5次", "actual 「实际80.5次」"],
  ])("%s beside %s: %s", (actual, note, expected) => expect(said("项目数", "≥90.00(个)", actual, note)).toBe(expected));

  it.each([
    ["80.00(个)", "完成值填写错误，应为80"],
    ["80.00(个)", "实际管理项目80个"],
    ["80.00(个)", "实际管理项目96家"],
    ["80.00(个)", "实际管理项目96个月"],
    ["80.00(个)", "实际未完成10个"],
    ["较多", "实际管理项目96个"],
    ["较多", "完成值填写错误，应为96"],
  ])("%s beside %s is no contradiction", (actual, note) =>
    expect(said("项目数", "≥90.00(个)", actual, note)).toBeUndefined(),
  );
});

describe("a note that says how long the named thing took", () => {
  const outage = (note: string, actual = "2.00(小时)", name = "业务中断时间", target = "≤1.00(小时)") =>
    said(name, target, actual, note);

  it("is held against the actual value", () => {
    expect(outage("防火墙中断网络 1.5个小时")).toBe("actual 「中断网络1.5个小时」");
    expect(outage("升级失败，中断服务12小时。", "2.00(小时)", "业务中断时长")).toBe("actual 「中断服务12小时」");
    expect(outage("中断网络1.5小时", "2.00(小时)", "业务中断时间", "较短")).toBe("actual 「中断网络1.5小时」");
  });

  it.each([
    ["the actual value", "中断网络2个小时", "2.00(小时)", "业务中断时间"],
    ["the target", "中断网络1小时", "2.00(小时)", "业务中断时间"],
    ["another unit", "中断网络90分钟", "2.00(小时)", "业务中断时间"],
    ["one time of several", "其中一次中断网络1.5小时", "2.00(小时)", "业务中断时间"],
    ["a clause that goes on", "中断网络1.5小时后恢复", "2.00(小时)", "业务中断时间"],
    ["another thing", "排队等候1.5小时", "2.00(小时)", "业务中断时间"],
    ["a row that measures no time", "中断网络1.5小时", "2.00(小时)", "业务中断次数"],
    ["a row whose name only begins so", "中断网络1.5小时", "2.00(小时)", "业务中断时间达标"],
    ["words for an actual value", "中断网络1.5小时", "较短", "业务中断时间"],
  ])("says nothing of %s", (_, note, actual, name) => expect(outage(note, actual, name)).toBeUndefined());
});
