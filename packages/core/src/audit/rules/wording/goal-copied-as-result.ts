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
    ],
    good: [
      { "overallGoal.actual": "做好公共数据平台的日常运行维护，全年处理安全隐患12起，各部门稳定使用。" },
      { "overallGoal.expected": "完成平台运维。", "overallGoal.actual": "平台运维完成" },
      { "overallGoal.expected": "完成平台全年运维。", "overallGoal.actual": "完成了平台全年运维。" },
    ],
    uncheckable: [],
  },
});
