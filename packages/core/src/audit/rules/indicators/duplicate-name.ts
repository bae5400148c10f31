/** 同一份表里两个三级指标同名。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { bareText } from "../../likeness.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "indicators/duplicate-name",
  title: "三级指标同名",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.repetition],
  why: "同名的两行分不清各考核什么，同一件事还可能得两次分。",
  fix: "各自写明考核的是什么（例如区分服务人数与服务人次）；确是同一指标的，删去一行并调整分值。",
  *check({ form }) {
    const seen = new Map<string, string>();
    for (const [row, { level1, level2, name }] of form.indicators.entries()) {
      const key = bareText(name);
      const first = seen.get(key);
      if (key === "") continue;
      if (first === undefined) seen.set(key, level2 || level1);
      else yield violated(indicatorPath(row, "name"), { name, first });
    }
  },
  message: ({ name, first }) => `「${name}」在「${first}」下已经出现过`,
  examples: {
    bad: [{ "indicators[2].name": "故障响应及时率" }, { "indicators[4].name": "使用部门“满意度”" }],
    good: [{ "indicators[2].name": "故障响应及时率（夜间）" }],
    uncheckable: [],
  },
});
