/** 指标有分值而得分空白。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "scores/score-missing",
  title: "指标没有得分",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.weightReview],
  why: "有分值而没有得分的指标，等于没有评；总分里它按零分算还是没有算，读者看不出来。所有指标都没有得分的，只在总分处说一次。",
  fix: "补上这项指标的得分；确为零分的填 0，并写明原因；不参加评分的指标不要列入。",
  *check({ form }) {
    const weighted = [...form.indicators.entries()].flatMap(([at, { weight, score }]) =>
      weight.kind === "read" && weight.value.points.greaterThan(0) ? [{ at, weight: weight.value, score }] : [],
    );
    const missing = weighted.filter(({ score }) => score.kind === "blank");
    if (missing.length > 1 && missing.length === weighted.length) {
      yield violated("totalScore", { weight: "", count: String(missing.length) });
      return;
    }
    for (const { at, weight } of missing)
      yield violated(indicatorPath(at, "score"), { weight: formatScore(weight), count: "1" });
  },
  message: ({ weight, count }) => (weight === "" ? `${count} 项指标都有分值而没有得分` : `分值 ${weight}，得分空白`),
  examples: {
    bad: [
      { "indicators[2].score": null, totalScore: "83.96", rating: "良" },
      { "indicators[3].score": null, "indicators[5].score": null, totalScore: "79.96", rating: "中" },
      {
        ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((row) => [`indicators[${row}].score`, null])),
        totalScore: "9.96",
        rating: "差",
      },
    ],
    good: [{ "indicators[3].actual": "0.00(%)", "indicators[3].score": "0.00", totalScore: "89.96", rating: "良" }],
    // 无法识别的得分由 scores/score-over-weight 说明，没有分值的由 weights/weight-missing 说明，一处不报两次。
    uncheckable: [],
  },
});
