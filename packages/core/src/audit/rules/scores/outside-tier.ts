/** 定性指标的得分不在所填完成情况的档次之内。 */
import { indicatorPath } from "../../../place/form-path.ts";
import { formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";
import { scoredRows } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/outside-tier",
  title: "得分与定性指标的档次不符",
  severity: "warning",
  editions: "all",
  basis: (edition) =>
    edition.qualitativeTiers.map((tier) => tier.basis).filter((citation, at, all) => all.indexOf(citation) === at),
  why: "定性指标按完成情况分档计分，每档有得分的范围；得分出了范围，完成情况和得分必有一个没有填对。",
  fix: "按实际完成情况重选档次，或在档次的范围内改正得分。",
  *check(context) {
    for (const { at, row, weight, score, due } of scoredRows(context)) {
      if (due.kind !== "range") continue;
      if (score.points.greaterThanOrEqualTo(due.low) && score.points.lessThanOrEqualTo(due.high)) continue;
      yield violated(indicatorPath(at, "score"), {
        actual: row.actual.text,
        weight: formatScore(weight),
        range: due.text,
        score: formatScore(score),
      });
    }
  },
  message: ({ actual, weight, range, score }) =>
    `完成情况为「${actual}」，分值 ${weight} 的这一档为 ${range} 分，表中为 ${score} 分`,
  examples: {
    bad: [
      { "indicators[4].score": "23.90", "indicators[4].deviationNote": "部分目录尚未共享。", totalScore: "92.86" },
      { "indicators[4].actual": "部分达成指标并具有一定效果" },
      { "indicators[4].actual": "部分达成预期指标并具有一定效果" },
      { "indicators[4].actual": "未达成年度指标且效果较差" },
      {
        "indicators[4].actual": "未达成指标且效果较差",
        "indicators[4].score": "20.00",
        "indicators[4].deviationNote": "部分目录尚未共享。",
        totalScore: "88.96",
        rating: "良",
      },
    ],
    good: [
      { "indicators[4].score": "24.00", "indicators[4].deviationNote": "部分目录尚未共享。", totalScore: "92.96" },
      {
        "indicators[4].actual": "部分达成指标并具有一定效果",
        "indicators[4].score": "24.00",
        "indicators[4].deviationNote": "部分目录尚未共享。",
        totalScore: "92.96",
      },
    ],
    // 空白或无法识别的分值、得分另有规则说明；不是分档用语的完成情况没有档次可比。
    uncheckable: [],
  },
});
