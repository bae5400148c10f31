/** 得分低于分值，偏差原因一栏却没有原因。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { formatDecimal } from "../../../values/decimal.ts";
import { formatScore } from "../../../values/score.ts";
import { givesReason } from "../../deviation-reason.ts";
import { defineRule, violated } from "../../rule.ts";
import { scoredRows } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/deduction-without-reason",
  title: "扣分而未说明原因",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.deductionReason],
  why: "扣了分就要说清哪里没有做到、打算怎么改，这是自评的用处所在；填报系统通常也不允许空着。只填「无」或一个单位的，等于没有说明。",
  fix: "在偏差原因分析及改进措施一栏写明这一项扣分的原因和改进措施；本不该扣分的，改正得分。",
  *check(context) {
    for (const { at, row, weight, score, lost, due, achievement } of scoredRows(context)) {
      if (lost.isZero() || givesReason(row.deviationNote)) continue;
      const { actual, target } = row;
      const isMet = achievement.kind === "met";
      yield violated(indicatorPath(at, "deviationNote"), {
        weight: formatScore(weight),
        score: formatScore(score),
        lost: formatDecimal(lost),
        note: row.deviationNote.trim(),
        result: isMet
          ? `，而完成值 ${actual.text} 已达到指标值 ${target.text}`
          : due.kind === "range"
            ? `，完成情况为「${actual.text}」`
            : "",
      });
    }
  },
  message: ({ weight, score, lost, note, result }) =>
    `分值 ${weight}，得分 ${score}，扣 ${lost} 分${result}；${note === "" ? "未填原因" : `原因一栏只有「${note}」`}`,
  examples: {
    bad: [
      { "indicators[3].deviationNote": "" },
      { "indicators[2].score": "14.50", totalScore: "98.46" },
      { "indicators[4].score": "24.00", totalScore: "92.96" },
    ],
    good: [
      { "indicators[3].deviationNote": "备件到货较晚。" },
      { "indicators[4].score": "24.00", "indicators[4].deviationNote": "部分目录尚未共享。", totalScore: "92.96" },
    ],
    // 空白或无法识别的分值、得分另有规则说明，一处不报两次。
    uncheckable: [],
  },
});
