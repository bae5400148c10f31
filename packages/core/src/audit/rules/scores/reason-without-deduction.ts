/** 写了没有做到的原因，却一分未扣。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { formatScore } from "../../../values/score.ts";
import { tellsOfShortfall } from "../../deviation-reason.ts";
import { defineRule, violated } from "../../rule.ts";
import { scoredRows } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/reason-without-deduction",
  title: "写了偏差原因而未扣分",
  severity: "note",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.deductionReason],
  why: "偏差原因一栏说到未做到、延期、不足，得分却是满分，两处对不上。只填单位或说明数字来历的不在此列；未达指标值仍得满分、得分出了档次的，各有规则说明，这里不重复。",
  fix: "确有偏差的，按程度扣分；没有偏差的，把说明移到备注或删去。",
  *check(context) {
    for (const { at, row, weight, lost, due, achievement } of scoredRows(context)) {
      if (!lost.isZero() || achievement.kind === "missed" || !tellsOfShortfall(row.deviationNote)) continue;
      if (due.kind === "range" && weight.points.greaterThan(due.high)) continue;
      yield violated(indicatorPath(at, "deviationNote"), { weight: formatScore(weight) });
    }
  },
  message: ({ weight }) => `这里说到没有做到的地方，得分却是满分 ${weight}`,
  examples: {
    bad: [
      { "indicators[1].deviationNote": "个别点位因施工封闭未能巡检，下一步加强协调。" },
      { "indicators[4].deviationNote": "共享目录的更新有待提速。" },
    ],
    good: [
      { "indicators[1].deviationNote": "含节假日值守期间的巡检。" },
      { "indicators[1].deviationNote": "没有延期。" },
      { "indicators[1].deviationNote": "由于汛期延长，增加巡检45次。" },
      { "indicators[1].deviationNote": "次" },
    ],
    // 空白或无法识别的分值、得分另有规则说明，一处不报两次。
    uncheckable: [],
  },
});
