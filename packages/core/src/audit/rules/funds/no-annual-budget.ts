/** 全年预算数为 0，而表中有执行数或得分。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { valueOf } from "../../../place/cell.ts";
import { fundPath } from "../../../place/form-path.ts";
import { formatMoney } from "../../../values/money.ts";
import { addScores, formatScore } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/no-annual-budget",
  title: "没有预算却有得分",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.fundsReview],
  why: "自评表评的是花这笔预算得到了什么；全年预算数为 0，执行率没有分母，得分也没有对象。分项有预算而总额为 0 的，由「总额与分项之和不等」说明。",
  fix: "填写调整后的全年预算数；项目已全部调减的，不必自评，也不应计分。",
  *check({ form, sheet }) {
    const { annualBudget, annualExecution, score } = form.funds.total;
    if (valueOf(annualBudget)?.yuan.isZero() !== true || sheet.fundTotals.annualBudget.agrees === false) return;
    const cells = [score, ...form.indicators.map((row) => row.score)];
    const earned = addScores(cells.flatMap((cell) => (cell.kind === "read" ? [cell.value] : [])));
    const spent = valueOf(annualExecution);
    const isSpent = spent !== undefined && spent.yuan.greaterThan(0);
    if (!isSpent && !earned.points.greaterThan(0)) return;
    yield violated(fundPath("total", "annualBudget"), {
      spent: isSpent ? `${formatMoney(spent, form.currencyUnit)} ${form.currencyUnit}` : "",
      earned: formatScore(earned),
    });
  },
  message: ({ spent, earned }) =>
    `全年预算数为 0，${spent === "" ? "" : `却执行了 ${spent}，`}各项得分合计 ${earned} 分`,
  examples: {
    bad: [
      {
        "funds.total.annualBudget": "0.00",
        "funds.total.annualExecution": "0.00",
        "funds.total.executionRate": "0.00",
        "funds.total.score": "0.00",
        "funds.currentYearAppropriation.annualBudget": "0.00",
        "funds.currentYearAppropriation.annualExecution": "0.00",
        "funds.currentYearAppropriation.executionRate": "0.00",
        "indicators[0].target": "控制在预算内",
        "indicators[0].actual": "达成指标",
        totalScore: "89.00",
        rating: "良",
      },
    ],
    // 没有预算就没有应得的执行率得分，那条规则只能答无法核对。
    also: ["funds/execution-score-mismatch uncheckable"],
    good: [{ "funds.otherFunds.annualBudget": null, "funds.otherFunds.executionRate": null }],
    // 空白或无法识别的全年预算数由 funds/execution-rate-mismatch 说明，一处不报两次。
    uncheckable: [],
  },
});
