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
  const rules = RULES.filter(({ id }) => id.startsWith("scores/"));
  expect(
    rules.flatMap((rule) => rule.examples.bad.flatMap((patches) => ruleSentences(rule, patches))),
  ).toMatchInlineSnapshot(`
    [
      "scores/above-due indicators[3].score: 指标值 ≥99.00(%)，完成值 49.50(%)，按完成比例为 5.00 分，表中得 9.00 分",
      "scores/above-due indicators[3].score: 指标值 ≥99.00(%)，完成值 79.20(%)，按完成比例为 8.00 分，表中得 9.00 分",
      "scores/above-due indicators[3].score: 指标值 ≥99.00(%)，完成值 83.16(%)，按完成比例为 8.40 分，表中得 9.40 分",
      "scores/above-due indicators[3].score: 指标值 =0.00(起)，完成值 1.00(起)，按完成比例为 0.00 分，表中得 9.00 分",
      "scores/below-due indicators[3].score: 指标值 ≥99.00(%)，完成值 95.00(%)，按完成比例为 9.60 分，表中只得 8.60 分",
      "scores/below-due indicators[3].score: 指标值 ≥99.00(%)，完成值 95.00(%)，按完成比例为 9.60 分，表中只得 0.00 分",
      "scores/deduction-without-reason indicators[3].deviationNote: 分值 10.00，得分 9.00，扣 1 分；未填原因",
      "scores/deduction-without-reason indicators[2].deviationNote: 分值 15.00，得分 14.50，扣 0.5 分，而完成值 99.10(%) 已达到指标值 ≥98.00(%)；未填原因",
      "scores/deduction-without-reason indicators[4].deviationNote: 分值 30.00，得分 24.00，扣 6 分，完成情况为「达成指标」；未填原因",
      "scores/full-marks-though-missed indicators[3].score: 完成值 95.00(%) 未达指标值 ≥99.00(%)，却得满分 10.00；按完成比例为 9.60",
      "scores/full-marks-though-missed indicators[3].score: 完成值 95.00(%) 未达指标值 ≥99.00(%)，却得满分 10.00；按完成比例为 9.60",
      "scores/full-marks-though-missed indicators[1].score: 完成值 295.00(次) 未达指标值 ≥300.00(次)，却得满分 15.00；按完成比例为 14.75",
      "scores/full-marks-though-missed indicators[4].score: 完成值 未按时完成 未达指标值 提升，却得满分 30.00",
      "scores/full-marks-though-missed indicators[4].score: 完成值 2025年3月 未达指标值 2024年12月31日前，却得满分 30.00",
      "scores/full-marks-though-missed indicators[3].score: 完成值 75.00(天) 未达指标值 =60.00(天)，却得满分 10.00",
      "scores/grade-mismatch rating: 按总分等级应为「优」，表中为「良」",
      "scores/grade-mismatch rating: 按总分等级应为「优」，表中为「差」",
      "scores/met-but-deducted indicators[3].score: 完成值 95.00(%) 已达到指标值 ≥95.00(%)，却只得 9.00 分（分值 10.00）",
      "scores/met-but-deducted indicators[5].score: 完成值 93.00(%) 已达到指标值 ≥90.00(%)，却只得 9.00 分（分值 10.00）",
      "scores/on-grade-border totalScore: 总分恰为 90.00，正好够上「优」",
      "scores/outside-tier indicators[4].score: 完成情况为「达成指标」，分值 30.00 的这一档为 24.00—30.00 分，表中为 23.90 分",
      "scores/outside-tier indicators[4].score: 完成情况为「部分达成指标并具有一定效果」，分值 30.00 的这一档为 18.00—24.00 分，表中为 30.00 分",
      "scores/outside-tier indicators[4].score: 完成情况为「部分达成预期指标并具有一定效果」，分值 30.00 的这一档为 18.00—24.00 分，表中为 30.00 分",
      "scores/outside-tier indicators[4].score: 完成情况为「未达成年度指标且效果较差」，分值 30.00 的这一档为 0.00—18.00 分，表中为 30.00 分",
      "scores/outside-tier indicators[4].score: 完成情况为「未达成指标且效果较差」，分值 30.00 的这一档为 0.00—18.00 分，表中为 20.00 分",
      "scores/reason-without-deduction indicators[1].deviationNote: 这里说到没有做到的地方，得分却是满分 15.00",
      "scores/reason-without-deduction indicators[4].deviationNote: 这里说到没有做到的地方，得分却是满分 30.00",
      "scores/score-missing indicators[2].score: 分值 15.00，得分空白",
      "scores/score-missing indicators[3].score: 分值 10.00，得分空白",
      "scores/score-missing indicators[5].score: 分值 10.00，得分空白",
      "scores/score-missing totalScore: 6 项指标都有分值而没有得分",
      "scores/score-over-weight indicators[0].score: 得分 10.50 不在 0 与分值 10.00 之间",
      "scores/score-over-weight indicators[3].score: 得分 -1.00 不在 0 与分值 10.00 之间",
      "scores/total-mismatch totalScore: 各项得分之和为 98.96，总分为 98.97",
      "scores/uniform-deductions indicators[2].score: 凭判断扣分的 3 项指标都恰好扣了分值的 20%：「故障处置规范性」「故障响应及时性」「提升数据共享水平」",
    ]
  `);
});

describe("scores/above-due and scores/below-due", () => {
  const says = (patches: Patches) => [...said("scores/above-due", patches), ...said("scores/below-due", patches)];
  const row = (target: string, actual: string, weight: string, score: string, note = "备件到货较晚。"): Patches => ({
    "indicators[3].target": target,
    "indicators[3].actual": actual,
    "indicators[3].weight": weight,
    "indicators[3].score": score,
    "indicators[3].deviationNote": note,
  });
  it.each<[Patches, readonly string[]]>([
    [
      row("≥100.00(%)", "50.00(%)", "10.00", "6.00"),
      ["indicators[3].score: 指标值 ≥100.00(%)，完成值 50.00(%)，按完成比例为 5.00 分，表中得 6.00 分"],
    ],
    [row("≥100.00(%)", "50.00(%)", "10.00", "5.99"), []],
    [row("≥100.00(%)", "50.00(%)", "10.00", "4.01"), []],
    [
      row("≥100.00(%)", "50.00(%)", "10.00", "4.00"),
      ["indicators[3].score: 指标值 ≥100.00(%)，完成值 50.00(%)，按完成比例为 5.00 分，表中只得 4.00 分"],
    ],
    // 没有原因的扣分另有规则说明；扣得过少的与原因无关。
    [row("≥100.00(%)", "50.00(%)", "10.00", "4.00", ""), []],
    [
      row("≤1.00(小时)", "2.00(小时)", "10.00", "7.00", ""),
      ["indicators[3].score: 指标值 ≤1.00(小时)，完成值 2.00(小时)，按完成比例为 5.00 分，表中得 7.00 分"],
    ],
    // 2.50 进为 3 或舍为 2，都是取整。
    [row("≥100.00(%)", "50.00(%)", "5.00", "3.00"), []],
    [row("≥100.00(%)", "50.00(%)", "5.00", "2.00"), []],
    // 满分的、恰在「大于」界限上的、原因说指标值填错的，各有规则说明。
    [row("≥100.00(%)", "50.00(%)", "10.00", "10.00"), []],
    [row(">365.00(天)", "365.00(天)", "10.00", "5.00"), []],
    [row("≥85000.00(个)", "10001.00(个)", "5.00", "4.00", "指标值填报错误，应该为≥8500"), []],
    // 没有得分、分值为零、得分越界的不在此列。
    [{ ...row("≥100.00(%)", "50.00(%)", "10.00", "0.00"), "indicators[3].score": null }, []],
    [row("≥100.00(%)", "50.00(%)", "0.00", "0.00"), []],
    [row("≥100.00(%)", "50.00(%)", "10.00", "-1.00"), []],
    [row("≥100.00(%)", "50.00(%)", "10.00", "11.00"), []],
  ])("of %j say %j", (patches, expected) => expect(says(patches)).toEqual(expected));
});

describe("scores/full-marks-though-missed", () => {
  const full = { "indicators[3].score": "10.00" };
  it.each<[Patches, readonly string[]]>([
    [
      { ...full, "indicators[3].actual": "-1.00(%)" },
      ["indicators[3].score: 完成值 -1.00(%) 未达指标值 ≥99.00(%)，却得满分 10.00"],
    ],
    [{ ...full, "indicators[3].target": ">95.00(%)" }, []],
    [{ ...full, "indicators[3].actual": "95.00(次)" }, []],
    [{ ...full, "indicators[3].deviationNote": "指标值填写有误" }, []],
    [{ "indicators[3].score": "9.99" }, []],
  ])("of %j says %j", (patches, expected) =>
    expect(said("scores/full-marks-though-missed", patches)).toEqual(expected),
  );
});

describe("scores/deduction-without-reason", () => {
  it.each<[Patches, readonly string[]]>([
    [
      { "indicators[3].deviationNote": " 无 " },
      ["indicators[3].deviationNote: 分值 10.00，得分 9.00，扣 1 分；原因一栏只有「无」"],
    ],
    [{ "indicators[3].deviationNote": "", "indicators[3].score": "10" }, []],
    [{ "indicators[3].deviationNote": "", "indicators[3].score": null }, []],
  ])("of %j says %j", (patches, expected) =>
    expect(said("scores/deduction-without-reason", patches)).toEqual(expected),
  );
});

describe("scores/outside-tier", () => {
  const scored = (score: string, actual = "达成指标"): Patches => ({
    "indicators[4].actual": actual,
    "indicators[4].score": score,
  });
  it.each<[Patches, boolean]>([
    [scored("24.00"), true],
    [scored("23.99"), false],
    [scored("18.00", "部分达成指标并具有一定效果"), true],
    [scored("17.99", "部分达成指标并具有一定效果"), false],
    [scored("24.01", "部分达成指标并具有一定效果"), false],
    [scored("18.00", "未达成指标且效果较差"), true],
    [scored("0.00", "未达成指标且效果较差"), true],
    [scored("18.01", "未达成指标且效果较差"), false],
    // 不是分档的用语，没有档次可比。
    [scored("1.00", "基本达成"), true],
  ])("of %j is silent: %j", (patches, silent) =>
    expect(said("scores/outside-tier", patches)).toHaveLength(silent ? 0 : 1),
  );
});

describe("scores/reason-without-deduction", () => {
  const late = { "indicators[4].deviationNote": "部分目录未能按时更新。" };
  it.each<[Patches, readonly string[]]>([
    [late, ["indicators[4].deviationNote: 这里说到没有做到的地方，得分却是满分 30.00"]],
    [{ ...late, "indicators[4].score": "29.00" }, []],
    // 得分出了档次、未达指标值得满分的，另有规则说明。
    [{ ...late, "indicators[4].actual": "部分达成指标并具有一定效果" }, []],
    [{ "indicators[3].score": "10.00" }, []],
    [{ "indicators[4].deviationNote": "指标值填报错误，应为显著提升" }, []],
  ])("of %j says %j", (patches, expected) =>
    expect(said("scores/reason-without-deduction", patches)).toEqual(expected),
  );
});

describe("scores/uniform-deductions", () => {
  /** The first rows with 20 % off, all met. */
  const off = (count: number): Patches => ({
    "indicators[3].actual": count > 3 ? "99.00(%)" : "95.00(%)",
    ...Object.fromEntries(
      ["8.00", "12.00", "12.00", "8.00", "24.00", "8.00"]
        .slice(0, count)
        .map((score, row) => [`indicators[${row}].score`, score] as const),
    ),
  });
  const says = (count: number, names: string) => [
    `indicators[0].score: 凭判断扣分的 ${count} 项指标都恰好扣了分值的 20%：${names}`,
  ];
  const three = "「运维成本总额」「日常巡检次数」「故障解决率」";
  it.each<[Patches, readonly string[]]>([
    // 第四行未达指标值，扣分算得出来，不计在内。
    [off(3), says(3, three)],
    [off(2), []],
    [{ ...off(3), "indicators[4].score": "27.00" }, []],
    [{ ...off(3), "indicators[4].score": "24.00" }, says(4, `${three}「提升数据共享水平」`)],
    [off(6), says(6, `${three}「故障响应及时率」「提升数据共享水平」「使用部门满意度」`)],
    // 有一项只多得百分之一分，比例就不同了。
    [{ ...off(3), "indicators[2].score": "12.01" }, []],
  ])("of %j says %j", (patches, expected) => expect(said("scores/uniform-deductions", patches)).toEqual(expected));
});

describe("scores/on-grade-border", () => {
  const at90 = { "indicators[4].score": "21.04", totalScore: "90" };
  it.each<[Patches, readonly string[]]>([
    [at90, ["totalScore: 总分恰为 90.00，正好够上「优」"]],
    // 总分算错的先改总分；这一版式没有等级；80 分的分界没有依据。
    [{ totalScore: "90.00" }, []],
    [{ ...at90, edition: "sh-2021", rating: null }, []],
    [{ "indicators[4].score": "11.04", totalScore: "80.00" }, []],
    [{ totalScore: null }, []],
  ])("of %j says %j", (patches, expected) => expect(said("scores/on-grade-border", patches)).toEqual(expected));
});

describe("scores/score-missing", () => {
  const blank = (...rows: readonly number[]) =>
    Object.fromEntries(rows.map((row) => [`indicators[${row}].score`, null]));
  it.each<[Patches, readonly string[]]>([
    [blank(2), ["indicators[2].score: 分值 15.00，得分空白"]],
    [blank(0, 1, 2, 3, 4, 5), ["totalScore: 6 项指标都有分值而没有得分"]],
    // 没有分值的行不必有得分。
    [{ ...blank(2), "indicators[2].weight": null }, []],
    [{ ...blank(2), "indicators[2].weight": "0.00" }, []],
  ])("of %j says %j", (patches, expected) => expect(said("scores/score-missing", patches)).toEqual(expected));
});
