/** 越低越好的指标用了「不少于」，或越高越好的用了「不超过」。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { HUNDRED } from "../../../values/decimal.ts";
import { isPercentage } from "../../../values/quantity.ts";
import { type Direction, directionOf } from "../../indicator-nature.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/comparator-against-nature",
  title: "指标值的符号与指标的性质相反",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals, REVIEW_PRACTICE.namesOfIndicators],
  why: "成本、投诉、故障、响应时间越低越好，满意度、合格率越高越好；符号反了，做得越差反而越算达成。",
  fix: "核对符号：越低越好的用「≤」，越高越好的用「≥」；名称与所填数值说的不是一件事的，改名称或改数值。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      const direction = againstNature(indicator);
      if (direction !== undefined) {
        yield violated(indicatorPath(row, "target"), {
          name: indicator.name,
          printed: indicator.target.text,
          direction,
        });
      }
    }
  },
  message: ({ name, printed, direction }) =>
    `「${name}」通常${direction === "less" ? "越低" : "越高"}越好，指标值却是「${printed}」`,
  examples: {
    bad: [
      { "indicators[0].target": "≥300.00(万元)" },
      { "indicators[5].target": "≤95.00(%)" },
      {
        "indicators[3].name": "维修响应时间",
        "indicators[3].target": "≥365.00(天)",
        "indicators[3].actual": "365.00(天)",
        "indicators[3].score": "10.00",
        "indicators[3].deviationNote": "",
        totalScore: "99.96",
      },
    ],
    good: [
      {
        "indicators[0].name": "节约运行成本",
        "indicators[0].target": "≥10.00(万元)",
        "indicators[0].actual": "11.00(万元)",
      },
      {
        "indicators[1].name": "故障处理次数",
        "indicators[1].target": "≥250.00(次)",
      },
      {
        "indicators[2].name": "服务不合格率",
        "indicators[2].target": "≤2.00(%)",
        "indicators[2].actual": "1.00(%)",
      },
      {
        "indicators[3].name": "平均无故障时间",
        "indicators[3].target": "≥300.00(小时)",
        "indicators[3].actual": "310.00(小时)",
        "indicators[3].score": "10.00",
        "indicators[3].deviationNote": "",
        totalScore: "99.96",
      },
      // 少给不是节约。
      {
        "indicators[0].name": "低保标准",
        "indicators[0].target": "≥1595.00(元)",
        "indicators[0].actual": "1595.00(元)",
      },
      { "indicators[1].name": "现场勘查事故数" },
      { "indicators[1].name": "抢修故障次数" },
    ],
    uncheckable: [],
  },
});

/** The direction that the name has and the comparator has not. */
function againstNature(indicator: Indicator): Direction | undefined {
  const { target } = indicator;
  if (target.kind !== "quantitative" || target.comparator === "=") return undefined;
  const { number } = target.quantity;
  const asks: Direction = target.comparator === "≥" || target.comparator === ">" ? "more" : "less";
  // 「≥0」「≤100%」由 indicators/target-cannot-fail 说明。
  if (asks === "more" && number.lessThanOrEqualTo(0)) return undefined;
  if (asks === "less" && isPercentage(target.quantity) && number.greaterThanOrEqualTo(HUNDRED)) return undefined;
  const direction = directionOf(indicator);
  return direction === asks ? undefined : direction;
}
