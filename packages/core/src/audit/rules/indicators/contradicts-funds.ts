/** 指标里的数与资金表的同一个数对不上：成本高于支出，执行率与表中不同。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { valueOf } from "../../../place/cell.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { type Decimal, HUNDRED, formatDecimal } from "../../../values/decimal.ts";
import { compareMoney, formatMoney } from "../../../values/money.ts";
import { isPercentage, moneyOf } from "../../../values/quantity.ts";
import { round } from "../../../values/rounding.ts";
import { isCost, isExecutionRate } from "../../indicator-nature.ts";
import { type Observation, defineRule, uncheckable, violated } from "../../rule.ts";

interface Contradiction extends Record<string, string> {
  readonly what: "cost" | "rate";
  readonly actual: string;
  readonly spent: string;
  readonly budget: string;
}

export default defineRule({
  id: "indicators/contradicts-funds",
  title: "指标与资金表互相矛盾",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.figuresAgree],
  why: "同一个项目的成本、执行率在表里有两个数，至少有一个不对，读者一眼就能看出来。",
  fix: "与决算核对，改正填错的一处；口径确实不同的（如含其他年度或其他来源），在偏差原因栏写明。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      const at = indicatorPath(row, "actual");
      yield* checkCost(form, indicator, at);
      yield* checkRate(form, indicator, at);
    }
  },
  message: ({ what, actual, spent, budget }) =>
    what === "rate"
      ? `完成值为「${actual}」，资金表印的执行率为 ${spent}`
      : `成本为「${actual}」，高于全年执行数 ${spent}${budget === "" ? "" : `，也高于全年预算数 ${budget}`}`,
  examples: {
    bad: [
      { "indicators[0].target": "≤441.55(万元)", "indicators[0].actual": "397.35(万元)" },
      { "indicators[0].actual": "307.00(万元)" },
      { "indicators[0].target": "≤3080000.00(元)", "indicators[0].actual": "3067500.01(元)" },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.61(%)" },
    ],
    good: [
      {
        "indicators[0].name": "节约运行成本",
        "indicators[0].target": "≥320.00(万元)",
        "indicators[0].actual": "330.00(万元)",
      },
      { "indicators[0].name": "累计投资", "indicators[0].actual": "308.00(万元)" },
      { "indicators[0].target": "≤3080000.00(元)", "indicators[0].actual": "3067500.00(元)" },
      {
        "indicators[0].name": "人均成本",
        "indicators[0].target": "≤500.00(元/人)",
        "indicators[0].actual": "480.00(元/人)",
      },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.59(%)" },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.60(%)" },
    ],
    uncheckable: [
      {
        "indicators[0].name": "预算执行率",
        "indicators[0].target": "≥90.00(%)",
        "indicators[0].actual": "99.59(%)",
        "funds.total.executionRate": null,
      },
    ],
  },
});

function* checkCost(form: SelfEvaluationForm, indicator: Indicator, at: string): Iterable<Observation<Contradiction>> {
  const { actual } = indicator;
  if (actual.kind !== "quantitative" || !isCost(indicator)) return;
  if (NOT_THIS_YEARS.test(`${indicator.level2}${indicator.name}`)) return;
  const cost = moneyOf(actual.quantity);
  if (cost === undefined) return;
  const { annualExecution, annualBudget } = form.funds.total;
  const spent = valueOf(annualExecution);
  if (spent === undefined) {
    yield uncheckable(at, "全年执行数空白或无法识别，成本无从核对");
    return;
  }
  if (compareMoney(cost, spent) <= 0) return;
  const budget = valueOf(annualBudget);
  const print = (amount: typeof spent) => `${formatMoney(amount, form.currencyUnit)} ${form.currencyUnit}`;
  yield violated(at, {
    what: "cost",
    actual: actual.text,
    spent: print(spent),
    budget: budget !== undefined && compareMoney(cost, budget) > 0 ? print(budget) : "",
  });
}

// 节约的、别人承担的、不止一年的钱，不受当年支出的限制。
const NOT_THIS_YEARS = /社会成本|生态|节约|节省|降低|减少|压缩|压减|下降|避免|带动|撬动|概算|总投资|累计|合同/u;

function* checkRate(form: SelfEvaluationForm, indicator: Indicator, at: string): Iterable<Observation<Contradiction>> {
  const { actual } = indicator;
  if (actual.kind !== "quantitative" || !isPercentage(actual.quantity) || !isExecutionRate(indicator)) return;
  const rate = valueOf(form.funds.total.executionRate);
  if (rate === undefined) {
    yield uncheckable(at, "资金表的执行率空白或无法识别，两处无从核对");
    return;
  }
  const printed = rate.ratio.times(HUNDRED);
  if (saysTheSame(actual.quantity.number, printed)) return;
  yield violated(at, { what: "rate", actual: actual.text, spent: formatDecimal(printed, 2), budget: "" });
}

/** Equal, or the same figure with fewer places, cut or rounded; the system of entry fills 99.6 up to 99.60. */
function saysTheSame(figure: Decimal, printed: Decimal): boolean {
  const places = figure.decimalPlaces();
  return (["half-up", "truncate"] as const).some((mode) => round(printed, { mode, places }).equals(figure));
}
