/** 完成值已达指标值，写了原因，扣了分。 */
import { indicatorPath } from "../../../place/form-path.ts";
import { formatScore } from "../../../values/score.ts";
import { givesReason } from "../../deviation-reason.ts";
import { defineRule, violated } from "../../rule.ts";
import { scoredRows } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/met-but-deducted",
  title: "已达指标值仍被扣分",
  severity: "note",
  editions: "all",
  basis: (edition) => [edition.indicatorScoreRounding.basis],
  why: "完成值达到了指标值，通常得满分。既扣分又写了原因，多半是完成值或指标值没有反映实情，或者原因与这项指标无关。没有写原因的由「扣分而未说明原因」说明，这里不重复。",
  fix: "对照原因核对完成值和指标值；都无误的，给满分或把原因写清楚。",
  *check(context) {
    for (const { at, row, weight, score, lost, achievement } of scoredRows(context)) {
      if (achievement.kind !== "met" || lost.isZero() || !givesReason(row.deviationNote)) continue;
      yield violated(indicatorPath(at, "score"), {
        target: row.target.text,
        actual: row.actual.text,
        weight: formatScore(weight),
        score: formatScore(score),
      });
    }
  },
  message: ({ target, actual, weight, score }) =>
    `完成值 ${actual} 已达到指标值 ${target}，却只得 ${score} 分（分值 ${weight}）`,
  examples: {
    bad: [
      { "indicators[3].target": "≥95.00(%)" },
      { "indicators[5].score": "9.00", "indicators[5].deviationNote": "个别部门反映响应较慢。", totalScore: "97.96" },
    ],
    good: [
      { "indicators[3].target": "≥95.10(%)" },
      {
        "indicators[3].name": "装修工期",
        "indicators[3].target": "=120.00(天)",
        "indicators[3].actual": "135.00(天)",
        "indicators[3].deviationNote": "材料到场较晚，工期延长。",
      },
    ],
    // 不能比较的（空白、文字、单位不同）由指标一组的规则说明，一处不报两次。
    uncheckable: [],
  },
});
