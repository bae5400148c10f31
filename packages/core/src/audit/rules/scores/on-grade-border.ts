/** 总分恰好等于一个等级的下限。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { valueOf } from "../../../place/cell.ts";
import { compareScores, formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "scores/on-grade-border",
  title: "总分恰在等级的下限",
  severity: "note",
  editions: "all",
  basis: (edition) => [
    REVIEW_PRACTICE.gradeBorder,
    ...edition.gradeBands
      .map((band) => band.basis)
      .filter((citation, at, all) => citation.certainty !== "unverified" && all.indexOf(citation) === at),
  ],
  why: "各项得分加起来不多不少正好够上一个等级，可能是巧合，也可能是按等级倒推了扣分；读者会多看一眼。只看分界有依据的等级；总分算错的先改总分。",
  fix: "看扣分的各项是否各有原因；确属巧合的可以不改。",
  *check({ form, sheet, edition }) {
    const total = valueOf(form.totalScore);
    if (total === undefined || sheet.rating === undefined || sheet.totalScore.agrees === false) return;
    const band = edition.gradeBands.find(({ from }) => compareScores(total, from) === 0);
    if (band === undefined || band.basis.certainty === "unverified") return;
    yield violated("totalScore", { total: formatScore(total), grade: band.label });
  },
  message: ({ total, grade }) => `总分恰为 ${total}，正好够上「${grade}」`,
  examples: {
    bad: [
      {
        "funds.total.annualExecution": "308.00",
        "funds.total.executionRate": "100.00",
        "funds.total.score": "10.00",
        "funds.currentYearAppropriation.annualExecution": "308.00",
        "funds.currentYearAppropriation.executionRate": "100.00",
        "indicators[3].actual": "60.00(%)",
        "indicators[3].score": "6.00",
        "indicators[4].score": "24.00",
        "indicators[4].deviationNote": "部分目录尚未共享。",
        totalScore: "90.00",
      },
    ],
    good: [
      {
        "indicators[3].actual": "60.00(%)",
        "indicators[3].score": "6.00",
        "indicators[4].score": "24.05",
        "indicators[4].deviationNote": "部分目录尚未共享。",
        totalScore: "90.01",
      },
      {
        "indicators[3].actual": "60.00(%)",
        "indicators[3].score": "6.00",
        "indicators[4].score": "24.03",
        "indicators[4].deviationNote": "部分目录尚未共享。",
        totalScore: "89.99",
        rating: "良",
      },
    ],
    // 总分空白由 scores/total-mismatch 说明，一处不报两次。
    uncheckable: [],
  },
});
