/** 完成值没有达到指标值，仍得满分。 */
import { indicatorPath } from "../../../place/form-path.ts";
import { formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";
import { scoredRows } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/full-marks-though-missed",
  title: "未达指标值仍得满分",
  severity: "warning",
  editions: "all",
  basis: (edition) => [edition.indicatorScoreRounding.basis],
  why: "指标值没有达到而不扣分，自评就失去了意义；也可能是完成值或指标值填错了。完成值恰等于「大于」「小于」的界限的，由指标一组的规则说明；单位不同、一边是文字的，也由那里说明。",
  fix: "先核对指标值和完成值；确未达到的，按完成比例扣分，并写明原因。",
  *check(context) {
    for (const { at, row, score, lost, due, achievement } of scoredRows(context)) {
      // 分档的完成情况由 scores/outside-tier 说明。
      if (due.kind === "range") continue;
      if (achievement.kind !== "missed" || !lost.isZero() || achievement.share?.equals(1) === true) continue;
      yield violated(indicatorPath(at, "score"), {
        target: row.target.text,
        actual: row.actual.text,
        score: formatScore(score),
        due: due.kind === "exact" && achievement.share !== undefined ? due.text : "",
      });
    }
  },
  message: ({ target, actual, score, due }) =>
    `完成值 ${actual} 未达指标值 ${target}，却得满分 ${score}${due === "" ? "" : `；按完成比例为 ${due}`}`,
  examples: {
    bad: [
      { "indicators[3].score": "10.00", "indicators[3].deviationNote": "", totalScore: "99.96" },
      // 有没有写原因都一样：不再另报「有原因而未扣分」。
      { "indicators[3].score": "10.00", "indicators[3].deviationNote": "备件未能按时到货。", totalScore: "99.96" },
      { "indicators[1].target": "≥300.00(次)" },
      { "indicators[4].actual": "未按时完成" },
      { "indicators[4].target": "2024年12月31日前", "indicators[4].actual": "2025年3月" },
      {
        "indicators[3].name": "维修工期",
        "indicators[3].target": "=60.00(天)",
        "indicators[3].actual": "75.00(天)",
        "indicators[3].score": "10.00",
        "indicators[3].deviationNote": "",
        totalScore: "99.96",
      },
    ],
    good: [
      { "indicators[1].target": "≥295.00(次)" },
      { "indicators[1].actual": "250.00(次)" },
      { "indicators[4].target": "2024年12月31日前", "indicators[4].actual": "2024年12月20日" },
      { "indicators[4].target": "不发生安全事故", "indicators[4].actual": "未发生" },
      { "indicators[0].target": "=308.00(万元)" },
      {
        "indicators[3].name": "维修工期",
        "indicators[3].target": "=60.00(天)",
        "indicators[3].actual": "58.00(天)",
        "indicators[3].score": "10.00",
        "indicators[3].deviationNote": "",
        totalScore: "99.96",
      },
      {
        "indicators[3].name": "审批时效",
        "indicators[3].target": "=20.00(工作日)",
        "indicators[3].actual": "12.00(工作日)",
        "indicators[3].score": "10.00",
        "indicators[3].deviationNote": "",
        totalScore: "99.96",
      },
    ],
    // 不能比较的（空白、文字、单位不同）由指标一组的规则说明，一处不报两次。
    uncheckable: [],
  },
});
