/** 指标没有分值：为 0，或空白而其余各项已满分。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { addScores, compareScores } from "../../../values/score.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "weights/weight-missing",
  title: "指标没有分值",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.weightReview],
  why: "没有分值的指标完成与否都不影响总分，等于没有设；公众却会以为它参加了评分。",
  fix: "给这项指标定一个分值，并从其他指标中匀出，使合计仍为满分；不参加评分的指标不要列入。",
  *check({ form, edition }) {
    // 一项分值都没有的，由 weights/sum-not-hundred 说一次就够。
    if (form.indicators.every(({ weight }) => weight.kind === "blank")) return;
    const cells = [form.funds.total.weight, ...form.indicators.map((row) => row.weight)];
    const others = addScores(cells.flatMap((cell) => (cell.kind === "read" ? [cell.value] : [])));
    const isFull = compareScores(others, edition.totalWeight.value) >= 0;
    for (const [at, { weight }] of form.indicators.entries()) {
      const place = indicatorPath(at, "weight");
      if (weight.kind === "read" && weight.value.points.isZero()) yield violated(place, { how: "分值为 0" });
      if (weight.kind !== "blank") continue;
      if (isFull) yield violated(place, { how: "分值空白，而其余各项已满分" });
      else yield uncheckable(place, "分值空白，不知这项指标占多少分");
    }
  },
  message: ({ how }) => `${how}，这项指标不计分`,
  examples: {
    bad: [
      {
        "indicators[0].weight": "0.00",
        "indicators[0].score": "0.00",
        "indicators[1].weight": "25.00",
        "indicators[1].score": "25.00",
      },
      {
        "indicators[0].weight": null,
        "indicators[0].score": null,
        "indicators[1].weight": "25.00",
        "indicators[1].score": "25.00",
      },
    ],
    good: [
      {
        "indicators[0].weight": "0.50",
        "indicators[0].score": "0.50",
        "indicators[1].weight": "24.50",
        "indicators[1].score": "24.50",
        "indicators[0].level1": "产出指标",
        "indicators[0].level2": "成本指标",
      },
    ],
    uncheckable: [{ "indicators[0].weight": null, totalWeight: "90.00" }],
  },
});
