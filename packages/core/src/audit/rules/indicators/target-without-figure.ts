/** 数量指标，或名称是比率、数目、时长的指标，指标值里没有数。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { bareText } from "../../likeness.ts";
import { defineRule, violated } from "../../rule.ts";
import { figureKindOf } from "../../unit-words.ts";

export default defineRule({
  id: "indicators/target-without-figure",
  title: "应当有数的指标值里没有数",
  severity: "note",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.targetsAndActuals, REVIEW_PRACTICE.namesOfIndicators],
  why: "数量、比率、时长不写成数，做到多少算达成就没有标准，得分只能凭印象。",
  fix: "按批复的绩效目标写明数和单位；确实无法量化的，换成质量或效益指标，并写明怎样算做到。",
  *check({ form }) {
    for (const [row, indicator] of form.indicators.entries()) {
      const { name, target, level2 } = indicator;
      if (!lacksFigure(indicator)) continue;
      // 三级指标只写了类别名的，先要有指标，由 wording/name-repeats-group 说明。
      if (bareText(name) === bareText(level2)) continue;
      const named = figureKindOf(name) !== undefined;
      if (!named && !/^数量(?:指标)?$/u.test(level2.replaceAll(/\s/gu, ""))) continue;
      yield violated(indicatorPath(row, "target"), { name, printed: target.text, by: named ? "name" : "group" });
    }
  },
  message: ({ name, printed, by }) =>
    by === "name"
      ? `「${name}」应当用数衡量，指标值却是「${printed}」`
      : `「${name}」列为数量指标，指标值「${printed}」里没有数`,
  examples: {
    bad: [
      { "indicators[5].target": "高", "indicators[5].actual": "达成指标" },
      { "indicators[1].name": "应用系统上云", "indicators[1].target": "完成", "indicators[1].actual": "完成" },
    ],
    good: [
      { "indicators[5].name": "服务对象满意", "indicators[5].target": "满意", "indicators[5].actual": "达成指标" },
      { "indicators[1].target": "每月两次", "indicators[1].actual": "达成指标" },
      { "indicators[2].name": "驻场服务质量", "indicators[2].target": "良好", "indicators[2].actual": "良好" },
    ],
    uncheckable: [],
  },
});

/** Whether the target is wording without any number, met by wording too; an answer in figures is `answer-of-another-kind`. */
function lacksFigure({ target, actual }: Indicator): boolean {
  // 空白（只有横线的也算）由 indicators/target-blank 说明。
  if (target.kind !== "wording" || bareText(target.text) === "" || actual.kind === "quantitative") return false;
  return !/[\d一二两三四五六七八九十百千万全]/u.test(target.text);
}
