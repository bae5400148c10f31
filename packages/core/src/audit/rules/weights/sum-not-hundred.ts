/** 各项分值之和不是 100 分。 */
import { defineRule, uncheckable, violated } from "../../rule.ts";
import { formatScore } from "../../../values/score.ts";
import { addScores } from "../../../values/score.ts";

export default defineRule({
  id: "weights/sum-not-hundred",
  title: "分值之和不是满分",
  severity: "error",
  editions: "all",
  basis: (edition) => [edition.totalWeight.basis],
  why: "自评按百分制计分，分值合计不是 100，总分和等级都失去意义。",
  fix: "调整各项指标分值，使其与执行率分值合计为 100。",
  *check({ form, edition }) {
    const cells = [form.funds.total.weight, ...form.indicators.map((row) => row.weight)];
    const read = cells.flatMap((cell) => (cell.kind === "read" ? [cell.value] : []));
    const sum = addScores(read);
    const full = edition.totalWeight.value;
    if (sum.points.equals(full.points)) return;
    if (read.length < cells.length)
      yield uncheckable("totalWeight", `有 ${cells.length - read.length} 处分值空白或无法识别`);
    // 印出的合计往往正是 100，错在各行：所以不作为这一格的应为数。
    else yield violated("totalWeight", { sum: formatScore(sum), full: formatScore(full) });
  },
  message: ({ sum, full }) => `各项分值之和为 ${sum}，应为 ${full}`,
  examples: {
    bad: [
      {
        "indicators[0].weight": "20.00",
        "indicators[0].score": "20.00",
        totalWeight: "110.00",
        totalScore: "108.96",
      },
      { "indicators[4].weight": "29.00", "indicators[4].score": "29.00", totalWeight: "99.00", totalScore: "97.96" },
    ],
    good: [{ "indicators[0].weight": "10" }],
    uncheckable: [{ "indicators[0].weight": null, totalWeight: "90.00" }],
  },
});
