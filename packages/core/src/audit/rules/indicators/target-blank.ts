/** 年度指标值空白。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { bareText } from "../../likeness.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/target-blank",
  title: "年度指标值空白",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals],
  why: "没有指标值，完成得好不好无从比较，这一行的得分也就没有依据。",
  fix: "按批复的绩效目标补填年度指标值；批复中确无此指标的，删去这一行并调整分值。",
  *check({ form }) {
    for (const [row, { target }] of form.indicators.entries()) {
      const at = indicatorPath(row, "target");
      // 有字而认不出的空格由 reading 组说明。
      if (form.unreadable.some((place) => place.at === at)) continue;
      if (bareText(target.text) === "") yield violated(at, { printed: target.text.trim() });
    }
  },
  message: ({ printed }) => (printed === "" ? "年度指标值空白" : `年度指标值只有「${printed}」，没有内容`),
  examples: {
    bad: [{ "indicators[4].target": "" }, { "indicators[4].target": "—" }],
    good: [{ "indicators[4].target": "有所提升" }, { "indicators[2].target": "100%", "indicators[2].actual": "100%" }],
    uncheckable: [],
  },
});
