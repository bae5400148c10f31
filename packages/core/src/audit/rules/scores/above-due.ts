/** 没有达到指标值，扣了分，但扣得比按完成比例少得多。 */
import { indicatorPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";
import { rowsOffProportion } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/above-due",
  title: "得分高于按完成比例计算的得分",
  severity: "warning",
  editions: "all",
  basis: (edition) => [edition.indicatorScoreRounding.basis, edition.rulePack.tolerances.scoreOffProportion.basis],
  why: "未达指标值的定量指标，通常按完成比例计分：越高越好的用完成值除以指标值，越低越好的用指标值除以完成值。得分明显高于这个数（化成整数分的不算），扣分就显得偏轻。得分多由人定，所以只提请核对；一分未扣的由「未达指标值仍得满分」说明。",
  fix: "核对指标值、完成值和得分；仍按原得分的，在偏差原因一栏写明理由。",
  *check(context) {
    for (const { at, off, lost, facts } of rowsOffProportion(context)) {
      if (off.isNegative() || lost.isZero()) continue;
      yield violated(indicatorPath(at, "score"), facts);
    }
  },
  message: ({ target, actual, due, score }) =>
    `指标值 ${target}，完成值 ${actual}，按完成比例为 ${due} 分，表中得 ${score} 分`,
  examples: {
    bad: [
      { "indicators[3].actual": "49.50(%)" },
      { "indicators[3].actual": "79.20(%)" },
      { "indicators[3].actual": "83.16(%)", "indicators[3].score": "9.40", totalScore: "99.36" },
      {
        "indicators[3].name": "重大故障发生数",
        "indicators[3].target": "=0.00(起)",
        "indicators[3].actual": "1.00(起)",
      },
    ],
    good: [
      { "indicators[3].actual": "79.30(%)" },
      // 按比例为 8.40 分，进为整数分。
      { "indicators[3].actual": "83.16(%)" },
      {
        "indicators[3].weight": "5.00",
        "indicators[3].actual": "49.50(%)",
        "indicators[3].score": "3.00",
        "indicators[1].weight": "20.00",
        "indicators[1].score": "20.00",
        totalScore: "97.96",
      },
    ],
    // 不能按比例计算的（空白、文字、单位不同）由指标一组的规则说明，一处不报两次。
    uncheckable: [],
  },
});
