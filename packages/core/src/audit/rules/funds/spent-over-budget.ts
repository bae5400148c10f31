/** 全年执行数大于全年预算数。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { FUND_PARTS, type FundLine } from "../../../form/fund-table.ts";
import { valueOf } from "../../../place/cell.ts";
import { type FundRow, fundPath } from "../../../place/form-path.ts";
import { compareMoney, formatMoney } from "../../../values/money.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/spent-over-budget",
  title: "执行数超出预算数",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.fundsReview],
  why: "全年预算数是调整后的预算，支出一般不会超出；超出的多半是预算数没有按调整后填，或把别的资金填到了这一行。分项超出时只说分项，不再说总额；总额行预算为 0 的，由「没有预算却有得分」说明。",
  fix: "对照预算调整批复和决算，改正这一行的全年预算数或全年执行数；确属自筹等资金超预算支出的，在备注中写明。",
  *check({ form }) {
    const overspent = (row: FundRow): boolean => isOverspent(form.funds[row]);
    const parts = FUND_PARTS.filter(overspent);
    const total = valueOf(form.funds.total.annualBudget);
    const whole: readonly FundRow[] = total?.yuan.isZero() === false && overspent("total") ? ["total"] : [];
    for (const row of parts.length > 0 ? parts : whole) {
      const { annualBudget, annualExecution } = form.funds[row];
      if (annualBudget.kind !== "read" || annualExecution.kind !== "read") continue;
      yield violated(fundPath(row, "annualExecution"), {
        budget: formatMoney(annualBudget.value, form.currencyUnit),
        spent: formatMoney(annualExecution.value, form.currencyUnit),
        unit: form.currencyUnit,
      });
    }
  },
  message: ({ budget, spent, unit }) => `全年执行数 ${spent} ${unit}，超出全年预算数 ${budget} ${unit}`,
  examples: {
    bad: [
      {
        "funds.total.annualExecution": "310.00",
        "funds.total.executionRate": "100.64",
        "funds.total.score": "10.00",
        "funds.currentYearAppropriation.annualExecution": "310.00",
        "funds.currentYearAppropriation.executionRate": "100.64",
        totalScore: "99.00",
      },
      {
        "funds.currentYearAppropriation.annualExecution": "305.75",
        "funds.currentYearAppropriation.executionRate": "99.26",
        "funds.otherFunds.annualExecution": "1.00",
        "funds.otherFunds.executionRate": null,
      },
    ],
    good: [
      {
        "funds.total.annualExecution": "308.00",
        "funds.total.executionRate": "100.00",
        "funds.total.score": "10.00",
        "funds.currentYearAppropriation.annualExecution": "308.00",
        "funds.currentYearAppropriation.executionRate": "100.00",
        totalScore: "99.00",
      },
    ],
    // 空白或无法识别的金额由 funds/execution-rate-mismatch 与 funds/parts-total-mismatch 说明，一处不报两次。
    uncheckable: [],
  },
});

function isOverspent(line: FundLine): boolean {
  const budget = valueOf(line.annualBudget);
  const spent = valueOf(line.annualExecution);
  return budget !== undefined && spent !== undefined && compareMoney(spent, budget) > 0;
}
