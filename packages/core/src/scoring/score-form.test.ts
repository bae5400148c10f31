import { describe, expect, it } from "vitest";
import { SH_2021 } from "../edition/sh-2021.ts";
import { SH_2024 } from "../edition/sh-2024.ts";
import { sampleForm } from "../testing/sample-form.ts";
import type { Figure } from "./due.ts";
import { figuresOf, scoreForm } from "./score-form.ts";

const sheetOf = (patches: Readonly<Record<string, unknown>> = {}) => scoreForm(sampleForm(patches), SH_2024);

/** `printed | due | agrees`; what cannot be computed shows its reason. */
const shown = ({ printed, due, agrees }: Figure) =>
  `${printed} | ${"text" in due ? due.text : `? ${due.reason}`} | ${agrees ?? "?"}`;

const unreadable = (at: string, text: string) => [{ at, text, origin: { file: "甲.txt" }, reason: "数字不清" }];

describe("a score sheet", () => {
  it("sets every computed figure beside the printed one, in the order of the form", () => {
    const lines = figuresOf(sheetOf()).map(
      (figure) => `${figure.at}: ${shown(figure)} | ${figure.strict ? "strict" : "advice"} | ${figure.basis.id}`,
    );
    expect(lines).toEqual([
      "funds.total.initialBudget: 0.00 | 0.00 | true | strict | disclosed/sums",
      "funds.total.annualBudget: 308.00 | 308.00 | true | strict | disclosed/sums",
      "funds.total.annualExecution: 306.75 | 306.75 | true | strict | disclosed/sums",
      "funds.total.executionRate: 99.59 | 99.59 | true | strict | disclosed/rate-2024",
      "funds.total.score: 9.96 | 9.96 | true | strict | disclosed/execution-score",
      "funds.currentYearAppropriation.executionRate: 99.59 | 99.59 | true | strict | disclosed/rate-2024",
      "funds.carryover.executionRate: 0.00 | 0.00 | true | strict | disclosed/rate-2024",
      "funds.otherFunds.executionRate: 0.00 | 0.00 | true | strict | disclosed/rate-2024",
      "indicators[0].score: 10.00 | 10.00 | true | advice | disclosed/indicator-score",
      "indicators[1].score: 15.00 | 15.00 | true | advice | disclosed/indicator-score",
      "indicators[2].score: 15.00 | 15.00 | true | advice | disclosed/indicator-score",
      "indicators[3].score: 9.00 | 9.60 | false | advice | disclosed/indicator-score",
      "indicators[4].score: 30.00 | 24.00—30.00 | true | advice | disclosed/indicator-score",
      "indicators[5].score: 10.00 | 10.00 | true | advice | disclosed/indicator-score",
      "totalWeight: 100.00 | 100.00 | true | strict | disclosed/sums",
      "totalScore: 98.96 | 98.96 | true | strict | disclosed/sums",
      "rating: 优 | 优 | true | strict | disclosed/grade-excellent",
    ]);
  });

  it("has no grade where the edition prints none", () => {
    const sheet = scoreForm(sampleForm({ edition: "sh-2021", currencyUnit: "元", rating: null }), SH_2021);
    expect(sheet.rating).toBeUndefined();
    expect(figuresOf(sheet).map(({ at }) => at)).not.toContain("rating");
    expect(figuresOf(sheet)).toHaveLength(16);
  });

  it("adds up money in the unit that the form prints", () => {
    const { fundTotals } = sheetOf({ currencyUnit: "元", "funds.otherFunds.annualBudget": "0.50" });
    expect(shown(fundTotals.annualBudget)).toBe("308.00 | 308.50 | false");
  });

  it("says which parts of a total it could not read", () => {
    expect(
      shown(
        sheetOf({ "funds.carryover.annualBudget": null, unreadable: unreadable("funds.carryover.annualBudget", "〇") })
          .fundTotals.annualBudget,
      ),
    ).toBe("308.00 | ? 有资金分项无法识别 | ?");
    expect(
      shown(
        sheetOf({ "indicators[0].weight": null, unreadable: unreadable("indicators[0].weight", "1O") }).totalWeight,
      ),
    ).toBe("100.00 | ? 有分值无法识别 | ?");
    expect(
      shown(sheetOf({ "indicators[0].score": null, unreadable: unreadable("indicators[0].score", "1O") }).totalScore),
    ).toBe("98.96 | ? 有得分无法识别 | ?");
  });

  it("compares nothing with a cell that is blank or cannot be read, but shows what stands there", () => {
    expect(shown(sheetOf({ totalScore: null }).totalScore)).toBe(" | 98.96 | ?");
    expect(shown(sheetOf({ totalScore: null, unreadable: unreadable("totalScore", "98.9O") }).totalScore)).toBe(
      "98.9O | 98.96 | ?",
    );
  });

  it("knows the words of a tier, however they are spaced", () => {
    expect(shown(sheetOf({ "indicators[4].actual": "达成 指标" }).indicatorScores[4]!)).toBe(
      "30.00 | 24.00—30.00 | true",
    );
  });

  it.each([
    ["23.99", "false"],
    ["24.00", "true"],
    ["30.00", "true"],
    ["30.01", "false"],
  ])("takes a qualitative score of %s for one of its tier: %s", (score, agrees) => {
    expect(shown(sheetOf({ "indicators[4].score": score }).indicatorScores[4]!)).toBe(
      `${score} | 24.00—30.00 | ${agrees}`,
    );
  });
});

describe("the grade on a score sheet", () => {
  const rated = (patches: Readonly<Record<string, unknown>>) => {
    const { rating } = sheetOf(patches);
    return rating && `${shown(rating)} | ${rating.basis.id}`;
  };

  it.each([
    [{ rating: "优秀" }, "优秀 | 优 | true | disclosed/grade-excellent"],
    [{ rating: "良" }, "良 | 优 | false | disclosed/grade-excellent"],
    [{ rating: null }, " | 优 | ? | disclosed/grade-excellent"],
    [{ rating: "合格" }, "合格 | 优 | ? | disclosed/grade-excellent"],
    [{ totalScore: "89.00", rating: "优" }, "优 | 良 | false | disclosed/grade-excellent"],
    [{ totalScore: "70.00", rating: "中" }, "中 | 中 | true | disclosed/grade-lower"],
    [{ totalScore: "70.00", rating: "良" }, "良 | ? 这一档等级的分数界限尚无依据 | ? | disclosed/grade-lower"],
    [{ totalScore: null, rating: "优" }, "优 | ? 总分空白或无法识别 | ? | disclosed/grade-lower"],
  ])("of %j: %s", (patches, expected) => expect(rated(patches)).toBe(expected));

  it("is a word, not a figure", () => expect(sheetOf().rating?.due).toEqual({ kind: "word", text: "优" }));

  it("cites what attests the lower part of a grade", () => {
    const [, good] = SH_2024.gradeBands;
    expect(sheetOf({ totalScore: "89.00", rating: "良" }).rating?.basis).toBe(good?.attested?.basis);
  });
});
