/** 怎么做都能达成的指标值：不低于 0，或一个比率低于、不高于 100%。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { HUNDRED } from "../../../values/decimal.ts";
import { isPercentage } from "../../../values/quantity.ts";
import { canBeNegative, canExceedPlan, directionOf, isShare } from "../../indicator-nature.ts";
import { defineRule, violated } from "../../rule.ts";

const REASONS = {
  "at-least-nothing": "没有比 0 更低的结果，怎么做都算达成",
  "at-most-all": "比率最高就是 100%，怎么做都算达成",
  "anything-but-all": "做得再差也算达成，只有全部做到才算没有达成",
  "anything-but-worst": "只要不是全部出错就算达成",
} as const;

type Reason = keyof typeof REASONS;

export default defineRule({
  id: "indicators/target-cannot-fail",
  title: "指标值不可能不达成",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals, REVIEW_PRACTICE.namesOfIndicators],
  why: "怎样都能达成的指标值不能考核任何东西，这一行的分数等于白给；多半是数字没有填或符号选错。",
  fix: "按批复的绩效目标改正符号和数值，例如「≥90%」「=100%」；目标本身就是不限的，换一个可以考核的指标。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      const reason = reasonOf(indicator);
      if (reason !== undefined)
        yield violated(indicatorPath(row, "target"), { printed: indicator.target.text, reason });
    }
  },
  message: ({ printed, reason }) => `指标值为「${printed}」，${REASONS[reason]}`,
  examples: {
    bad: [
      { "indicators[5].target": "≥0.00(%)" },
      { "indicators[1].target": "≥0.00(次)" },
      { "indicators[2].target": "<100.00(%)" },
      { "indicators[5].target": "≤100.00(%)" },
      {
        "indicators[2].name": "硬件故障率",
        "indicators[2].target": "<100.00(%)",
        "indicators[2].actual": "0.50(%)",
      },
    ],
    good: [
      { "indicators[1].target": ">0.00(次)", "indicators[1].actual": "2.00(次)" },
      { "indicators[2].target": "=100.00(%)", "indicators[2].actual": "100.00(%)" },
      {
        "indicators[2].name": "硬件故障率",
        "indicators[2].target": "≤5.00(%)",
        "indicators[2].actual": "0.50(%)",
      },
      {
        "indicators[4].name": "大数据产业增速",
        "indicators[4].target": "≥0.00(%)",
        "indicators[4].actual": "2.00(%)",
      },
      { "indicators[0].name": "预算完成率", "indicators[0].target": "≤100%", "indicators[0].actual": "99.59%" },
      // 超支就是负的。
      { "indicators[0].name": "成本节约率", "indicators[0].target": "≥0.00(%)", "indicators[0].actual": "0.41(%)" },
      {
        "indicators[0].name": "运维成本占概算比例",
        "indicators[0].target": "≤100.00(%)",
        "indicators[0].actual": "99.59(%)",
      },
    ],
    uncheckable: [],
  },
});

function reasonOf(indicator: Indicator): Reason | undefined {
  const { target } = indicator;
  if (target.kind !== "quantitative") return undefined;
  const { number } = target.quantity;
  switch (target.comparator) {
    case "≥":
      return number.lessThanOrEqualTo(0) && !canBeNegative(indicator) ? "at-least-nothing" : undefined;
    case "≤":
      return isWholeShare(indicator) ? "at-most-all" : undefined;
    case "<":
      if (!isWholeShare(indicator)) return undefined;
      return directionOf(indicator) === "more" ? "anything-but-all" : "anything-but-worst";
    case ">":
    case "=":
      return undefined;
  }
}

/** Whether the target is 100 % or more of something that has no more than 100 %. */
function isWholeShare(indicator: Indicator): boolean {
  const { target } = indicator;
  return (
    target.kind === "quantitative" &&
    isPercentage(target.quantity) &&
    target.quantity.number.greaterThanOrEqualTo(HUNDRED) &&
    isShare(indicator) &&
    // 「预算完成率不超过 100%」是说不超支。
    !(canExceedPlan(indicator) && indicator.level1.includes("成本"))
  );
}
