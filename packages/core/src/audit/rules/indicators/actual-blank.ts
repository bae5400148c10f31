/** 实际完成值空白。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { textOf } from "../../../place/cell.ts";
import { bareText } from "../../likeness.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/actual-blank",
  title: "实际完成值空白",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals],
  why: "没有完成值而给了分，等于没有说明凭什么得分。",
  fix: "补填实际完成值；没有开展的，如实填写未完成，并在偏差原因栏说明。",
  *check({ form }) {
    for (const [row, { actual, score }] of form.indicators.entries()) {
      const at = indicatorPath(row, "actual");
      // 有字而认不出的空格由 reading 组说明。
      if (form.unreadable.some((place) => place.at === at)) continue;
      if (bareText(actual.text) === "") yield violated(at, { printed: actual.text.trim(), score: textOf(score) });
    }
  },
  message: ({ printed, score }) =>
    (printed === "" ? "实际完成值空白" : `实际完成值只有「${printed}」，没有内容`) +
    (score === "" ? "" : `，却给了 ${score} 分`),
  examples: {
    bad: [{ "indicators[4].actual": "" }, { "indicators[4].actual": "/" }],
    good: [{ "indicators[2].actual": "99%" }, { "indicators[4].actual": "有所提升" }],
    uncheckable: [],
  },
});
