/** 执行率偏低，而全表没有一处说到资金执行。 */
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { valueOf } from "../../../place/cell.ts";
import { fundPath } from "../../../place/form-path.ts";
import { rateOf } from "../../../values/rate.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/low-execution-without-reason",
  title: "执行率偏低而未说明原因",
  severity: "warning",
  editions: "all",
  basis: (edition) => [edition.rulePack.tolerances.lowExecutionRate.basis],
  why: "钱没有用完而指标大多完成，读表的人首先要问差额到哪里去了：是节约、按实结算，还是没有做。只要实际完成情况、偏差原因或备注里有一处说到资金执行，本条就不提示；分文未支的由「有预算而分文未支」说明。",
  fix: "在实际完成情况、偏差原因分析及改进措施或备注中写明资金没有用完的原因，如按实结算、招标节约、尾款跨年支付。",
  *check({ form, sheet, edition }) {
    const budget = valueOf(form.funds.total.annualBudget);
    const spent = valueOf(form.funds.total.annualExecution);
    const rate = budget === undefined || spent === undefined ? undefined : rateOf(spent, budget);
    const { due } = sheet.executionRates.total;
    if (rate === undefined || due.kind !== "exact" || !rate.ratio.greaterThan(0)) return;
    if (!rate.ratio.lessThan(edition.rulePack.tolerances.lowExecutionRate.value) || speaksOfSpending(form)) return;
    yield violated(fundPath("total", "executionRate"), { rate: due.text });
  },
  message: ({ rate }) => `执行率只有 ${rate}%，表中没有一处说明资金为何没有用完`,
  examples: {
    bad: [
      {
        "funds.total.annualExecution": "246.30",
        "funds.total.executionRate": "79.96",
        "funds.total.score": "8.00",
        "funds.currentYearAppropriation.annualExecution": "246.30",
        "funds.currentYearAppropriation.executionRate": "79.96",
        "indicators[0].actual": "246.30(万元)",
        totalScore: "97.00",
      },
    ],
    good: [
      {
        "funds.total.annualExecution": "246.40",
        "funds.total.executionRate": "80.00",
        "funds.total.score": "8.00",
        "funds.currentYearAppropriation.annualExecution": "246.40",
        "funds.currentYearAppropriation.executionRate": "80.00",
        "indicators[0].actual": "246.40(万元)",
        totalScore: "97.00",
      },
      {
        "funds.total.annualExecution": "200.00",
        "funds.total.executionRate": "64.93",
        "funds.total.score": "6.49",
        "funds.currentYearAppropriation.annualExecution": "200.00",
        "funds.currentYearAppropriation.executionRate": "64.93",
        "indicators[0].actual": "200.00(万元)",
        notes: "运维合同跨年履行，尾款按约定于次年支付。",
        totalScore: "95.49",
      },
    ],
    // 空白或无法识别的金额由 funds/execution-rate-mismatch 说明，一处不报两次。
    uncheckable: [],
  },
});

/** Whether any text in which a clerk would explain it speaks of money or of its being spent; better silent than unjust. */
function speaksOfSpending(form: SelfEvaluationForm): boolean {
  const notes = [form.notes ?? "", ...form.indicators.map((row) => row.deviationNote)];
  return SPENDING.test(form.overallGoal.actual) || notes.some((note) => SPENDING.test(note) || MONEY.test(note));
}

const SPENDING = /执行率|预算执行|支付|付款|用款|款项|尾款|合同款|结算|结余|结转|节约|节省|节余|核减|压减|调减|中标价/u;

// 在完成情况里，项目名称和目标常带「资金」「经费」，说的不是用没用完；在原因和备注里才算。
const MONEY = /预算|资金|经费|支出|拨款|采购|招标|中标/u;
