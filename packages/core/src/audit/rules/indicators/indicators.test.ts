/** What the rules of this group say of their own bad examples: the place and the sentence, read by a person. */
import { expect, it } from "vitest";
import { ruleSentences } from "../../../testing/rule-sentences.ts";
import { RULES } from "../../registry.gen.ts";
import type { Patches } from "../../rule.ts";

const rules = RULES.filter(({ id }) => id.startsWith("indicators/"));

it("say what is wrong, and where", () => {
  expect(
    rules.flatMap((rule) => rule.examples.bad.flatMap((patches) => ruleSentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "indicators/actual-blank indicators[4].actual: 实际完成值空白，却给了 30.00 分",
      "indicators/actual-blank indicators[4].actual: 实际完成值只有「/」，没有内容，却给了 30.00 分",
      "indicators/answer-of-another-kind indicators[2].actual: 指标值「≥98.00(%)」是数，完成值「满意」是文字",
      "indicators/answer-of-another-kind indicators[2].actual: 指标值「≥98.00(%)」是数，完成值「达成指标」是文字",
      "indicators/answer-of-another-kind indicators[2].actual: 指标值为「≥98.00(%)」，完成值「≥98%」不是一个确定的数",
      "indicators/answer-of-another-kind indicators[2].actual: 指标值为「≥98.00(%)」，完成值「系统用户满意度98%以上」不是一个确定的数",
      "indicators/answer-of-another-kind indicators[4].actual: 指标值「提升」是文字，完成值「100%」是数",
      "indicators/comparator-against-nature indicators[0].target: 「运维成本总额」通常越低越好，指标值却是「≥300.00(万元)」",
      "indicators/comparator-against-nature indicators[5].target: 「使用部门满意度」通常越高越好，指标值却是「≤95.00(%)」",
      "indicators/comparator-against-nature indicators[3].target: 「维修响应时间」通常越低越好，指标值却是「≥365.00(天)」",
      "indicators/contradicts-funds indicators[0].actual: 成本为「397.35(万元)」，高于全年执行数 306.75 万元，也高于全年预算数 308.00 万元",
      "indicators/contradicts-funds indicators[0].actual: 成本为「307.00(万元)」，高于全年执行数 306.75 万元",
      "indicators/contradicts-funds indicators[0].actual: 成本为「3067600.00(元)」，高于全年执行数 306.75 万元",
      "indicators/contradicts-funds indicators[0].actual: 完成值为「99.61(%)」，资金表印的执行率为 99.59",
      "indicators/contradicts-funds indicators[0].actual: 完成值为「99.58(%)」，资金表印的执行率为 99.59",
      "indicators/contradicts-funds indicators[0].actual: 完成值为「98(%)」，资金表印的执行率为 99.59",
      "indicators/duplicate-name indicators[3].name: 「故障响应及时率」在「质量指标」下已经出现过",
      "indicators/duplicate-name indicators[5].name: 「使用部门满意度」在「社会效益指标」下已经出现过",
      "indicators/far-above-target indicators[1].actual: 完成值「295.00(次)」是指标值「≥226.92(次)」的 1.3 倍",
      "indicators/far-above-target indicators[1].actual: 完成值「7.00(次)」是指标值「=4.00(次)」的 1.75 倍",
      "indicators/far-above-target indicators[5].actual: 完成值「93.00(%)」是指标值「≥50.00(%)」的 1.86 倍",
      "indicators/far-above-target indicators[1].actual: 完成值「7.00(亿)」是指标值「≥5.00(亿)」的 1.4 倍",
      "indicators/group-missing indicators: 没有满意度指标",
      "indicators/group-missing indicators: 没有满意度指标",
      "indicators/implausible-percentage indicators[1].actual: 「1000.00(%)」不像百分比，单位可能填错",
      "indicators/implausible-percentage indicators[1].target: 「≤5000.00(%)」不像百分比，单位可能填错",
      "indicators/implausible-percentage indicators[1].actual: 「26790000.00(%)」不像百分比，单位可能填错",
      "indicators/measures-spending-only indicators[2].name: 「资金支出率」说的是资金执行，却列为「质量指标」",
      "indicators/measures-spending-only indicators[4].name: 「项目经费使用率」说的是资金执行，却列为「社会效益指标」",
      "indicators/note-corrects-value indicators[3].target: 指标值为「≥990.00(%)」，偏差原因栏却说「指标值填报错误，应该为≥99」",
      "indicators/note-corrects-value indicators[1].actual: 完成值为「295.00(次)」，偏差原因栏却说「实际巡检325次」",
      "indicators/note-corrects-value indicators[3].target: 指标值为「≥99.00(%)」，偏差原因栏却说「目标值应为95%」",
      "indicators/note-corrects-value indicators[3].target: 指标值为「≥99.00(%)」，偏差原因栏却说「年度指标值填写有误」",
      "indicators/note-corrects-value indicators[3].target: 指标值为「≥99.00(%)」，偏差原因栏却说「指标值应是：＞99%」",
      "indicators/note-corrects-value indicators[3].actual: 完成值为「95.00(%)」，偏差原因栏却说「完成值录入错误，应为97%」",
      "indicators/note-corrects-value indicators[3].actual: 完成值为「2.00(小时)」，偏差原因栏却说「中断网络1.5个小时」",
      "indicators/note-unit-mismatch indicators[1].deviationNote: 偏差原因栏写的单位是「万核小时」，指标值为「≥5000.00(%)」、完成值为「5100.00(%)」",
      "indicators/note-unit-mismatch indicators[1].deviationNote: 偏差原因栏写的单位是「人次」，指标值为「≥250.00(次)」、完成值为「295.00(次)」",
      "indicators/note-unit-mismatch indicators[1].deviationNote: 偏差原因栏写的单位是「万次」，指标值为「≥250.00(次)」、完成值为「295.00(次)」",
      "indicators/percentage-over-hundred indicators[5].actual: 「使用部门满意度」不会超过 100%，表中为「100.01(%)」",
      "indicators/percentage-over-hundred indicators[2].actual: 「故障解决率」不会超过 100%，表中为「109%」",
      "indicators/satisfaction-misplaced indicators[4].level2: 「政府部门满意」说的是满意度，却列为「社会效益指标」",
      "indicators/satisfaction-misplaced indicators[4].level2: 「政府部门满意度」说的是满意度，却列为「社会效益指标」",
      "indicators/satisfaction-misplaced indicators[5].name: 「试点工程项目管理」列为「服务对象满意度指标」，说的不是满意度",
      "indicators/strict-comparator-met-by-equality indicators[1].target: 指标值为「>295.00(次)」，完成值恰为「295.00(次)」，按字面没有达成",
      "indicators/strict-comparator-met-by-equality indicators[3].target: 指标值为「＜2(小时)」，完成值恰为「2.00(小时)」，按字面没有达成",
      "indicators/target-blank indicators[4].target: 年度指标值空白",
      "indicators/target-blank indicators[4].target: 年度指标值只有「—」，没有内容",
      "indicators/target-cannot-fail indicators[5].target: 指标值为「≥0.00(%)」，没有比 0 更低的结果，怎么做都算达成",
      "indicators/target-cannot-fail indicators[1].target: 指标值为「≥0.00(次)」，没有比 0 更低的结果，怎么做都算达成",
      "indicators/target-cannot-fail indicators[2].target: 指标值为「<100.00(%)」，做得再差也算达成，只有全部做到才算没有达成",
      "indicators/target-cannot-fail indicators[5].target: 指标值为「≤100.00(%)」，比率最高就是 100%，怎么做都算达成",
      "indicators/target-cannot-fail indicators[2].target: 指标值为「<100.00(%)」，只要不是全部出错就算达成",
      "indicators/target-without-figure indicators[5].target: 「使用部门满意度」应当用数衡量，指标值却是「高」",
      "indicators/target-without-figure indicators[1].target: 「应用系统上云」列为数量指标，指标值「完成」里没有数",
      "indicators/under-wrong-group indicators[4].level2: 「时效指标」应在「产出指标」之下，表中在「效益指标」之下",
      "indicators/under-wrong-group indicators[1].level2: 「社会效益指标」应在「效益指标」之下，表中在「产出指标」之下",
      "indicators/unit-mismatch indicators[1].actual: 指标值「≥250.00(次)」与完成值「295.00(天)」单位不同",
      "indicators/unit-mismatch indicators[2].actual: 指标值「≥98.00(%)」有单位，完成值「99.10」没有",
      "indicators/unit-mismatch indicators[0].actual: 指标值「≤308.00(万元)」与完成值「3067500.00(元)」单位不同，折合 3080000.00 元与 3067500.00 元",
      "indicators/unit-missing indicators[1].target: 指标值「≥250」、完成值「295.00」没有单位",
      "indicators/unit-missing indicators[5].target: 指标值「≥90.00」、完成值「93」没有单位",
      "indicators/unit-unlike-name indicators[1].target: 「日常巡检次数」说的是数量，却以百分比计：「≥70.00(%)」",
      "indicators/unit-unlike-name indicators[1].target: 「日常巡检次数」说的是数量，却以时间计：「≥250.00(天)」",
      "indicators/unit-unlike-name indicators[2].target: 「故障解决率」说的是比率，却不以百分比计：「≥98.00(次)」",
      "indicators/unit-unlike-name indicators[3].target: 「故障响应时间」说的是时长，却不以时间计：「≤9.00(次)」",
    ]
  `);
});

it("say why a check cannot be made", () => {
  expect(
    rules.flatMap((rule) => rule.examples.uncheckable.flatMap((patches) => ruleSentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "indicators/answer-of-another-kind indicators[2].actual: 无法核对：完成值「99.10%，其中夜间98.50%」里有数字，但认不出是哪个数",
      "indicators/contradicts-funds indicators[0].actual: 无法核对：资金表的执行率空白或无法识别，两处无从核对",
      "indicators/group-missing indicators: 无法核对：有的行没有印出一级指标，不能断定缺少满意度指标",
      "indicators/under-wrong-group indicators[3].level1: 无法核对：「时效指标」所属的一级指标没有印出",
    ]
  `);
});

it("leave the cost alone where nothing tells what was spent", () => {
  const rate = rules.filter(({ id }) => id === "indicators/contradicts-funds");
  expect(rate.flatMap((rule) => ruleSentences(rule, { "funds.total.annualExecution": null }))).toEqual([
    "indicators/contradicts-funds indicators[0].actual: 无法核对：全年执行数空白或无法识别，成本无从核对",
  ]);
});

it("leave to the rules on reading what stands in a cell and cannot be read", () => {
  const blank = rules.filter(({ id }) => id === "indicators/target-blank" || id === "indicators/actual-blank");
  const unreadable = (at: string) => [{ at, text: "□", origin: { file: "甲.pdf", page: 1 }, reason: "字迹无法识别" }];
  const said = (blankAt: string, unreadableAt: string) =>
    blank.flatMap((rule) => ruleSentences(rule, { [blankAt]: "", unreadable: unreadable(unreadableAt) }));
  for (const field of ["target", "actual"]) {
    expect(said(`indicators[4].${field}`, `indicators[4].${field}`)).toEqual([]);
    expect(said(`indicators[4].${field}`, `indicators[3].${field}`)).toHaveLength(1);
  }
});

it("ask no figure of a row whose name is only that of its group", () => {
  const rule = rules.filter(({ id }) => id === "indicators/target-without-figure");
  const said = (name: string) =>
    rule.flatMap((each) =>
      ruleSentences(each, {
        "indicators[1].name": name,
        "indicators[1].target": "满足实际情况",
        "indicators[1].actual": "满足实际情况",
      }),
    );
  expect(said("数量指标")).toEqual([]);
  expect(said("巡检")).toHaveLength(1);
});

it("infer nothing from a group label that was not printed beside its row", () => {
  const misplaced = rules.filter(({ id }) => id === "indicators/under-wrong-group");
  const unreadable = [
    { at: "indicators[4].level1", text: "", origin: { file: "甲.pdf", page: 1 }, reason: "一级指标没有印出" },
  ];
  const said = (patches: Patches) =>
    misplaced.flatMap((rule) => ruleSentences(rule, { "indicators[4].level2": "时效指标", ...patches }));
  expect(said({})).toHaveLength(1);
  expect(said({ unreadable })).toEqual([]);
});

it("point at another row that counts in ten thousands of the same unit", () => {
  const unit = rules.filter(({ id }) => id === "indicators/note-unit-mismatch");
  const patches = { "indicators[2].deviationNote": "万核小时", "indicators[5].deviationNote": "人" };
  const said = (note: string) =>
    unit.flatMap((rule) => ruleSentences(rule, { ...patches, "indicators[1].deviationNote": note })).slice(0, 1);
  const row = "indicators/note-unit-mismatch indicators[1].deviationNote";
  expect(said("核小时")).toEqual([
    `${row}: 偏差原因栏写的单位是「核小时」（别的行是「万核小时」），指标值为「≥250.00(次)」、完成值为「295.00(次)」`,
  ]);
  expect(said("卡时")).toEqual([
    `${row}: 偏差原因栏写的单位是「卡时」，指标值为「≥250.00(次)」、完成值为「295.00(次)」`,
  ]);
});

it("tell a figure that was only rounded otherwise from one that is wrong", () => {
  const rate = rules.filter(({ id }) => id === "indicators/contradicts-funds");
  const row = { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)" };
  const funds = { "funds.total.annualBudget": "15000.00", "funds.total.annualExecution": "14878.00" };
  const said = (printed: string, actual: string) =>
    rate.flatMap((rule) =>
      ruleSentences(rule, {
        ...row,
        ...funds,
        "funds.total.executionRate": printed,
        "indicators[0].actual": actual,
      }),
    );
  expect(said("99.18", "99.19(%)")).toEqual([
    "indicators/contradicts-funds indicators[0].actual: 完成值为「99.19(%)」，资金表印的执行率为 99.18（未取舍时约为 99.1866，两处取舍不同）",
  ]);
  expect(said("99.18", "99.20(%)")).toEqual([]);
  expect(said("99.18", "99.17(%)")).toEqual([
    "indicators/contradicts-funds indicators[0].actual: 完成值为「99.17(%)」，资金表印的执行率为 99.18",
  ]);
  expect(said("99.08", "99.19(%)")).toEqual([
    "indicators/contradicts-funds indicators[0].actual: 完成值为「99.19(%)」，资金表印的执行率为 99.08",
  ]);
});
