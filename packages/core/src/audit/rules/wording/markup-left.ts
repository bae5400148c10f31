/** 网页标记或公式代码留在单元格里。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { proseOf } from "../../../form/place-in-form.ts";
import { defineRule, violated } from "../../rule.ts";

const MARKUP =
  /<\/?[A-Za-z][A-Za-z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>|&(?:[a-z]{2,6}|#\d{2,5}|#x[0-9a-f]{2,5});|\$[^$\n]{0,60}\\[A-Za-z%]{1,20}[^$\n]{0,60}\$|\\(?:geq?|leq?|times|mathrm|text|frac)\b|_x[0-9A-F]{4}_/gu;
/** One of these is in every piece of markup, and in few cells. */
const BEGINNING = /[<&$\\_]/;
const MOST_SHOWN = 3;

export default defineRule({
  id: "wording/markup-left",
  title: "留有网页标记或公式代码",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "从系统导出时带出的代码，读者看到的是「<p>」「\\geq」这样的字样，数值也可能因此读不出来。",
  fix: "删去标记，改成普通文字；「$\\geq 90\\%$」写成「≥90%」。",
  *check({ form }) {
    for (const { at, text } of proseOf(form)) {
      if (!BEGINNING.test(text)) continue;
      const found = [...new Set(Array.from(text.matchAll(MARKUP), ([piece]) => piece))];
      if (found.length > 0)
        yield violated(at, {
          found: found
            .slice(0, MOST_SHOWN)
            .map((piece) => `「${piece}」`)
            .join(""),
        });
    }
  },
  message: ({ found }) => `留有标记${found}`,
  examples: {
    bad: [
      { "overallGoal.actual": "<p>平台运行稳定，未发生重大责任事故。</p>" },
      { "overallGoal.actual": "平台运行稳定，&nbsp;未发生重大责任事故。" },
      { "indicators[4].actual": "提升 $\\geq 90\\%$" },
    ],
    good: [
      { "overallGoal.actual": "平台运行稳定，故障时间<1天，A&B系统互联；单价>100元，共计$500。" },
      { "overallGoal.actual": "平台运行稳定，满意度 ≥ 90 %，未发生重大责任事故。" },
    ],
    uncheckable: [],
  },
});
