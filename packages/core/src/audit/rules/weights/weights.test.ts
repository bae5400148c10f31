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
  const rules = RULES.filter(({ id }) => id.startsWith("weights/"));
  expect(
    rules.flatMap((rule) => rule.examples.bad.flatMap((patches) => ruleSentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "weights/execution-weight-off funds.total.weight: 执行率的分值为 20.00，本版式为 10.00",
      "weights/group-off-norm totalWeight: 分值分配为成本 10、产出 45、效益 25、满意度 10；公开的表中多份采用的是成本 10、产出 40、效益 30、满意度 10，或成本 5、产出 45、效益 30、满意度 10",
      "weights/group-points-mismatch indicators[4].level1: 「效益指标(20分)」印的是 20 分，它下面各行分值之和为 30",
      "weights/group-points-mismatch indicators[0].level1: 「成本指标（15 分）」印的是 15 分，它下面各行分值之和为 10",
      "weights/group-points-mismatch indicators[1].level1: 「产出指标(50分)」印的是 50 分，它下面各行分值之和为 40",
      "weights/sum-not-hundred totalWeight: 各项分值之和为 110.00，应为 100.00",
      "weights/sum-not-hundred totalWeight: 各项分值之和为 99.00，应为 100.00",
      "weights/total-mismatch totalWeight: 各项分值之和为 100.00，总分行为 99.00",
      "weights/weight-missing indicators[0].weight: 分值为 0，这项指标不计分",
      "weights/weight-missing indicators[0].weight: 分值空白，而其余各项已满分，这项指标不计分",
      "weights/weight-over-cap indicators[2].weight: 单项分值 30.50，公开的自评表中单项最高为 30.00",
    ]
  `);
});

describe("weights/group-off-norm", () => {
  /** 产出 39、效益 31. */
  const OFF: Patches = { "indicators[1].weight": "14.00", "indicators[4].weight": "31.00" };
  const says = [
    "totalWeight: 分值分配为成本 10、产出 39、效益 31、满意度 10；公开的表中多份采用的是成本 10、产出 40、效益 30、满意度 10，或成本 5、产出 45、效益 30、满意度 10",
  ];
  it.each<[Patches, readonly string[]]>([
    [OFF, says],
    [{ ...OFF, "indicators[4].level1": "效益 指标" }, says],
    // 合计不是 100、执行率分值不同、缺一类指标、分值读不出的，各由别的规则说明。
    [{ "indicators[1].weight": "14.00" }, []],
    [{ ...OFF, "funds.total.weight": "9.00", "indicators[1].weight": "15.00" }, []],
    [{ "funds.total.weight": "20.00", "indicators[4].weight": "20.00" }, []],
    [{ ...OFF, "indicators[5].level1": "效益指标" }, []],
    [{ ...OFF, "indicators[5].weight": null }, []],
    [{ ...OFF, "funds.total.weight": null }, []],
    // 一类指标只有零分的，等于没有这一类。
    [
      {
        "indicators[0].weight": "0.00",
        "indicators[1].weight": "24.00",
        "indicators[4].weight": "31.00",
      },
      ["totalWeight: 分值分配为产出 49、效益 31、满意度 10；公开的表中多份采用的是产出 50、效益 30、满意度 10"],
    ],
  ])("of %j says %j", (patches, expected) => expect(said("weights/group-off-norm", patches)).toEqual(expected));
});

describe("weights/weight-missing", () => {
  const blank = (...rows: readonly number[]) =>
    Object.fromEntries(rows.map((row) => [`indicators[${row}].weight`, null]));
  it.each<[Patches, readonly string[]]>([
    [
      blank(0, 5),
      [
        "indicators[0].weight: 无法核对：分值空白，不知这项指标占多少分",
        "indicators[5].weight: 无法核对：分值空白，不知这项指标占多少分",
      ],
    ],
    [
      { ...blank(0), "indicators[1].weight": "25.01" },
      ["indicators[0].weight: 分值空白，而其余各项已满分，这项指标不计分"],
    ],
    [{ "indicators[2].weight": "0" }, ["indicators[2].weight: 分值为 0，这项指标不计分"]],
    [blank(0, 1, 2, 3, 4, 5), []],
  ])("of %j says %j", (patches, expected) => expect(said("weights/weight-missing", patches)).toEqual(expected));
});

describe("weights/execution-weight-off", () => {
  it.each<[Patches, readonly string[]]>([
    [{ "funds.total.weight": "9.99" }, ["funds.total.weight: 执行率的分值为 9.99，本版式为 10.00"]],
    [{ "funds.total.weight": null }, []],
  ])("of %j says %j", (patches, expected) => expect(said("weights/execution-weight-off", patches)).toEqual(expected));
});
