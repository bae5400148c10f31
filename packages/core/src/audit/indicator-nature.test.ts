/** The word lists, tried on names as they stand in disclosed forms and on their near relations. */
import { describe, expect, it } from "vitest";
import { sampleForm } from "../testing/sample-form.ts";
import {
  canBeNegative,
  canExceedPlan,
  directionOf,
  isCost,
  isExecutionRate,
  isShare,
  measuresSpending,
} from "./indicator-nature.ts";

/** The row of an indicator of this name; 产出指标 unless the sample's cost row is asked for. */
function named(name: string, patches: Readonly<Record<string, string>> = {}, row = 1) {
  const paths = Object.entries({ name, ...patches }).map(([field, text]) => [`indicators[${row}].${field}`, text]);
  const indicator = sampleForm(Object.fromEntries(paths) as Record<string, string>).indicators[row];
  if (indicator === undefined) throw new Error(`no row ${row}`);
  return indicator;
}

describe("the better direction", () => {
  it.each([
    "群众满意度",
    "市 民 满 意 度",
    "工作人员使用满意率（线上）",
    "承诺时间到场运维及时率",
    "新建（购）系统验收通过率",
    "故障发生响应率",
    "故障解决率",
    "投诉办结率",
    "故障处理率",
    "质量问题整改率",
    "日常运维完成率",
  ])("is more for %s", (name) => expect(directionOf(named(name))).toBe("more"));

  it.each([
    "硬件故障率",
    "服务不合格率",
    "系统重要储存信息丢失率",
    "重大故障次数",
    "重大故障发生数",
    "有效投诉件数",
    "报修响应时间",
    "平均网点排队时间",
    "关键应用设备故障业务中断时间",
    "系统故障平均恢复时长",
    "故障时间",
    "成本总额",
    "人均成本（含税）",
  ])("is less for %s", (name) => expect(directionOf(named(name))).toBe("less"));

  it.each([
    "日常巡检次数",
    "系统运行时间",
    "平均无故障时间",
    "无故障次数",
    "故障处理次数",
    "受理投诉件数",
    "应急演练投诉数",
    "节约成本总额",
    "企业减负成本总额",
    "投诉减少件数",
    "未完成率",
    "不满意度",
    "成本测算",
    "网办率",
    "满意度调查次数",
    "大数据产业增速",
  ])("is left open for %s", (name) => expect(directionOf(named(name))).toBeUndefined());

  it("is less for any row of cost that is counted in money", () => {
    expect(directionOf(named("项目预算", {}, 0))).toBe("less");
    expect(directionOf(named("节约运行成本", {}, 0))).toBeUndefined();
    expect(directionOf(named("项目预算", { target: "≤90.00(%)", actual: "80.00(%)" }, 0))).toBeUndefined();
  });
});

it("knows rows of cost by their group and their unit", () => {
  expect(isCost(named("运维总额", {}, 0))).toBe(true);
  expect(isCost(named("运维总额", { level1: "产出指标", level2: "成本指标" }, 0))).toBe(true);
  expect(isCost(named("运维总额", { level1: "产出指标", level2: "数量指标" }, 0))).toBe(false);
  expect(isCost(named("运维总额", { target: "有效", actual: "300.00(万元)" }, 0))).toBe(true);
  expect(isCost(named("运维总额", { target: "有效", actual: "达成指标" }, 0))).toBe(false);
  expect(isCost(named("人均", { target: "≤480.00(元/人)", actual: "470.00(元/人)" }, 0))).toBe(false);
});

it("knows parts of a whole, and those that can go beyond the plan", () => {
  expect(
    ["故障解决率", "硬件故障率", "任务完成率", "网办率", "成本控制率"].map((name) => isShare(named(name))),
  ).toEqual([true, true, true, false, false]);
  expect(["任务完成率", "目标达成率（全年）", "故障解决率"].map((name) => canExceedPlan(named(name)))).toEqual([
    true,
    true,
    false,
  ]);
});

it("knows changes, which may be below zero", () => {
  expect(
    ["大数据产业增速", "办件量同比变化", "提高用户满意度", "日常巡检次数"].map((name) => canBeNegative(named(name))),
  ).toEqual([true, true, false, false]);
});

it("knows indicators that only ask how much was spent", () => {
  for (const name of ["预算执行率", "项目资金执行率", "年度预算执行率"]) {
    expect([name, isExecutionRate(named(name)), measuresSpending(named(name))]).toEqual([name, true, true]);
  }
  for (const name of ["预算金额结算率", "资金支出率", "专项资金使用率", "经费支付进度率"]) {
    expect([name, isExecutionRate(named(name)), measuresSpending(named(name))]).toEqual([name, false, true]);
  }
  for (const name of ["资金拨付及时率", "预算评审通过率", "提高资金利用率", "计划执行率", "预算执行率提升"]) {
    expect([name, isExecutionRate(named(name)), measuresSpending(named(name))]).toEqual([name, false, false]);
  }
});
