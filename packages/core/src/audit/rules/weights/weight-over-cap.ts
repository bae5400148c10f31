/** 一项指标的分值高过公开表中见过的最高值。 */
import { indicatorPath } from "../../../place/form-path.ts";
import { compareScores, formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "weights/weight-over-cap",
  title: "单项分值过高",
  severity: "note",
  editions: "all",
  basis: (edition) => [edition.rulePack.tolerances.indicatorWeightCap.basis],
  why: "一项指标占了太多的分，总分就几乎由它一项决定，其余指标形同虚设。",
  fix: "看这项指标能否拆成几项，或把一部分分值匀给其他指标；确有理由的可以不改。",
  *check({ form, edition }) {
    const cap = edition.rulePack.tolerances.indicatorWeightCap.value;
    for (const [at, { weight }] of form.indicators.entries()) {
      if (weight.kind === "read" && compareScores(weight.value, cap) > 0)
        yield violated(indicatorPath(at, "weight"), { weight: formatScore(weight.value), cap: formatScore(cap) });
    }
  },
  message: ({ weight, cap }) => `单项分值 ${weight}，公开的自评表中单项最高为 ${cap}`,
  examples: {
    bad: [
      {
        "indicators[1].weight": "4.00",
        "indicators[1].score": "4.00",
        "indicators[2].weight": "30.50",
        "indicators[2].score": "30.50",
        "indicators[3].weight": "5.50",
        "indicators[3].score": "5.20",
        totalScore: "99.66",
      },
    ],
    good: [{ "indicators[4].weight": "30.00" }],
    // 空白的分值由 weights/weight-missing 说明，一处不报两次。
    uncheckable: [],
  },
});
