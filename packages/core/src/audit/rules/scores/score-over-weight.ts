/** 得分高于分值。 */
import { fundPath, indicatorPath } from "../../../place/form-path.ts";
import { type Score, compareScores, formatScore } from "../../../values/score.ts";
import type { Cell } from "../../../place/cell.ts";
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "scores/score-over-weight",
  title: "得分高于分值",
  severity: "error",
  editions: "all",
  basis: () => [DISCLOSED_FORMS.scoreRange],
  why: "分值是该项的满分，得分不能超过满分，也不能为负。",
  fix: "得分最高填分值；超额完成不另加分。",
  *check({ form }) {
    const { total } = form.funds;
    yield* checkRow(fundPath("total", "score"), total.weight, total.score);
    for (const [at, row] of form.indicators.entries())
      yield* checkRow(indicatorPath(at, "score"), row.weight, row.score);
  },
  message: ({ weight, score }) => `得分 ${score} 不在 0 与分值 ${weight} 之间`,
  examples: {
    bad: [
      { "indicators[0].score": "10.50", totalScore: "99.46" },
      { "indicators[3].score": "-1.00", totalScore: "88.96", rating: "良" },
    ],
    good: [{ "indicators[3].actual": "0.00(%)", "indicators[3].score": "0.00", totalScore: "89.96", rating: "良" }],
    uncheckable: [
      {
        "indicators[3].score": null,
        unreadable: [
          { at: "indicators[3].score", text: "9.O0", origin: { file: "表.txt", line: 31 }, reason: "得分不是数字" },
        ],
      },
    ],
  },
});

function* checkRow(at: string, weight: Cell<Score>, score: Cell<Score>) {
  if (score.kind !== "read") {
    // 得分空白由 scores/score-missing 说明，执行率得分由 funds/execution-score-mismatch 说明，一处不报两次。
    if (score.kind === "unreadable" && weight.kind === "read" && at !== fundPath("total", "score"))
      yield uncheckable(at, `得分「${score.text}」无法识别`);
    return;
  }
  if (score.value.points.isNegative() || (weight.kind === "read" && compareScores(score.value, weight.value) > 0)) {
    const facts = {
      weight: weight.kind === "read" ? formatScore(weight.value) : "（空白）",
      score: formatScore(score.value),
    };
    yield violated(at, facts);
  }
}
