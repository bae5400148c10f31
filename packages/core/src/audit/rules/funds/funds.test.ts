/** What the rules of this group say: of their own bad examples, read by a person, and where they must keep silent. */
import { describe, expect, it } from "vitest";
import { ruleSentences } from "../../../testing/rule-sentences.ts";
import { RULES } from "../../registry.gen.ts";
import type { Patches } from "../../rule.ts";

function said(id: string, patches: Patches): readonly string[] {
  const rule = RULES.find((each) => each.id === id);
  if (rule === undefined) throw new Error(id);
  return ruleSentences(rule, patches).map((sentence) => sentence.slice(id.length + 1));
}

it("say what is wrong, and where", () => {
  const rules = RULES.filter(({ id }) => id.startsWith("funds/"));
  expect(
    rules.flatMap((rule) => rule.examples.bad.flatMap((patches) => ruleSentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "funds/carryover-project-without-carryover funds.carryover.annualBudget: 项目名称写有「2023年结转」，上年结转资金却没有金额",
      "funds/carryover-project-without-carryover funds.carryover.annualBudget: 项目名称写有「结转」，上年结转资金却没有金额",
      "funds/execution-rate-mismatch funds.total.executionRate: 执行率应为 99.59，表中为 99.60",
      "funds/execution-rate-mismatch funds.carryover.executionRate: 执行率应为 0.00，表中为 100.00",
      "funds/execution-score-mismatch funds.total.score: 执行率得分应为 9.96，表中为 9.95",
      "funds/low-execution-without-reason funds.total.executionRate: 执行率只有 79.96%，表中没有一处说明资金为何没有用完",
      "funds/no-annual-budget funds.total.annualBudget: 全年预算数为 0，各项得分合计 89.00 分",
      "funds/nothing-spent funds.total.annualExecution: 全年预算 308.00 万元，分文未支，各项指标却得了 89.00 分",
      "funds/nothing-spent funds.carryover.annualExecution: 全年预算 1.25 万元，分文未支",
      "funds/part-row-scored funds.currentYearAppropriation.score: 分项行不计分，这里填了 9.96",
      "funds/part-row-scored funds.otherFunds.weight: 分项行不计分，这里填了 10.00",
      "funds/parts-total-mismatch funds.total.initialBudget: 分项之和为 5.00，总额为 0.00",
      "funds/spent-over-budget funds.currentYearAppropriation.annualExecution: 全年执行数 310.00 万元，超出全年预算数 308.00 万元",
      "funds/spent-over-budget funds.otherFunds.annualExecution: 全年执行数 1.00 万元，超出全年预算数 0.00 万元",
      "funds/zero-initial-budget funds.total.initialBudget: 年初预算数为 0，全年预算数为 308.00 元，看来是年中追加的",
    ]
  `);
});

/** 当年财政拨款 and 年度资金总额 with the same money, the other rows zero. */
const money = (annualBudget: string, annualExecution: string): Patches => ({
  "funds.total.annualBudget": annualBudget,
  "funds.total.annualExecution": annualExecution,
  "funds.currentYearAppropriation.annualBudget": annualBudget,
  "funds.currentYearAppropriation.annualExecution": annualExecution,
});

const EMPTIED = Object.fromEntries([0, 1, 2, 3, 4, 5].map((row) => [`indicators[${row}].score`, "0.00"]));

describe("funds/carryover-project-without-carryover", () => {
  const named = "funds.carryover.annualBudget: 项目名称写有「2023年度结转」，上年结转资金却没有金额";
  it.each<[Patches, readonly string[]]>([
    [{ projectName: "平台运维(2023 年度 结转)" }, [named]],
    // 只有执行数、没有预算数的，也算有金额。
    [{ projectName: "平台运维(2023年度结转)", "funds.carryover.annualExecution": "1.00" }, []],
    [{ projectName: "平台运维(2023年度结转)", ...money("0.00", "0.00") }, []],
    [{ projectName: "平台运维(2025年结转)" }, []],
  ])("of %j says %j", (patches, expected) =>
    expect(said("funds/carryover-project-without-carryover", patches)).toEqual(expected),
  );
});

describe("funds/low-execution-without-reason", () => {
  const low = money("308.00", "200.00");
  const says = ["funds.total.executionRate: 执行率只有 64.93%，表中没有一处说明资金为何没有用完"];
  it.each<[Patches, readonly string[]]>([
    [low, says],
    // 说到资金，但没有说用没用完。
    [{ ...low, "overallGoal.actual": "专项资金管理规范，各项工作按计划完成。" }, says],
    [{ ...low, "overallGoal.actual": "全年机房用电按实结算，运转正常。" }, []],
    [{ ...low, "indicators[5].deviationNote": "年中预算调整，部分服务未采购。" }, []],
    [{ ...low, notes: "部分经费未使用。" }, []],
    [money("308.00", "0.00"), []],
    [{ ...low, "funds.total.annualExecution": null }, []],
  ])("of %j says %j", (patches, expected) =>
    expect(said("funds/low-execution-without-reason", patches)).toEqual(expected),
  );
});

describe("funds/no-annual-budget", () => {
  it.each<[Patches, readonly string[]]>([
    [money("0.00", "3.00"), ["funds.total.annualBudget: 全年预算数为 0，却执行了 3.00 万元，各项得分合计 98.96 分"]],
    [{ ...money("0.00", "0.00"), ...EMPTIED, "funds.total.score": "0.00" }, []],
    // 分项有预算的，错在总额一行，由另一条规则说明。
    [{ "funds.total.annualBudget": "0.00" }, []],
    [{ ...money("0.00", "0.00"), "funds.total.annualBudget": null }, []],
  ])("of %j says %j", (patches, expected) => expect(said("funds/no-annual-budget", patches)).toEqual(expected));
});

describe("funds/nothing-spent", () => {
  it.each<[Patches, readonly string[]]>([
    [money("308.00", "0.00"), ["funds.total.annualExecution: 全年预算 308.00 万元，分文未支，各项指标却得了 89.00 分"]],
    [{ ...money("308.00", "0.00"), ...EMPTIED }, ["funds.total.annualExecution: 全年预算 308.00 万元，分文未支"]],
    [
      { "funds.otherFunds.annualBudget": "2.00", "funds.total.annualBudget": "310.00" },
      ["funds.otherFunds.annualExecution: 全年预算 2.00 万元，分文未支"],
    ],
    [
      { ...money("308.00", "0.00"), "funds.total.annualExecution": null },
      ["funds.currentYearAppropriation.annualExecution: 全年预算 308.00 万元，分文未支"],
    ],
    [money("0.00", "0.00"), []],
    [money("308.00", "0.01"), []],
  ])("of %j says %j", (patches, expected) => expect(said("funds/nothing-spent", patches)).toEqual(expected));
});

describe("funds/spent-over-budget", () => {
  it.each<[Patches, readonly string[]]>([
    [
      { "funds.total.annualExecution": "308.01" },
      ["funds.total.annualExecution: 全年执行数 308.01 万元，超出全年预算数 308.00 万元"],
    ],
    // 分项已说，总额不再说。
    [
      { "funds.otherFunds.annualExecution": "2.00", "funds.total.annualExecution": "308.75" },
      ["funds.otherFunds.annualExecution: 全年执行数 2.00 万元，超出全年预算数 0.00 万元"],
    ],
    [{ "funds.total.annualBudget": "0.00" }, []],
    [{ "funds.total.annualBudget": null }, []],
    [money("308.00", "308.00"), []],
  ])("of %j says %j", (patches, expected) => expect(said("funds/spent-over-budget", patches)).toEqual(expected));
});

describe("funds/zero-initial-budget", () => {
  const in2021 = { edition: "sh-2021", fiscalYear: 2021, currencyUnit: "元", rating: null };
  const blank = Object.fromEntries(
    ["total", "currentYearAppropriation", "carryover", "otherFunds"].map((row) => [`funds.${row}.initialBudget`, null]),
  );
  it.each<[Patches, readonly string[]]>([
    [in2021, ["funds.total.initialBudget: 年初预算数为 0，全年预算数为 308.00 元，看来是年中追加的"]],
    [{ ...in2021, ...blank }, ["funds.total.initialBudget: 无法核对：年初预算数整列空白，看不出是否年初安排"]],
    // 分项有数而总额空白，是合计的事。
    [{ ...in2021, "funds.total.initialBudget": null, "funds.currentYearAppropriation.initialBudget": "3.00" }, []],
    [{ ...in2021, ...money("0.00", "0.00") }, []],
    [{ ...in2021, "funds.total.initialBudget": "0.01" }, []],
    [{}, []],
  ])("of %j says %j", (patches, expected) => expect(said("funds/zero-initial-budget", patches)).toEqual(expected));
});
