/** 三级指标只重复了类别名，没有说考核什么。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { groupStem } from "../../../form/group-label.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "wording/name-repeats-group",
  title: "三级指标只写了类别名",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.commonErrors],
  why: "「数量指标」下面又写「数量指标」，读者不知道考核的是什么，完成值也就没有意义。",
  fix: "写出具体的考核内容，例如数量指标写「日常巡检次数」。",
  *check({ form }) {
    for (const [row, { level1, level2, name }] of form.indicators.entries()) {
      const group = [groupStem(level1), groupStem(level2), `${groupStem(level2)}${groupStem(level1)}`];
      const subject = groupStem(name);
      // 「服务对象满意度」「经济成本」本身就说清了考核什么。
      if (subject !== "" && group.includes(subject) && !/满意度|成本/u.test(subject))
        yield violated(indicatorPath(row, "name"), { name: name.trim() });
    }
  },
  message: ({ name }) => `三级指标只写了类别名「${name}」`,
  examples: {
    bad: [{ "indicators[4].name": "社会效益" }, { "indicators[4].name": "社会效益指标" }],
    good: [{ "indicators[4].name": "社会效益提升情况" }, { "indicators[5].name": "服务对象满意度" }],
    uncheckable: [],
  },
});
