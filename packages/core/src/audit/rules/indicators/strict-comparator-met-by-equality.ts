/** 指标值是严格的「大于」「小于」，完成值恰好相等。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { sameUnit } from "../../../values/quantity.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/strict-comparator-met-by-equality",
  title: "严格大于（小于）的指标值以恰好相等完成",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals],
  why: "「>」「<」不含相等；恰好相等按字面是没有达成，按满分或扣分计都会引起疑问。",
  fix: "本意包含相等的，更正指标值为「≥」或「≤」；本意不含的，按未达成计分并说明原因。",
  *check({ form }) {
    for (const [row, { target, actual }] of form.indicators.entries()) {
      if (target.kind !== "quantitative" || actual.kind !== "quantitative") continue;
      if (target.comparator !== ">" && target.comparator !== "<") continue;
      if (!sameUnit(target.quantity, actual.quantity)) continue;
      if (!target.quantity.number.equals(actual.quantity.number)) continue;
      yield violated(indicatorPath(row, "target"), { target: target.text, actual: actual.text });
    }
  },
  message: ({ target, actual }) => `指标值为「${target}」，完成值恰为「${actual}」，按字面没有达成`,
  examples: {
    bad: [
      { "indicators[1].target": ">295.00(次)" },
      {
        "indicators[3].name": "故障响应时间",
        "indicators[3].target": "＜2(小时)",
        "indicators[3].actual": "2.00(小时)",
        "indicators[3].deviationNote": "夜间到场较慢，已增加值守。",
      },
    ],
    good: [
      { "indicators[1].target": ">294.00(次)" },
      { "indicators[1].target": ">=295.00(次)" },
      { "indicators[2].target": ">98.00(%)", "indicators[2].actual": "98.01(%)" },
    ],
    uncheckable: [],
  },
});
