/** 没有达到指标值，扣得比按完成比例多得多。 */
import { indicatorPath } from "../../../place/form-path.ts";
import { givesReason } from "../../deviation-reason.ts";
import { defineRule, violated } from "../../rule.ts";
import { rowsOffProportion } from "../../scored-rows.ts";

export default defineRule({
  id: "scores/below-due",
  title: "得分低于按完成比例计算的得分",
  severity: "note",
  editions: "all",
  basis: (edition) => [edition.indicatorScoreRounding.basis, edition.rulePack.tolerances.scoreOffProportion.basis],
  why: "只差一点而扣得很多，不算错，自评从严是单位自己的事；但同样的差距在别的项目可能扣得少，读者会比较。没有写原因的由「扣分而未说明原因」说明，这里不重复。",
  fix: "看扣分是否与差距相称；从严扣分的可以不改，必要时在偏差原因一栏写明。",
  *check(context) {
    for (const { at, row, off, facts } of rowsOffProportion(context)) {
      if (!off.isNegative() || !givesReason(row.deviationNote)) continue;
      yield violated(indicatorPath(at, "score"), facts);
    }
  },
  message: ({ target, actual, due, score }) =>
    `指标值 ${target}，完成值 ${actual}，按完成比例为 ${due} 分，表中只得 ${score} 分`,
  examples: {
    bad: [
      { "indicators[3].score": "8.60", totalScore: "98.56" },
      { "indicators[3].score": "0.00", totalScore: "89.96", rating: "良" },
    ],
    good: [
      { "indicators[3].score": "8.61", totalScore: "98.57" },
      // 按比例为 4.90 分，舍为整数分；没有达到的总要扣一点。
      {
        "indicators[3].weight": "5.00",
        "indicators[3].actual": "97.02(%)",
        "indicators[3].score": "4.00",
        "indicators[1].weight": "20.00",
        "indicators[1].score": "20.00",
        totalScore: "98.96",
      },
      {
        "indicators[3].weight": "2.00",
        "indicators[3].actual": "69.30(%)",
        "indicators[3].score": "1.00",
        "indicators[1].weight": "23.00",
        "indicators[1].score": "23.00",
        totalScore: "98.96",
      },
    ],
    // 不能按比例计算的（空白、文字、单位不同）由指标一组的规则说明，一处不报两次。
    uncheckable: [],
  },
});
