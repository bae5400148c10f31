/** 自评表的项目不在应报项目清单上。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { type FormPlace, placeIn } from "../../../form/place-in-form.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { compareWithExpected } from "../../expected-projects.ts";
import { bareText } from "../../likeness.ts";
import { type Project, projectOf } from "../../project.ts";

interface Digest {
  readonly project: Project;
  readonly place: FormPlace;
}

const [FIRST, SECOND] = EXAMPLE_PROJECTS;
const FIRST_EXPECTED = { projectName: "公共数据平台运维", implementingUnit: "某区大数据中心" };
const SECOND_EXPECTED = { projectName: "政务外网租赁" };

export default defineBatchRule({
  id: "across/unexpected-project",
  title: "项目不在应报清单上",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.expectedProjects],
  why: "清单上没有的项目，可能是项目名称或实施单位写错了，也可能是清单漏列。",
  fix: "与清单核对项目名称和实施单位，写错的改正；清单漏列的补上。",
  collect: ({ form }): Digest => ({ project: projectOf(form), place: placeIn(form, "projectName") }),
  *check(collected, expected, edition) {
    if (expected === undefined) return;
    const projects = collected.map(({ digest }) => digest.project);
    const { value: similar } = edition.rulePack.tolerances.similarName;
    for (const { at, perhaps } of compareWithExpected(expected, projects, similar).unexpected) {
      const one = collected[at];
      if (one === undefined) continue;
      const { place, project } = one.digest;
      yield bareText(project.name) === ""
        ? { form: one.form, place, outcome: "uncheckable", reason: "项目名称空白，不能与应报项目清单核对" }
        : { form: one.form, place, outcome: "violated", facts: { perhaps } };
    }
  },
  message: ({ perhaps }) =>
    `项目不在应报项目清单上${perhaps === "" ? "" : `，但清单上有名称相近的${perhaps}，或即此项目`}`,
  examples: {
    bad: [
      { forms: [FIRST, SECOND], expected: [FIRST_EXPECTED] },
      { forms: [FIRST], expected: [] },
    ],
    good: [
      { forms: [FIRST, SECOND], expected: [SECOND_EXPECTED, FIRST_EXPECTED] },
      { forms: [{ implementingUnit: "某区行政服务中心" }], expected: [{ projectName: "公共数据平台运维" }] },
      { forms: [FIRST] },
    ],
    uncheckable: [{ forms: [{ projectName: "" }], expected: [FIRST_EXPECTED] }],
  },
});
