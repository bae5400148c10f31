/** 执行率的分值与本版式不同。 */
import { valueOf } from "../../../place/cell.ts";
import { fundPath } from "../../../place/form-path.ts";
import { compareScores, formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "weights/execution-weight-off",
  title: "执行率的分值与本版式不同",
  severity: "warning",
  editions: "all",
  basis: (edition) => [edition.executionWeight.basis],
  why: "执行率的分值由版式统一规定，各项目才可比；改动它，其余指标的分值也随之失当。",
  fix: "把年度资金总额行的分值改回本版式的分值，并相应调整各项指标，使合计仍为满分。",
  *check({ form, edition }) {
    const weight = valueOf(form.funds.total.weight);
    const due = edition.executionWeight.value;
    if (weight === undefined || compareScores(weight, due) === 0) return;
    yield violated(fundPath("total", "weight"), { weight: formatScore(weight), due: formatScore(due) });
  },
  message: ({ weight, due }) => `执行率的分值为 ${weight}，本版式为 ${due}`,
  examples: {
    bad: [
      {
        "funds.total.weight": "20.00",
        "funds.total.score": "19.92",
        "indicators[4].weight": "20.00",
        "indicators[4].score": "20.00",
        totalScore: "98.92",
      },
    ],
    good: [{ "funds.total.weight": "10" }],
    // 空白或无法识别的执行率分值由 funds/execution-score-mismatch 说明，一处不报两次。
    uncheckable: [],
  },
});
