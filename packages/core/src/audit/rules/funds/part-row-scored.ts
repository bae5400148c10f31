/** 资金分项行填了分值或得分。 */
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { FUND_PARTS } from "../../../form/fund-table.ts";
import { valueOf } from "../../../place/cell.ts";
import { fundPath } from "../../../place/form-path.ts";
import { formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/part-row-scored",
  title: "资金分项行填了分值或得分",
  severity: "warning",
  editions: "all",
  basis: () => [DISCLOSED_FORMS.partRows],
  why: "执行率只在年度资金总额行计一次分；分项行再填分值或得分，合计时容易重复计算，读者也不知以哪个为准。",
  fix: "清空分项行的分值和得分，只在年度资金总额行填写。",
  *check({ form }) {
    for (const row of FUND_PARTS) {
      for (const column of ["weight", "score"] as const) {
        const points = valueOf(form.funds[row][column]);
        if (points?.points.isZero() === false) yield violated(fundPath(row, column), { points: formatScore(points) });
      }
    }
  },
  message: ({ points }) => `分项行不计分，这里填了 ${points}`,
  examples: {
    bad: [{ "funds.currentYearAppropriation.score": "9.96" }, { "funds.otherFunds.weight": "10.00" }],
    good: [{ "funds.carryover.score": "0.00" }, { "funds.carryover.weight": null }],
    uncheckable: [],
  },
});
