/** 有全年预算数而全年执行数为 0。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { FUND_PARTS } from "../../../form/fund-table.ts";
import { valueOf } from "../../../place/cell.ts";
import { type FundRow, fundPath } from "../../../place/form-path.ts";
import { formatMoney } from "../../../values/money.ts";
import { addScores, formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/nothing-spent",
  title: "有预算而分文未支",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.fundsReview],
  why: "一笔预算全年没有支出，项目多半没有实施，指标得分就没有来由；也可能是执行数漏填。总额未支的只说总额，总额有支出而某一分项未支的说该分项。",
  fix: "核对决算；漏填的补上执行数，确未支出的写明原因，并重新考虑各项指标的得分。",
  *check({ form }) {
    const unspent = (row: FundRow): boolean => {
      const { annualBudget, annualExecution } = form.funds[row];
      return valueOf(annualBudget)?.yuan.greaterThan(0) === true && valueOf(annualExecution)?.yuan.isZero() === true;
    };
    const rows: readonly FundRow[] = unspent("total") ? ["total"] : FUND_PARTS.filter(unspent);
    const earned = addScores(form.indicators.flatMap(({ score }) => (score.kind === "read" ? [score.value] : [])));
    for (const row of rows) {
      const budget = valueOf(form.funds[row].annualBudget);
      if (budget === undefined) continue;
      yield violated(fundPath(row, "annualExecution"), {
        budget: formatMoney(budget, form.currencyUnit),
        unit: form.currencyUnit,
        earned: row === "total" && earned.points.greaterThan(0) ? formatScore(earned) : "",
      });
    }
  },
  message: ({ budget, unit, earned }) =>
    `全年预算 ${budget} ${unit}，分文未支${earned === "" ? "" : `，各项指标却得了 ${earned} 分`}`,
  examples: {
    bad: [
      {
        "funds.total.annualExecution": "0.00",
        "funds.total.executionRate": "0.00",
        "funds.total.score": "0.00",
        "funds.currentYearAppropriation.annualExecution": "0.00",
        "funds.currentYearAppropriation.executionRate": "0.00",
        "indicators[0].target": "控制在预算内",
        "indicators[0].actual": "达成指标",
        totalScore: "89.00",
        rating: "良",
      },
      {
        "funds.currentYearAppropriation.annualBudget": "306.75",
        "funds.currentYearAppropriation.executionRate": "100.00",
        "funds.carryover.annualBudget": "1.25",
      },
    ],
    good: [
      {
        "funds.carryover.annualBudget": null,
        "funds.carryover.annualExecution": null,
        "funds.carryover.executionRate": null,
      },
    ],
    // 空白或无法识别的金额由 funds/execution-rate-mismatch 与 funds/parts-total-mismatch 说明，一处不报两次。
    uncheckable: [],
  },
});
