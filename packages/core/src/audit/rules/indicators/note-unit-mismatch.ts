/** 偏差原因栏只写了一个单位，与指标值、完成值的单位不同。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { sameUnit } from "../../../values/quantity.ts";
import { defineRule, violated } from "../../rule.ts";
import { unitThatIsAll } from "../../unit-words.ts";

export default defineRule({
  id: "indicators/note-unit-mismatch",
  title: "偏差原因栏另写了一个单位",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals],
  why: "表中的单位与说明里的单位不是一个，读者不知道数字以什么计，是否达成也无从判断。",
  fix: "把真正的单位填到指标值和完成值里（必要时折算），偏差原因栏只写原因。",
  *check({ form }) {
    const unitsNoted = new Set(form.indicators.flatMap(({ deviationNote }) => unitThatIsAll(deviationNote) ?? []));
    for (const [row, { target, actual, deviationNote }] of form.indicators.entries()) {
      const noted = unitThatIsAll(deviationNote);
      if (noted === undefined) continue;
      const quantities = [target, actual].flatMap((value) => (value.kind === "quantitative" ? [value.quantity] : []));
      const [first] = quantities;
      if (first === undefined || quantities.some((each) => sameUnit(each, { ...each, unit: noted }))) continue;
      yield violated(indicatorPath(row, "deviationNote"), {
        noted,
        target: target.text,
        actual: actual.text,
        elsewhere: [...unitsNoted].filter((unit) => unit !== noted && multipleOfTheSame(unit, noted)).join("、"),
      });
    }
  },
  message: ({ noted, target, actual, elsewhere }) =>
    `偏差原因栏写的单位是「${noted}」${elsewhere === "" ? "" : `（别的行是「${elsewhere}」）`}，指标值为「${target}」、完成值为「${actual}」`,
  examples: {
    bad: [
      {
        "indicators[1].target": "≥5000.00(%)",
        "indicators[1].actual": "5100.00(%)",
        "indicators[1].deviationNote": "万核小时",
      },
      { "indicators[1].deviationNote": "人次" },
      // 两行各一个单位，只有一行与表中不同。
      { "indicators[0].deviationNote": "万元", "indicators[1].deviationNote": "万次" },
    ],
    good: [{ "indicators[1].deviationNote": "次" }, { "indicators[1].deviationNote": "按次计" }],
    uncheckable: [],
  },
});

/** 核小时 and 万核小时: the same unit, one counted in ten thousands. */
function multipleOfTheSame(a: string, b: string): boolean {
  return a.replace(MULTIPLE, "") === b.replace(MULTIPLE, "");
}

const MULTIPLE = /^[十百千万亿]+/u;
