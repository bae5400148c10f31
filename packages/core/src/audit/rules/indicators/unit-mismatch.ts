/** 指标值与完成值的单位不同。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { formatMoney } from "../../../values/money.ts";
import { type Quantity, moneyOf, sameUnit } from "../../../values/quantity.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/unit-mismatch",
  title: "指标值与完成值的单位不同",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals],
  why: "单位不同的两个数不能直接比较，读者无从判断是否达成。",
  fix: "按指标值的单位填写完成值；指标值单位有误的，先更正指标值。",
  *check({ form }) {
    for (const [row, { target, actual }] of form.indicators.entries()) {
      if (target.kind !== "quantitative" || actual.kind !== "quantitative") continue;
      if (sameUnit(withinYear(target.quantity), withinYear(actual.quantity))) continue;
      // 「0」与「0件」说的是一回事。
      if (target.quantity.number.isZero() && actual.quantity.number.isZero()) continue;
      const due = moneyOf(target.quantity);
      const reached = moneyOf(actual.quantity);
      yield violated(indicatorPath(row, "actual"), {
        target: target.text,
        actual: actual.text,
        targetUnit: target.quantity.unit,
        actualUnit: actual.quantity.unit,
        inYuan: due && reached ? `${formatMoney(due, "元")} 元与 ${formatMoney(reached, "元")} 元` : "",
      });
    }
  },
  message: ({ target, actual, targetUnit, actualUnit, inYuan }) =>
    targetUnit === ""
      ? `完成值「${actual}」有单位，指标值「${target}」没有`
      : actualUnit === ""
        ? `指标值「${target}」有单位，完成值「${actual}」没有`
        : `指标值「${target}」与完成值「${actual}」单位不同${inYuan === "" ? "" : `，折合 ${inYuan}`}`,
  examples: {
    bad: [
      { "indicators[1].actual": "295.00(天)" },
      { "indicators[2].actual": "99.10" },
      { "indicators[0].actual": "3067500.00(元)" },
    ],
    good: [
      { "indicators[2].actual": "99.10（％）" },
      { "indicators[2].target": "98%" },
      { "indicators[2].target": "98%以上" },
      { "indicators[1].name": "有效投诉", "indicators[1].target": "0", "indicators[1].actual": "0件" },
      { "indicators[1].target": "250次/年", "indicators[1].actual": "295次" },
      { "indicators[1].name": "绿化面积", "indicators[1].target": "≥250(平方米)", "indicators[1].actual": "295(㎡)" },
      {
        "indicators[3].target": "6月底前",
        "indicators[3].actual": "5月",
        "indicators[3].name": "合同签订",
        "indicators[3].score": "10.00",
        "indicators[3].deviationNote": "",
        totalScore: "99.96",
      },
    ],
    uncheckable: [],
  },
});

/** 自评表说的就是一年：12场/年 and 12场 are the same. */
function withinYear(quantity: Quantity): Quantity {
  return { ...quantity, unit: quantity.unit.replace(/[/／每]年$/u, "") };
}
