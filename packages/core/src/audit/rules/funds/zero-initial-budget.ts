/** 年初预算数为 0 而全年有预算：年中追加的项目。只用于年初预算数一栏确有金额的版式。 */
import { DISCLOSED_FORMS } from "../../../basis/disclosed-forms.ts";
import { valueOf } from "../../../place/cell.ts";
import { fundPath } from "../../../place/form-path.ts";
import { formatMoney } from "../../../values/money.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "funds/zero-initial-budget",
  title: "年初没有预算",
  severity: "note",
  // 2024 年度的表中这一栏一律为 0.00，说不出什么；见依据。
  editions: ["sh-2021"],
  basis: () => [DISCLOSED_FORMS.initialBudget],
  why: "年初没有预算、年中才追加的项目，指标多在执行中补定，完成得好不好要另看；也可能是年初预算数漏填。",
  fix: "核对年初预算批复；漏填的补上，确为年中追加的保持不变。",
  *check({ form, sheet }) {
    const { initialBudget, annualBudget } = form.funds.total;
    const budget = valueOf(annualBudget);
    if (budget === undefined || !budget.yuan.greaterThan(0)) return;
    const at = fundPath("total", "initialBudget");
    if (valueOf(initialBudget)?.yuan.isZero() === true)
      yield violated(at, { budget: formatMoney(budget, form.currencyUnit), unit: form.currencyUnit });
    // 分项有数而总额空白的，由 funds/parts-total-mismatch 说明。
    else if (initialBudget.kind === "blank" && sheet.fundTotals.initialBudget.due.kind === "unknown")
      yield uncheckable(at, "年初预算数整列空白，看不出是否年初安排");
  },
  message: ({ budget, unit }) => `年初预算数为 0，全年预算数为 ${budget} ${unit}，看来是年中追加的`,
  examples: {
    bad: [
      {
        edition: "sh-2021",
        fiscalYear: 2021,
        currencyUnit: "元",
        "funds.total.executionRate": "99.60",
        "funds.currentYearAppropriation.executionRate": "99.60",
        "indicators[0].target": "控制在预算内",
        "indicators[0].actual": "达成指标",
        rating: null,
      },
    ],
    good: [
      {},
      {
        edition: "sh-2021",
        fiscalYear: 2021,
        currencyUnit: "元",
        "funds.total.initialBudget": "300.00",
        "funds.currentYearAppropriation.initialBudget": "300.00",
        "funds.total.executionRate": "99.60",
        "funds.currentYearAppropriation.executionRate": "99.60",
        "indicators[0].target": "控制在预算内",
        "indicators[0].actual": "达成指标",
        rating: null,
      },
    ],
    uncheckable: [
      {
        edition: "sh-2021",
        fiscalYear: 2021,
        currencyUnit: "元",
        "funds.total.initialBudget": null,
        "funds.currentYearAppropriation.initialBudget": null,
        "funds.carryover.initialBudget": null,
        "funds.otherFunds.initialBudget": null,
        "funds.total.executionRate": "99.60",
        "funds.currentYearAppropriation.executionRate": "99.60",
        "indicators[0].target": "控制在预算内",
        "indicators[0].actual": "达成指标",
        rating: null,
      },
    ],
  },
});
