/** 汉字之间夹着空格。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { INDICATOR_FIELDS, indicatorPath } from "../../../place/form-path.ts";
import { fieldText } from "../../../form/place-in-form.ts";
import { defineRule, violated } from "../../rule.ts";

const PARTED = /\p{Script=Han}{1,4}(?:[ \u00A0\u3000]{1,9}\p{Script=Han}{1,4}){1,9}/gu;
const BLANK = /[ \u00A0\u3000]/;
const MOST_SHOWN = 3;

export default defineRule({
  id: "wording/stray-blanks",
  title: "汉字之间有空格",
  severity: "note",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "多半是折行或两端对齐留下的空格。检索「满意度」找不到「满 意 度」，同一指标也会被当成两个。",
  fix: "删去汉字之间的空格。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      for (const field of INDICATOR_FIELDS) {
        const text = fieldText(indicator, field);
        if (!BLANK.test(text)) continue;
        const at = indicatorPath(row, field);
        const found = text.match(PARTED) ?? [];
        if (found.length > 0)
          yield violated(at, {
            found: found
              .slice(0, MOST_SHOWN)
              .map((piece) => `「${piece}」`)
              .join(""),
          });
      }
    }
  },
  message: ({ found }) => `汉字之间有空格：${found}`,
  examples: {
    bad: [
      { "indicators[5].name": "使 用 部 门 满 意 度" },
      { "indicators[3].deviationNote": "备件到货 较晚，已增加库存。" },
    ],
    good: [
      { "indicators[3].deviationNote": "MPLS VPN 备件到货较晚 3 天，已增加 2 件库存。" },
      { "overallGoal.actual": "一、平台运行稳定。 二、未发生重大责任事故。" },
    ],
    uncheckable: [],
  },
});
