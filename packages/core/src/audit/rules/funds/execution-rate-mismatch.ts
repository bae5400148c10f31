/** 表中执行率与「全年执行数 ÷ 全年预算数」不符。 */
import { FUND_ROWS } from "../../../place/form-path.ts";
import { defineRule, observe } from "../../rule.ts";

export default defineRule({
  id: "funds/execution-rate-mismatch",
  title: "执行率与预算数、执行数不符",
  severity: "error",
  editions: "all",
  basis: (edition) => [edition.rateRounding.basis],
  why: "执行率决定执行率得分，也是公众首先核对的数。",
  fix: "按「全年执行数 ÷ 全年预算数」重算执行率，位数与取舍按本版式。",
  *check({ sheet }) {
    for (const row of FUND_ROWS) {
      const figure = sheet.executionRates[row];
      // 分项行可以不填执行率（2021 年度表式即如此）；总额行必须可核对。
      if (figure.printed === "" && row !== "total") continue;
      yield* observe(figure);
    }
  },
  message: ({ printed, due }) => `执行率应为 ${due}，表中为 ${printed}`,
  examples: {
    bad: [{ "funds.total.executionRate": "99.60" }, { "funds.carryover.executionRate": "100.00" }],
    good: [{ "funds.total.executionRate": "99.59" }, { "funds.carryover.executionRate": null }],
    uncheckable: [{ "funds.total.executionRate": null }],
  },
});
