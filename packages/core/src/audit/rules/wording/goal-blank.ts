/** 年度目标没有填写。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { observeBlankGoal } from "../../blank-goal.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "wording/goal-blank",
  title: "年度目标空白",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "没有目标，完成情况和指标就没有对照，自评无从说起。",
  fix: "按预算批复时的绩效目标填写，不要事后另写。",
  check: ({ form }) => observeBlankGoal(form, "expected"),
  message: ({ printed }) => (printed === "" ? "年度目标空白" : `年度目标只填了「${printed}」`),
  examples: {
    bad: [{ "overallGoal.expected": "" }, { "overallGoal.expected": "无" }, { "overallGoal.expected": "—" }],
    good: [{ "overallGoal.expected": "系统运行平稳。" }],
    uncheckable: [],
  },
});
