/** 大得不像百分比的百分数。 */
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import type { Decimal } from "../../../values/decimal.ts";
import { isPercentage } from "../../../values/quantity.ts";
import { defineRule, violated } from "../../rule.ts";
import { canExceedPlan, isShare } from "../../indicator-nature.ts";
import { kindUnlikeUnit, unitThatIsAll } from "../../unit-words.ts";

export default defineRule({
  id: "indicators/implausible-percentage",
  title: "百分数大得不像百分比",
  severity: "warning",
  editions: "all",
  basis: ({ rulePack }) => [rulePack.tolerances.implausiblePercentage.basis],
  why: "上千的百分数多半是数量误用了百分号，照此公开会误导读者。",
  fix: "核对单位：是数量的，改用它本来的单位；确是百分比的，核对数值。",
  *check({ form, edition }) {
    const limit = edition.rulePack.tolerances.implausiblePercentage.value;
    for (const [row, indicator] of form.indicators.entries()) {
      // 原因栏写着真正单位的，由 indicators/note-unit-mismatch 一并说明。
      if (unitThatIsAll(indicator.deviationNote) !== undefined) continue;
      // 满意度一类超过 100% 就不对，由 indicators/percentage-over-hundred 说明。
      if (isShare(indicator) && !canExceedPlan(indicator)) continue;
      const field = (["actual", "target"] as const).find((each) => isImplausible(indicator[each], limit));
      // 名称说明是数量的，由 indicators/unit-unlike-name 说明。
      if (field !== undefined && kindUnlikeUnit(indicator) === undefined)
        yield violated(indicatorPath(row, field), { printed: indicator[field].text });
    }
  },
  message: ({ printed }) => `「${printed}」不像百分比，单位可能填错`,
  examples: {
    bad: [
      {
        "indicators[1].name": "公益算力供给",
        "indicators[1].target": "≥950.00(%)",
        "indicators[1].actual": "1000.00(%)",
      },
      {
        "indicators[1].name": "公益算力供给",
        "indicators[1].target": "≤5000.00(%)",
        "indicators[1].actual": "999.00(%)",
      },
      {
        "indicators[1].name": "数据质量提升幅度",
        "indicators[1].target": "≥4000.00(%)",
        "indicators[1].actual": "26790000.00(%)",
      },
    ],
    good: [
      { "indicators[4].name": "访问增幅", "indicators[4].target": "≥900.00(%)", "indicators[4].actual": "999.00(%)" },
      { "indicators[1].target": "≥4000.00(次)", "indicators[1].actual": "4001.00(次)" },
    ],
    uncheckable: [],
  },
});

function isImplausible(value: Indicator["target"] | Indicator["actual"], limit: Decimal): boolean {
  return (
    value.kind === "quantitative" && isPercentage(value.quantity) && value.quantity.number.greaterThanOrEqualTo(limit)
  );
}
