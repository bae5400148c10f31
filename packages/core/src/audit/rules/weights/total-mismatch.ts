/** 总分行的分值与各项分值之和不符。 */
import { defineRule, observe } from "../../rule.ts";

export default defineRule({
  id: "weights/total-mismatch",
  title: "总分行分值与各项分值之和不等",
  severity: "error",
  editions: "all",
  basis: (edition) => [edition.sums],
  why: "总分行是各行之和，写死的 100 会遮住分值设置的错误。",
  fix: "总分行的分值按各项分值相加填写。",
  *check({ sheet }) {
    yield* observe(sheet.totalWeight);
  },
  message: ({ printed, due }) => `各项分值之和为 ${due}，总分行为 ${printed}`,
  examples: {
    bad: [{ totalWeight: "99.00" }],
    good: [{ totalWeight: "100" }],
    uncheckable: [{ totalWeight: null }],
  },
});
