/** 同一项目的几份自评表互相矛盾。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import {
  type PlacedHandIn,
  areOtherProjects,
  differingSections,
  handInOf,
  sameProjects,
  variantsOf,
  whereIs,
} from "../../same-projects.ts";

const [FIRST, SECOND] = EXAMPLE_PROJECTS;

export default defineBatchRule({
  id: "across/same-project-conflicting",
  title: "同一项目有内容不同的自评表",
  severity: "error",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.sideBySide],
  why: "同一单位、同一年度、同一项目名称公开两份内容不同的表，读者无从判断哪一份算数。",
  fix: "是先后两稿的，只留定稿；确是两个项目的，把项目名称写得能够区分，或者填上各自的项目编码。",
  collect: ({ form }) => handInOf(form),
  *check(collected) {
    // 哪一份对，表上看不出来，所以每一份都报。
    for (const group of sameProjects(collected)) {
      const variants = variantsOf(group);
      for (const one of group) {
        const other = variants.find((each) => areDifferent(each, one));
        if (other === undefined) continue;
        const sections = differingSections(one.contents, other.contents).join("、");
        yield { form: one.form, place: one.place, outcome: "violated", facts: { other: whereIs(other), sections } };
      }
    }
  },
  message: ({ other, sections }) => `同批另有一份${other}同单位、同年度的同名项目，${sections}与本表不同`,
  examples: {
    bad: [
      { forms: [FIRST, { totalScore: "98.97" }] },
      { forms: [SECOND, { projectName: "公共数据平台（运维）", rating: "良" }, FIRST] },
    ],
    good: [
      { forms: [FIRST, SECOND] },
      { forms: [FIRST, { fiscalYear: 2023, totalScore: "98.97" }] },
      {
        forms: [
          FIRST,
          {
            implementingUnit: "某区行政服务中心",
            totalScore: "98.97",
            "indicators[1].actual": "260.00(次)",
            "overallGoal.expected": "",
            "overallGoal.actual": "",
          },
        ],
      },
      { forms: [FIRST, SECOND, { ...SECOND, fiscalYear: 2023, rating: "良" }] },
      { forms: [{ projectCode: "310000-01" }, { projectCode: "310000-02", rating: "良" }] },
    ],
    uncheckable: [],
  },
});

/** 资金、目标、指标全都不同的，看来是两个项目，由 across/same-name-different-projects 说明。 */
function areDifferent(a: PlacedHandIn, b: PlacedHandIn): boolean {
  return differingSections(a.contents, b.contents).length > 0 && !areOtherProjects(a.contents, b.contents);
}
