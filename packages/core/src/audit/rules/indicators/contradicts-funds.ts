/** 指标里的数与资金表的同一个数对不上：成本高于支出，执行率与表中不同。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { valueOf } from "../../../place/cell.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { type Decimal, HUNDRED, ONE, formatDecimal } from "../../../values/decimal.ts";
import { type Money, compareMoney, formatMoney, money, moneyIn } from "../../../values/money.ts";
import { type Quantity, isPercentage, moneyOf } from "../../../values/quantity.ts";
import { rateOf } from "../../../values/rate.ts";
import { type Rounding, round } from "../../../values/rounding.ts";
import { isCost, isExecutionRate } from "../../indicator-nature.ts";
import { type Observation, defineRule, uncheckable, violated } from "../../rule.ts";

interface Contradiction extends Record<string, string> {
  readonly what: "cost" | "rate";
  readonly actual: string;
  readonly spent: string;
  readonly budget: string;
  /** The unrounded rate where both figures come from it, one rounded and the other cut; else `""`. */
  readonly exact: string;
}

export default defineRule({
  id: "indicators/contradicts-funds",
  title: "指标与资金表互相矛盾",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.figuresAgree],
  why: "同一个项目的成本、执行率在表里有两个数，读者一眼就能看出来，不知道该信哪一个。",
  fix: "与决算核对，改正填错的一处；只是取舍不同的，照资金表写成一样；口径确实不同的（如含其他年度或其他来源），在偏差原因栏写明。",
  *check({ form, edition }) {
    const rounding = edition.rateRounding.value;
    for (const [row, indicator] of form.indicators.entries()) {
      const at = indicatorPath(row, "actual");
      yield* checkCost(form, indicator, at);
      yield* checkRate(form, indicator, at, rounding);
    }
  },
  message: ({ what, actual, spent, budget, exact }) =>
    what === "rate"
      ? `完成值为「${actual}」，资金表印的执行率为 ${spent}${exact === "" ? "" : `（未取舍时约为 ${exact}，两处取舍不同）`}`
      : `成本为「${actual}」，高于全年执行数 ${spent}${budget === "" ? "" : `，也高于全年预算数 ${budget}`}`,
  examples: {
    bad: [
      { "indicators[0].target": "≤441.55(万元)", "indicators[0].actual": "397.35(万元)" },
      { "indicators[0].actual": "307.00(万元)" },
      { "indicators[0].target": "≤3080000.00(元)", "indicators[0].actual": "3067600.00(元)" },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.61(%)" },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.58(%)" },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "98(%)" },
    ],
    good: [
      {
        "indicators[0].name": "节约运行成本",
        "indicators[0].target": "≥320.00(万元)",
        "indicators[0].actual": "330.00(万元)",
      },
      { "indicators[0].name": "累计投资", "indicators[0].actual": "308.00(万元)" },
      { "indicators[0].target": "≤308万元", "indicators[0].actual": "306.8万元" },
      { "indicators[0].name": "年度预算数", "indicators[0].actual": "308.00(万元)" },
      {
        "indicators[0].name": "工程造价",
        "indicators[0].target": "≤4800.00(万元)",
        "indicators[0].actual": "4756.00(万元)",
      },
      { "indicators[0].target": "≤3080000.00(元)", "indicators[0].actual": "3067599.99(元)" },
      {
        "indicators[0].name": "人均成本",
        "indicators[0].target": "≤500.00(元/人)",
        "indicators[0].actual": "480.00(元/人)",
      },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.59(%)" },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.60(%)" },
      { "indicators[0].name": "预算执行率", "indicators[0].target": "≥90.00(%)", "indicators[0].actual": "99.5942(%)" },
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
  // 资金表以万元两位小数印出，成本以元计时多出的零头不算。
  const cut = money(round(moneyIn(cost, form.currencyUnit), { mode: "truncate", places: 2 }), form.currencyUnit);
  if (compareMoney(cut, spent) <= 0 || isRounded(actual, spent)) return;
  const budget = valueOf(annualBudget);
  // 「预算金额」说的是预算，不是花了多少。
  if (/预算/u.test(indicator.name) && budget !== undefined && compareMoney(cut, budget) <= 0) return;
  const print = (amount: typeof spent) => `${formatMoney(amount, form.currencyUnit)} ${form.currencyUnit}`;
  yield violated(at, {
    what: "cost",
    actual: actual.text,
    spent: print(spent),
    budget: budget !== undefined && compareMoney(cut, budget) > 0 ? print(budget) : "",
    exact: "",
  });
}

/** Whether the cost is what was spent, rounded to as many places as the cell prints: 109.88 万元 for 1098765.43 元. */
function isRounded({ text, quantity: { number, unit } }: { text: string; quantity: Quantity }, spent: Money): boolean {
  const one = moneyOf({ kind: "quantity", number: ONE, unit });
  const exact = one && spent.yuan.dividedBy(one.yuan);
  const places = /\.(\d+)/u.exec(text)?.[1]?.length ?? 0;
  return exact !== undefined && round(exact, { mode: "half-up", places }).equals(number);
}

// 节约的、别人承担的、不止一年的钱，不受当年支出的限制。
const NOT_THIS_YEARS =
  /社会成本|生态|节约|节省|降低|减少|压缩|压减|下降|减负|减免|让利|避免|带动|撬动|概算|投资|造价|中标|审定|审价|累计|合同/u;

function* checkRate(
  form: SelfEvaluationForm,
  indicator: Indicator,
  at: string,
  { places, mode }: Rounding,
): Iterable<Observation<Contradiction>> {
  const { actual } = indicator;
  if (actual.kind !== "quantitative" || !isPercentage(actual.quantity) || !isExecutionRate(indicator)) return;
  const { executionRate, annualExecution, annualBudget } = form.funds.total;
  const rate = valueOf(executionRate);
  if (rate === undefined) {
    yield uncheckable(at, "资金表的执行率空白或无法识别，两处无从核对");
    return;
  }
  const printed = rate.ratio.times(HUNDRED);
  const figure = actual.quantity.number;
  const comesFrom = (longer: Decimal, shorter: Decimal, digits: number) =>
    (["half-up", "truncate", mode] as const).some((each) =>
      round(longer, { mode: each, places: digits }).equals(shorter),
    );
  // 完成值的位数可以比资金表少，也可以多。
  if (comesFrom(printed, figure, figure.decimalPlaces()) || comesFrom(figure, printed, places)) return;
  const spent = valueOf(annualExecution);
  const budget = valueOf(annualBudget);
  const exact = spent && budget && rateOf(spent, budget)?.ratio.times(HUNDRED);
  const bothFromIt = exact && comesFrom(exact, figure, places) && comesFrom(exact, printed, places);
  yield violated(at, {
    what: "rate",
    actual: actual.text,
    spent: formatDecimal(printed, places),
    budget: "",
    exact: bothFromIt ? formatDecimal(round(exact, { mode: "truncate", places: places + 2 }), places + 2) : "",
  });
}
