/** 同名的几份自评表内容全然不同，看来是几个项目用了一个名称。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { areOtherProjects, handInOf, sameProjects, variantsOf, whereIs } from "../../same-projects.ts";

const [FIRST, SECOND, THIRD] = EXAMPLE_PROJECTS;
const NAME = { projectName: "公共数据平台运维" };
const FUNDS = { "funds.total.initialBudget": "1.00", "funds.currentYearAppropriation.initialBudget": "1.00" };

export default defineBatchRule({
  id: "across/same-name-different-projects",
  title: "不同的项目用了同一个名称",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.sideBySide],
  why: "资金、目标、指标都不同，看来是两个项目；名称一样，读者分不清说的是哪一个，按名称汇总时也会并成一个。",
  fix: "在项目名称里写明各自的内容、文号或期次，或者填上各自的项目编码；其实是一个项目的先后两稿的，只留定稿。",
  collect: ({ form }) => handInOf(form),
  *check(collected) {
    for (const group of sameProjects(collected)) {
      const variants = variantsOf(group);
      for (const one of group) {
        const other = variants.find((each) => areOtherProjects(each.contents, one.contents));
        if (other !== undefined)
          yield { form: one.form, place: one.place, outcome: "violated", facts: { other: whereIs(other) } };
      }
    }
  },
  message: ({ other }) => `同批另有一份${other}同单位、同年度的同名项目，资金、目标和指标都与本表不同`,
  examples: {
    bad: [{ forms: [FIRST, { ...SECOND, ...NAME, ...FUNDS }] }],
    good: [
      { forms: [FIRST, { ...SECOND, ...FUNDS }] },
      { forms: [FIRST, { ...SECOND, ...NAME, ...FUNDS, fiscalYear: 2023 }, { ...THIRD, ...FUNDS }] },
    ],
    uncheckable: [],
  },
});
