/** 评分等级的写法与本版式不同。 */
import { bandNamed } from "../../../scoring/rating.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "wording/grade-spelling",
  title: "评分等级写法不一",
  severity: "note",
  editions: "all",
  basis: ({ gradeBands }) => gradeBands.slice(0, 1).map(({ basis }) => basis),
  why: "同一等级有的写「优」、有的写「优秀」，汇总和检索时会算成两种。",
  fix: "按本版式的写法填写等级。",
  *check({ form, edition }) {
    const printed = form.rating ?? "";
    const label = bandNamed(printed, edition)?.label;
    // 认不出的等级由 scores/grade-mismatch 说明，一处不报两次。
    if (label !== undefined && label !== printed) yield violated("rating", { printed, label });
  },
  message: ({ printed, label }) => `评分等级写作「${printed}」，本版式写作「${label}」`,
  examples: {
    bad: [{ rating: "优秀" }, { rating: "优 " }],
    good: [{ rating: "优" }],
    uncheckable: [],
  },
});
