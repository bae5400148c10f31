import { describe, expect, it } from "vitest";
import { sampleForm } from "../testing/sample-form.ts";
import { summaryEntry } from "../testing/summary-entry.ts";
import { formatScore } from "../values/score.ts";
import { printPercent } from "./print-figures.ts";
import { summarise } from "./summarise.ts";

const row = (fields: Readonly<Record<string, unknown>>) => ({
  level1: "产出指标",
  level2: "数量指标",
  name: "巡检",
  target: "≥2(次)",
  actual: "2(次)",
  weight: "10.00",
  score: "10.00",
  deviationNote: "",
  ...fields,
});
const of = (...rows: readonly Readonly<Record<string, unknown>>[]) =>
  summarise([summaryEntry(sampleForm({ indicators: rows.map(row) }), "0")]);
const judgements = (...rows: readonly Readonly<Record<string, unknown>>[]) =>
  of(...rows).indicators.lines.map(({ judgement }) =>
    judgement.kind === "unjudged" ? judgement.reason : `${judgement.kind} by ${judgement.by}`,
  );

describe("an indicator", () => {
  it("is judged by its figures, by the form's own word, or not at all", () => {
    expect(
      judgements(
        {},
        { actual: "1(次)" },
        { target: "提升", actual: "达成指标" },
        { target: "提升", actual: "部分达成指标并具有一定效果" },
        { target: "提升", actual: "未达成指标" },
        { target: "按时完成", actual: "未按时完成" },
        { target: "提升", actual: "有所提升" },
        { target: "", actual: "达成指标" },
        { actual: "达成指标" },
        { actual: "3(个)" },
        { actual: "1(次)", deviationNote: "指标值填报错误，应为 ≥1" },
        { target: "提升", actual: "达成指标", deviationNote: "完成值填错" },
      ),
    ).toEqual([
      "met by figures",
      "missed by figures",
      "met by wording",
      "missed by wording",
      "missed by wording",
      "missed by wording",
      "年度指标值为文字表述",
      "年度指标值空白",
      "年度指标值为数量而实际完成值为文字表述",
      "单位不同：指标值为「次」，完成值为「个」",
      "偏差原因一栏称指标值或完成值填写有误",
      "偏差原因一栏称指标值或完成值填写有误",
    ]);
  });

  it("is counted once, in every count that it belongs to", () => {
    const { all, unjudgedReasons } = of(
      {},
      { actual: "1(次)" },
      { actual: "3(个)" },
      { actual: "3(台)" },
      { target: "提升", actual: "达成指标", score: "9.00" },
    ).indicators;
    expect(all).toMatchObject({
      indicators: 5,
      met: 2,
      missed: 1,
      unjudged: 2,
      metByWording: 1,
      missedByWording: 0,
      fullMarks: 4,
    });
    expect(unjudgedReasons).toEqual([{ reason: "单位不同", indicators: 2 }]);
  });
});

describe("points", () => {
  it("are summed over the rows of which both cells were read", () => {
    const { points } = of({ score: "7.25" }, { weight: null }, { score: null }, { weight: "5.50", score: "5.50" })
      .indicators.all;
    expect([formatScore(points.weight), formatScore(points.score), points.lost.toFixed()]).toEqual([
      "15.50",
      "12.75",
      "2.75",
    ]);
    expect([points.counted, points.leftOut]).toEqual([2, 2]);
    expect(points.rate && printPercent(points.rate)).toBe("82.25");
  });

  it("of no weight have no rate", () => {
    expect(of({ weight: "0.00", score: "0.00" }).indicators.all.points.rate).toBeUndefined();
    expect(of().indicators.all.points.rate).toBeUndefined();
  });

  it("of the execution rate stand by themselves", () => {
    const { execution } = of({}).indicators;
    expect([formatScore(execution.weight), formatScore(execution.score)]).toEqual(["10.00", "9.96"]);
  });

  it("that were lost ask for a reason, where the row can be weighed at all", () => {
    const { deducted, deductedWithoutReason } = of(
      { score: "9.00" },
      { score: "9.00", deviationNote: "到货较晚" },
      { score: "9.00", deviationNote: "无" },
      { score: "11.00" },
      { score: "-1.00" },
      { weight: "0.00", score: "-1.00" },
    ).indicators;
    expect(deducted.map((line) => line.row)).toEqual([0, 1, 2]);
    expect(deductedWithoutReason.map((line) => line.row)).toEqual([0, 2]);
  });
});

describe("groups of indicators", () => {
  it("stand as the official forms print them, others after them, the blank one last", () => {
    const { sections } = of(
      { level1: "", level2: "" },
      { level1: "满意度 指标", level2: "服务对象满意度指标" },
      { level1: "绿色指标" },
      { level1: "产出指标", level2: "时效指标" },
      { level1: "满意度指标", level2: "其他" },
      { level1: "产出指标", level2: "数量指标" },
      { level1: "成本指标", level2: "经济成本指标" },
    ).indicators;
    expect(sections.map(({ label, groups }) => [label, ...groups.map((group) => group.label)])).toEqual([
      ["成本指标", "经济成本指标"],
      ["产出指标", "数量指标", "时效指标"],
      ["满意度指标", "服务对象满意度指标", "其他"],
      ["绿色指标", "数量指标"],
      ["", ""],
    ]);
    expect(sections.map(({ indicators }) => indicators)).toEqual([1, 2, 2, 1, 1]);
  });

  it("is in the group of its name, with points behind it or without", () => {
    const { sections } = of(
      { level1: "产出指标(50分)" },
      { level1: "产出 指标（40分）", level2: "数量指标（20分）" },
      {},
    ).indicators;
    expect(
      sections.map(({ label, indicators, groups }) => [label, indicators, ...groups.map((one) => one.label)]),
    ).toEqual([["产出指标", 3, "数量指标"]]);
  });
});

describe("notes", () => {
  it("are quoted once with every place, the most frequent first, deviations apart from remarks", () => {
    const { deviations, remarks } = of(
      { deviationNote: "到货较晚", score: "9.00" },
      { deviationNote: "人手不足", actual: "1(次)" },
      { deviationNote: "人手 不足\n", score: "8.00" },
      { deviationNote: "已多次巡检" },
      { deviationNote: "无", score: "1.00" },
    ).quotations;
    expect(deviations.map(({ text, lines }) => [text, lines.map((line) => line.row)])).toEqual([
      ["人手不足", [1, 2]],
      ["到货较晚", [0]],
    ]);
    expect(remarks.map(({ text }) => text)).toEqual(["已多次巡检"]);
  });
});
