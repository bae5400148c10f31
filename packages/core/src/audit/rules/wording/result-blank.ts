/** 实际完成情况没有填写。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { observeBlankGoal } from "../../blank-goal.ts";
import { defineRule } from "../../rule.ts";

export default defineRule({
  id: "wording/result-blank",
  title: "实际完成情况空白",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "完成情况空白，公众看不到钱花出去做成了什么。",
  fix: "对照目标逐项写实际结果，带上数量、时间和效果。",
  check: ({ form }) => observeBlankGoal(form, "actual"),
  message: ({ printed }) => (printed === "" ? "实际完成情况空白" : `实际完成情况只填了「${printed}」`),
  examples: {
    bad: [{ "overallGoal.actual": "" }, { "overallGoal.actual": "无" }, { "overallGoal.actual": "—" }],
    good: [{ "overallGoal.actual": "系统运行平稳。" }],
    uncheckable: [],
  },
});
