/** 资金表的数与应得数只差在取舍。 */
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { otherRoundings } from "../../fund-roundings.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/rounded-otherwise",
  title: "资金表的数与本版式取舍不同",
  severity: "note",
  editions: "all",
  basis: ({ rateRounding, executionScoreRounding }) => [
    rateRounding.basis,
    executionScoreRounding.basis,
    DISCLOSED_FORMS.sums,
    REVIEW_PRACTICE.roundingByHand,
  ],
  why: "手工填的表多按四舍五入，系统印的表有的截尾、有的进位；以万元计的分项各自取舍后，加起来也可能与总额差 0.01。数没有算错，只是与同版式的其他表不一致，读者用计算器核对时会问。",
  fix: "可以不改；要与其他表一致的，按本版式的位数和取舍改写。",
  *check({ form, sheet }) {
    for (const { what, figure, due } of otherRoundings(form, sheet))
      yield violated(figure.at, { what, printed: figure.printed, due: due.text });
  },
  message: ({ what, printed, due }) =>
    what === "sum"
      ? `总额为 ${printed}，分项之和为 ${due}，所差不超过各项取舍之差`
      : `${what === "rate" ? "执行率" : "执行率得分"} ${printed} 与按本版式取舍的 ${due} 只差在取舍`,
  examples: {
    bad: [
      // 306.79 ÷ 308 是 99.607…%：截尾 99.60，四舍五入 99.61。
      {
        "funds.total.annualExecution": "306.79",
        "funds.currentYearAppropriation.annualExecution": "306.79",
        "funds.total.executionRate": "99.61",
        "funds.currentYearAppropriation.executionRate": "99.60",
        "indicators[0].actual": "306.79(万元)",
      },
      { "funds.total.executionRate": "99.6" },
      { "funds.total.executionRate": "99.5942" },
      { "funds.total.score": "10", totalScore: "99.00" },
      { "funds.total.score": "9.95", totalScore: "98.95" },
      {
        "funds.currentYearAppropriation.annualBudget": "299.99",
        "funds.currentYearAppropriation.annualExecution": "299.99",
        "funds.currentYearAppropriation.executionRate": "100.00",
        "funds.carryover.annualBudget": "8.00",
        "funds.carryover.annualExecution": "6.76",
        "funds.carryover.executionRate": "84.50",
      },
    ],
    good: [{ "funds.total.score": "9.960" }, { "funds.total.executionRate": "99.590" }],
    uncheckable: [],
  },
});
