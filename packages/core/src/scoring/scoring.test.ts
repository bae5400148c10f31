import { describe, expect, it } from "vitest";
import { SH_2021 } from "../edition/sh-2021.ts";
import { SH_2024 } from "../edition/sh-2024.ts";
import { sampleForm } from "../testing/sample-form.ts";
import type { Due } from "./due.ts";
import { dueExecutionRate, dueExecutionScore } from "./execution-score.ts";
import { dueIndicatorScore } from "./indicator-score.ts";

const text = (due: Due) => (due.kind === "unknown" ? `? ${due.reason}` : due.text);

describe("execution rate and score", () => {
  const line = (annualBudget: string | null, annualExecution: string | null, weight: string | null = "10.00") =>
    sampleForm({
      "funds.total.annualBudget": annualBudget,
      "funds.total.annualExecution": annualExecution,
      "funds.total.weight": weight,
    }).funds.total;

  it("cuts the rate as the edition does: 2586.33 ÷ 2630.26 = 98.3298… %", () => {
    expect(text(dueExecutionRate(line("2630.26", "2586.33"), SH_2024))).toBe("98.32");
    expect(text(dueExecutionRate(line("2630.26", "2586.33"), SH_2021))).toBe("98.33");
  });

  it.each([
    ["2630.26", "2586.33", "9.83"],
    ["9.00", "8.80", "9.78"],
    ["100.00", "120.00", "10.00"],
    ["100.00", "0.00", "0.00"],
  ])("scores %s / %s by the exact ratio: %s", (budget, spent, due) => {
    expect(text(dueExecutionScore(line(budget, spent), SH_2024))).toBe(due);
  });

  it("says why it cannot tell", () => {
    expect(text(dueExecutionRate(line(null, "1.00"), SH_2024))).toBe("? 全年预算数空白");
    expect(text(dueExecutionRate(line("0.00", "1.00"), SH_2024))).toBe("? 全年预算数为 0 而全年执行数不为 0");
    expect(text(dueExecutionRate(line("0.00", "0.00"), SH_2024))).toBe("0.00");
    expect(text(dueExecutionScore(line("1.00", "1.00", null), SH_2024))).toBe("? 执行率的分值空白或无法识别");
  });
});

describe("due score of an indicator", () => {
  const due = (target: string, actual: string, weight: string | null = "10.00") =>
    text(
      dueIndicatorScore(
        sampleForm({ "indicators[1].target": target, "indicators[1].actual": actual, "indicators[1].weight": weight })
          .indicators[1]!,
        SH_2024,
      ),
    );

  it.each([
    ["≥90.00(%)", "90.00(%)", "10.00"],
    ["≥90.00(%)", "45.00(%)", "5.00"],
    ["=100.00(%)", "120.00(%)", "10.00"],
    [">90.00(%)", "90.00(%)", "10.00"],
    ["≤1.00(小时)", "2.00(小时)", "5.00"],
    ["≤1.00(小时)", "0.50(小时)", "10.00"],
    ["=0.00(起)", "0.00(起)", "10.00"],
    ["=0.00(起)", "1.00(起)", "0.00"],
    ["≥90.00(%)", "达成指标", "8.00—10.00"],
    ["及时", "部分达成指标并具有一定效果", "6.00—8.00"],
  ])("%s with %s is due %s", (target, actual, expected) => expect(due(target, actual)).toBe(expected));

  it.each([
    ["", "90.00(%)", "年度指标值空白"],
    ["≥90.00(%)", "", "实际完成值空白"],
    ["及时", "1.00(小时)", "年度指标值为文字表述"],
    ["≥90.00(%)", "较好", "年度指标值为数量而实际完成值为文字表述"],
    ["≥4000.00(人)", "26790000.00(%)", "单位不同：指标值为「人」，完成值为「%」"],
    ["≤0.00(起)", "1.00(起)", null],
    ["=0.00(起)", "-1.00(起)", "指标值或完成值不是正数，不能按比例计分"],
  ])("%s with %s cannot always be told", (target, actual, reason) => {
    expect(due(target, actual)).toBe(reason === null ? "0.00" : `? ${reason}`);
  });

  it("needs a weight", () => expect(due("≥1.00(次)", "1.00(次)", null)).toBe("? 分值空白或无法识别"));
});
