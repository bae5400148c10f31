/** 产出、效益、满意度指标考核的只是钱花了没有。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { measuresSpending } from "../../indicator-nature.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/measures-spending-only",
  title: "产出、效益指标只考核预算执行",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.spendingAsResult],
  why: "预算执行率在资金部分已经计分，再作产出或效益指标就重复计分，也看不出钱花出了什么结果。",
  fix: "换成说明产出数量、质量或效果的指标；资金方面的考核只留在执行率和成本指标里。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      if (isCostRow(indicator) || !measuresSpending(indicator)) continue;
      yield violated(indicatorPath(row, "name"), { name: indicator.name, group: indicator.level2 || indicator.level1 });
    }
  },
  message: ({ name, group }) => `「${name}」说的是资金执行，却列为「${group}」`,
  examples: {
    bad: [
      { "indicators[2].name": "资金支出率" },
      { "indicators[4].name": "项目经费使用率", "indicators[4].target": "100%", "indicators[4].actual": "100%" },
    ],
    good: [
      { "indicators[2].name": "预算评审通过率" },
      { "indicators[0].name": "资金使用率", "indicators[0].target": "≥90%", "indicators[0].actual": "99%" },
    ],
    uncheckable: [],
  },
});

function isCostRow({ level1, level2 }: Indicator): boolean {
  return `${level1}${level2}`.includes("成本");
}
