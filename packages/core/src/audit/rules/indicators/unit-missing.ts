/** 指标值和完成值是数，却都没有单位。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/unit-missing",
  title: "数没有单位",
  severity: "note",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals],
  why: "只有数没有单位，读者不知道是多少个、多少次，还是百分之多少。",
  fix: "在指标值和完成值后写明同一个单位。",
  *check({ form }) {
    for (const [row, { name, target, actual }] of form.indicators.entries()) {
      // 指标值是文字的，单位可能就在文字里；一个有单位、一个没有的，由 indicators/unit-mismatch 说明。
      if (target.kind === "wording") continue;
      const quantities = [target, actual].flatMap((value) => (value.kind === "quantitative" ? [value.quantity] : []));
      if (quantities.length === 0 || quantities.some(({ unit }) => unit !== "")) continue;
      // 「0」是多少个都一样；指数、得分本来没有单位。
      if (quantities.every(({ number }) => number.isZero()) || NO_UNIT.test(name.trim())) continue;
      const field = target.kind === "quantitative" ? "target" : "actual";
      yield violated(indicatorPath(row, field), {
        target: target.kind === "quantitative" ? target.text : "",
        actual: actual.kind === "quantitative" ? actual.text : "",
      });
    }
  },
  message: ({ target, actual }) =>
    [target === "" ? "" : `指标值「${target}」`, actual === "" ? "" : `完成值「${actual}」`]
      .filter((part) => part !== "")
      .join("、") + "没有单位",
  examples: {
    bad: [
      { "indicators[1].target": "≥250", "indicators[1].actual": "295.00" },
      { "indicators[5].target": "≥90.00", "indicators[5].actual": "93" },
    ],
    good: [
      { "indicators[1].target": "≥250次", "indicators[1].actual": "295（次）" },
      { "indicators[4].target": "每年不少于两次", "indicators[4].actual": "4" },
      { "indicators[1].name": "重大事故", "indicators[1].target": "0", "indicators[1].actual": "0" },
      { "indicators[1].name": "路面状况指数PQI", "indicators[1].target": "≥90.00", "indicators[1].actual": "91.20" },
    ],
    uncheckable: [],
  },
});

const NO_UNIT = /(?:指数|系数|得分|评分|\p{Script=Latin})$/u;
