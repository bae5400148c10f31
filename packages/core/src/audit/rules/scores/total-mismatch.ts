/** 总分与各项得分之和不符。 */
import { defineRule, observe } from "../../rule.ts";

export default defineRule({
  id: "scores/total-mismatch",
  title: "总分与各项得分之和不等",
  severity: "error",
  editions: "all",
  basis: (edition) => [edition.sums],
  why: "总分是执行率得分与各项指标得分之和，等级由它决定。",
  fix: "把执行率得分与各项指标得分逐项相加，改正总分；改后再看等级。",
  *check({ sheet }) {
    yield* observe(sheet.totalScore);
  },
  message: ({ printed, due }) => `各项得分之和为 ${due}，总分为 ${printed}`,
  examples: {
    bad: [{ totalScore: "98.97" }],
    good: [{ totalScore: "98.960" }],
    uncheckable: [{ totalScore: null }],
  },
});
