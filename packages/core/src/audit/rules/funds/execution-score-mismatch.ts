/** 执行率得分与「分值 × 执行率」不符。 */
import { defineRule, observe } from "../../rule.ts";

export default defineRule({
  id: "funds/execution-score-mismatch",
  title: "执行率得分与应得分不符",
  severity: "error",
  editions: "all",
  basis: (edition) => [edition.executionScoreRounding.basis],
  why: "执行率得分由金额直接算出，没有自由裁量；算错会带错总分和等级。",
  fix: "按「分值 × 全年执行数 ÷ 全年预算数」计算，四舍五入两位，最高为分值；不要用已取舍的执行率计算。",
  *check({ sheet }) {
    yield* observe(sheet.executionScore);
  },
  message: ({ printed, due }) => `执行率得分应为 ${due}，表中为 ${printed}`,
  examples: {
    bad: [{ "funds.total.score": "9.95", totalScore: "98.95" }],
    good: [{ "funds.total.score": "9.96" }, { "funds.total.score": "9.960" }],
    uncheckable: [{ "funds.total.score": null, totalScore: "89.00", rating: "良" }],
  },
});
