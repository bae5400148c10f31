/** 完成值远高于指标值。 */
import type { Tolerances } from "../../../edition/rule-pack.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { type Decimal, formatDecimal } from "../../../values/decimal.ts";
import { isPercentage, sameUnit } from "../../../values/quantity.ts";
import { round } from "../../../values/rounding.ts";
import { directionOf } from "../../indicator-nature.ts";
import { defineRule, violated } from "../../rule.ts";
import { kindUnlikeUnit } from "../../unit-words.ts";

export default defineRule({
  id: "indicators/far-above-target",
  title: "完成值远高于指标值",
  severity: "note",
  editions: "all",
  basis: ({ rulePack: { tolerances } }) => [tolerances.farAboveTarget.basis, tolerances.farAboveExcess.basis],
  why: "超出太多，常是指标值定得过低或数字、单位填错；有的地方对此扣分。",
  fix: "核对两个数和单位；数字无误的，在偏差原因栏说明超额的原因，下一年度相应提高指标值。",
  *check({ form, edition }) {
    for (const [row, indicator] of form.indicators.entries()) {
      const times = timesOver(indicator, edition.rulePack.tolerances);
      if (times === undefined) continue;
      yield violated(indicatorPath(row, "actual"), {
        target: indicator.target.text,
        actual: indicator.actual.text,
        times: formatDecimal(round(times, { mode: "half-up", places: 2 })),
      });
    }
  },
  message: ({ target, actual, times }) => `完成值「${actual}」是指标值「${target}」的 ${times} 倍`,
  examples: {
    bad: [
      { "indicators[1].target": "≥226.92(次)" },
      { "indicators[1].target": "=4.00(次)", "indicators[1].actual": "7.00(次)" },
      { "indicators[5].target": "≥50.00(%)" },
      { "indicators[1].target": "≥5.00(亿)", "indicators[1].actual": "7.00(亿)" },
    ],
    good: [
      { "indicators[1].target": "≥227.00(次)" },
      { "indicators[1].target": "≥1.00(次)", "indicators[1].actual": "3.00(次)" },
      { "indicators[0].target": "≤3080.00(万元)" },
      {
        "indicators[3].name": "重大故障次数",
        "indicators[3].target": "=1.00(次)",
        "indicators[3].actual": "5.00(次)",
      },
    ],
    uncheckable: [],
  },
});

/** actual ÷ target where more is asked for and the actual is far more. */
function timesOver(indicator: Indicator, { farAboveTarget, farAboveExcess, implausiblePercentage }: Tolerances) {
  const { target, actual } = indicator;
  if (target.kind !== "quantitative" || actual.kind !== "quantitative") return undefined;
  if (target.comparator === "≤" || target.comparator === "<" || directionOf(indicator) === "less") return undefined;
  if (!sameUnit(target.quantity, actual.quantity)) return undefined;
  const due: Decimal = target.quantity.number;
  const reached = actual.quantity.number;
  // 单位可疑的先要弄清单位，由 indicators/unit-unlike-name、indicators/implausible-percentage 说明。
  if (kindUnlikeUnit(indicator) !== undefined) return undefined;
  if (isPercentage(actual.quantity) && reached.greaterThanOrEqualTo(implausiblePercentage.value)) return undefined;
  if (!due.greaterThan(0)) return undefined;
  // 以万、亿计的数不论多出几个单位都不算小。
  if (!/^[万亿]/u.test(actual.quantity.unit) && reached.minus(due).lessThan(farAboveExcess.value)) return undefined;
  const times = reached.dividedBy(due);
  return times.lessThan(farAboveTarget.value) ? undefined : times;
}
