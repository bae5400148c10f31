import { describe, expect, it } from "vitest";
import { SH_2024 } from "../../../edition/sh-2024.ts";
import { scoreForm } from "../../../scoring/score-form.ts";
import { sampleForm } from "../../../testing/sample-form.ts";
import { auditForm } from "../../audit-form.ts";
import { NO_SETTINGS } from "../../rule-settings.ts";
import rule from "./note-contradicts-target.ts";

const said = (target: string, deviationNote: string) => {
  const form = sampleForm({ "indicators[3].target": target, "indicators[3].deviationNote": deviationNote });
  const [finding] = auditForm(form, scoreForm(form, SH_2024), SH_2024, NO_SETTINGS, [rule]);
  return finding && `${finding.at}: ${finding.message}`;
};

describe("indicators/note-contradicts-target", () => {
  it.each([
    ["≥85000.00(个)", "指标值填报错误，应该为≥8500", "应为「≥8500」"],
    ["≥85000.00(个)", "目标值填错，应当是 8,500个", "应为「8,500」"],
    ["≥99.00(%)", "年度指标值应为：≥ 90.5(%)。", "应为「≥ 90.5(%)」"],
    ["≥99.00(%)", "指标值应为>99.00(%)", "应为「>99.00(%)」"],
    ["≥99.00(%)", "指标值应为99.00(次)", "应为「99.00(次)」"],
    ["高", "指标值应为≥90％", "应为「≥90％」"],
  ])("%s with the note %s: %s", (target, note, stated) =>
    expect(said(target, note)).toBe(`indicators[3].target: 指标值为「${target}」，而本行说明写明${stated}`),
  );

  it.each(["指标值填写有误", "目标值录入失误，已改", "年度指标值系笔误"])("the note %s names no other target", (note) =>
    expect(said("≥99.00(%)", note)).toBe("indicators[3].target: 指标值为「≥99.00(%)」，而本行说明写明指标值填写有误"),
  );

  it.each([
    ["≥99.00(%)", ""],
    ["≥99.00(%)", "指标值应为≥99％"],
    ["≥99.00(%)", "指标值应为99"],
    ["≥8500.00(个)", "指标值填报错误，应该为≥8500"],
    ["≥99.00(%)", "备件到货较晚，应为常态。"],
    ["≥99.00(%)", "距指标值尚有差距。响应应为 2 小时内"],
    ["≥99.00(%)", "未达到指标值；统计口径填写有误"],
    // A blank target is reported as such.
    ["", "指标值填报错误，应该为≥8500"],
  ])("%s with the note %s is no contradiction", (target, note) => expect(said(target, note)).toBeUndefined());
});
