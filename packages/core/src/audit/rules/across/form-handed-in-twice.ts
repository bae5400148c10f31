/** 同一份自评表交了两次。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { handInOf, sameProjects, whereIs } from "../../same-projects.ts";

const [FIRST, SECOND] = EXAMPLE_PROJECTS;

export default defineBatchRule({
  id: "across/form-handed-in-twice",
  title: "同一份自评表重复报送",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.sideBySide],
  why: "同一份表收了两次，公开时会出现两遍，汇总的份数和金额也会多算。",
  fix: "留下一份，把另一份从文件夹中移走。",
  collect: ({ form }) => handInOf(form),
  *check(collected) {
    for (const group of sameProjects(collected)) {
      for (const [earliest, ...again] of Map.groupBy(group, ({ contents }) =>
        Object.values(contents).join(),
      ).values()) {
        if (earliest === undefined) continue;
        const facts = { other: whereIs(earliest) };
        for (const { form, place } of again) yield { form, place, outcome: "violated", facts };
      }
    }
  },
  message: ({ other }) => `与同批另一份${other}项目、单位、年度和内容都相同`,
  examples: {
    bad: [{ forms: [FIRST, {}] }, { forms: [SECOND, FIRST, { ...SECOND, "funds.total.annualBudget": "308.000" }] }],
    good: [{ forms: [FIRST, SECOND] }, { forms: [FIRST, { fiscalYear: 2023 }] }],
    uncheckable: [],
  },
});
