/** 表头的文字混进了单元格。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Edition } from "../../../edition/edition.ts";
import { rememberLast } from "../../../values/remember.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "wording/caption-left",
  title: "表头文字混进单元格",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "从别的表复制时把表头一起带了进来，或者两格的内容并成了一格。",
  fix: "删去表头文字，再核对这一格的内容是否完整、是否属于这一格。",
  *check({ form, edition }) {
    for (const field of ["expected", "actual"] as const) {
      const found = captionBefore(form.overallGoal[field], edition);
      if (found !== undefined) yield violated(`overallGoal.${field}`, { found });
    }
    const headings: readonly string[] = Object.values(edition.captions.indicatorColumns);
    for (const [row, { name, target, actual, deviationNote }] of form.indicators.entries()) {
      const cells = { name, target: target.text, actual: actual.text, deviationNote };
      for (const [field, text] of Object.entries(cells)) {
        const bare = text.replaceAll(/\s/gu, "");
        const found = headings.find((heading) => heading === bare);
        if (found !== undefined) yield violated(`indicators[${row}].${field}`, { found });
      }
    }
  },
  message: ({ found }) => `单元格里留有表头文字「${found}」`,
  examples: {
    bad: [
      { "overallGoal.actual": "预期目标 实际完成情况 全年平台运行稳定，未发生重大责任事故。" },
      { "overallGoal.actual": "实际完成情况：全年平台运行稳定，未发生重大责任事故。" },
      { "indicators[3].deviationNote": "偏差原因分析及改进措施" },
    ],
    good: [
      { "overallGoal.actual": "预期目标全部完成，全年平台运行稳定。" },
      { "overallGoal.actual": "全年平台运行稳定，实际完成情况：巡检295次。" },
    ],
    uncheckable: [],
  },
});

const captionAtStart: (captions: Edition["captions"]) => RegExp = rememberLast(
  ({ overallGoal, expectedGoal, actualGoal }) => {
    const words = [overallGoal, expectedGoal, actualGoal].join("|");
    return new RegExp(`^(?:${words})(?:\\s{0,3}(?:${words})|\\s{0,3}[：:]|\\s|$)`, "u");
  },
);

/** The captions of the goal cells at the beginning of a text, where a blank, a colon or another caption follows. */
function captionBefore(text: string, { captions }: Edition): string | undefined {
  return captionAtStart(captions)
    .exec(text.replace(/^(?:\s|<[a-z]{1,9}>){0,9}/u, ""))?.[0]
    .trim();
}
