/** 资金总额与各分项之和不符。 */
import { defineRule, observe } from "../../rule.ts";
import { SUMMED_COLUMNS } from "../../../scoring/score-form.ts";

export default defineRule({
  id: "funds/parts-total-mismatch",
  title: "年度资金总额与分项之和不等",
  severity: "error",
  editions: "all",
  basis: (edition) => [edition.sums],
  why: "总额是当年财政拨款、上年结转资金与其他资金之和，不等说明至少有一个金额填错。",
  fix: "核对预算批复与决算数，改正填错的一行；总额应等于三项之和。",
  *check({ sheet }) {
    for (const column of SUMMED_COLUMNS) {
      const figure = sheet.fundTotals[column];
      // 整列空白（如未编年初预算）没有可核对的内容。
      if (figure.printed === "" && figure.due.kind === "unknown") continue;
      yield* observe(figure);
    }
  },
  message: ({ printed, due }) => `分项之和为 ${due}，总额为 ${printed}`,
  examples: {
    bad: [{ "funds.otherFunds.initialBudget": "5.00" }],
    good: [{ "funds.otherFunds.initialBudget": null, "funds.carryover.initialBudget": null }],
    uncheckable: [{ "funds.total.initialBudget": "5.00", "funds.otherFunds.initialBudget": null }],
  },
});
