/** 满意度、合格率一类的比率高于 100%。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { HUNDRED } from "../../../values/decimal.ts";
import { isPercentage } from "../../../values/quantity.ts";
import { canExceedPlan, isShare } from "../../indicator-nature.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/percentage-over-hundred",
  title: "比率高于 100%",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.namesOfIndicators],
  why: "满意度、合格率、及时率是部分与整体之比，不可能超过 100%。",
  fix: "核对分子、分母和小数点后改正。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      if (!isShare(indicator) || canExceedPlan(indicator)) continue;
      for (const field of ["target", "actual"] as const) {
        if (isOver(indicator[field])) {
          yield violated(indicatorPath(row, field), { name: indicator.name, printed: indicator[field].text });
        }
      }
    }
  },
  message: ({ name, printed }) => `「${name}」不会超过 100%，表中为「${printed}」`,
  examples: {
    bad: [{ "indicators[5].actual": "100.01(%)" }, { "indicators[2].actual": "109%" }],
    good: [
      { "indicators[5].actual": "100.00(%)" },
      { "indicators[2].name": "巡检任务完成率", "indicators[2].actual": "109.00(%)" },
      { "indicators[4].name": "办件增长", "indicators[4].target": "≥105.00(%)", "indicators[4].actual": "110.00(%)" },
    ],
    uncheckable: [],
  },
});

function isOver(value: Indicator["target"] | Indicator["actual"]): boolean {
  return value.kind === "quantitative" && isPercentage(value.quantity) && value.quantity.number.greaterThan(HUNDRED);
}
