/** 实际完成情况照抄预期目标。 */
import { bareText, likeness } from "../../likeness.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "wording/goal-copied-as-result",
  title: "实际完成情况照抄年度目标",
  severity: "warning",
  editions: "all",
  basis: ({ rulePack }) => [rulePack.tolerances.copiedLikeness.basis],
  why: "完成情况要说做成了什么、做到什么程度。照抄目标等于没有自评，是审核退回最常见的原因之一。",
  fix: "对着目标逐项写实际结果，带上数量、时间和效果；没有做到的写明差在哪里。",
  *check({ form, edition }) {
    const { copiedLength, copiedLikeness } = edition.rulePack.tolerances;
    const { expected, actual } = form.overallGoal;
    const goal = bareText(expected);
    const result = bareText(actual);
    if (goal === "" || result === "") return;
    // 一字不差的，再短也是照抄。
    if (goal === result) {
      yield violated("overallGoal.actual", { likeness: "除标点外一字不差" });
      return;
    }
    if (Math.min([...goal].length, [...result].length) < copiedLength.value) return;
    // 「2万人次」做成了「2.13万人次」，是写了结果的。
    if (hasFiguresOfItsOwn(actual, expected)) return;
    const alike = likeness(expected, actual);
    if (alike >= copiedLikeness.value)
      yield violated("overallGoal.actual", { likeness: `文字相同约 ${Math.floor(alike * 100)}%` });
  },
  message: ({ likeness: alike }) => `实际完成情况与目标${alike}`,
  examples: {
    bad: [
      { "overallGoal.actual": "做好公共数据平台的日常运行维护，及时发现并处理安全隐患，保障各部门稳定使用。" },
      { "overallGoal.actual": "做好公共数据平台的日常运行维护,及时发现并处理了安全隐患,保障各部门稳定使用" },
      { "overallGoal.expected": "完成平台运维。", "overallGoal.actual": "完成平台运维" },
      {
        "overallGoal.expected": "2024年完成老年人免费体检2万人次，发放体检报告，建立健康档案，提高健康水平。",
        "overallGoal.actual": "2024年12月完成老年人免费体检2万人次，发放体检报告，建立健康档案，提高健康水平。",
      },
    ],
    good: [
      { "overallGoal.actual": "做好公共数据平台的日常运行维护，全年处理安全隐患12起，各部门稳定使用。" },
      { "overallGoal.expected": "完成平台运维。", "overallGoal.actual": "平台运维完成" },
      { "overallGoal.expected": "完成平台全年运维。", "overallGoal.actual": "完成了平台全年运维。" },
      {
        "overallGoal.expected": "完成老年人免费体检2万人次，发放体检报告，建立健康档案。",
        "overallGoal.actual": "完成老年人免费体检2.13万人次，发放体检报告，建立健康档案。",
      },
    ],
    uncheckable: [],
  },
});

/** Whether the result gives a quantity, dates aside, that the goal does not. */
function hasFiguresOfItsOwn(result: string, goal: string): boolean {
  const known = new Set(goal.match(QUANTITY));
  return (result.match(QUANTITY) ?? []).some((figure) => !known.has(figure));
}

const QUANTITY = /(?<![\d.])\d[\d,]*(?:\.\d+)?(?=[%％‰万亿]|(?![年月日号])\p{Script=Han})/gu;
