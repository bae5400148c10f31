/** 文字没有写完就断了。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { proseOf } from "../../../form/place-in-form.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { bareText } from "../../likeness.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "wording/text-cut-off",
  title: "文字疑似被截断",
  severity: "warning",
  editions: "all",
  basis: ({ rulePack }) => [REVIEW_PRACTICE.commonErrors, rulePack.tolerances.copiedLength.basis],
  why: "单元格装不下或复制不全，句子断在半截，公开后意思不完整，也可能丢掉关键的限定。",
  fix: "对照原始材料补全文字。",
  *check({ form, edition }) {
    const shortest = edition.rulePack.tolerances.copiedLength.value;
    for (const { at, text } of proseOf(form)) {
      const open = /[、，,（(“《]$/u.exec(text.trim())?.[0];
      if (open !== undefined) yield violated(at, { how: `停在「${[...text.trim()].slice(-10).join("")}」` });
    }
    for (const [row, { name, target, actual }] of form.indicators.entries()) {
      if (beginsOnly(target.text, name, shortest))
        yield violated(indicatorPath(row, "target"), { how: "只有三级指标的前半截" });
      if (beginsOnly(actual.text, target.text, shortest))
        yield violated(indicatorPath(row, "actual"), { how: "只有指标值的前半截" });
    }
  },
  message: ({ how }) => `文字像是被截断：${how}`,
  examples: {
    bad: [
      { "overallGoal.actual": "全年平台运行稳定，完成巡检、" },
      {
        "indicators[4].target": "较申报金额降低或者虽未降低但成本结构有所优化",
        "indicators[4].actual": "较申报金额降低或者虽未降低但成本结构有所",
      },
      {
        "indicators[4].name": "有效支撑数据共享等本区重点工作",
        "indicators[4].target": "有效支撑数据共享等本区重点",
        "indicators[4].actual": "达成指标",
      },
    ],
    good: [
      { "indicators[4].target": "及时（承诺时间内）", "indicators[4].actual": "及时" },
      { "overallGoal.actual": "全年平台运行稳定，完成巡检（每月）" },
    ],
    uncheckable: [],
  },
});

/** Whether a text of some length is the beginning of a longer one, word for word. */
function beginsOnly(text: string, whole: string, shortest: number): boolean {
  const [part, all] = [bareText(text), bareText(whole)];
  return [...part].length >= shortest && part.length < all.length && all.startsWith(part);
}
