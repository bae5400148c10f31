/** 应报的项目没有自评表。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { compareWithExpected } from "../../expected-projects.ts";
import { bareText } from "../../likeness.ts";
import { projectOf } from "../../project.ts";

const [FIRST, SECOND] = EXAMPLE_PROJECTS;
const FIRST_EXPECTED = { projectName: "公共数据平台运维", implementingUnit: "某区大数据中心" };
const SECOND_EXPECTED = { projectName: "政务外网租赁" };

export default defineBatchRule({
  id: "across/expected-project-missing",
  title: "应报项目没有自评表",
  severity: "error",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.expectedProjects],
  why: "清单上的项目都应有自评表，缺一份，公开就不完整。",
  fix: "向单位补收这份自评表；交来而没有读出的，先按读取时的提示处理；名称写法不同的，把清单或表上的名称改成一致。",
  collect: ({ form }) => projectOf(form),
  *check(collected, expected = [], edition) {
    const found = collected.map(({ digest }) => digest);
    const { value: similar } = edition.rulePack.tolerances.similarName;
    const nameless = found.filter(({ name }) => bareText(name) === "").length;
    for (const { at, perhaps } of compareWithExpected(expected, found, similar).missing) {
      const { projectName = "", implementingUnit } = expected[at] ?? {};
      const project = `「${projectName}」${implementingUnit === undefined ? "" : `（${implementingUnit}）`}`;
      yield nameless > 0
        ? {
            expected: at,
            outcome: "uncheckable",
            reason: `有 ${nameless} 份自评表项目名称空白，不能断定${project}未报`,
          }
        : { expected: at, outcome: "violated", facts: { project, perhaps } };
    }
  },
  message: ({ project, perhaps }) =>
    `本批没有应报项目${project}的自评表${perhaps === "" ? "" : `，但有名称相近的${perhaps}，或即此项目`}`,
  examples: {
    bad: [
      { forms: [FIRST], expected: [FIRST_EXPECTED, SECOND_EXPECTED] },
      { forms: [], expected: [FIRST_EXPECTED] },
    ],
    good: [
      { forms: [FIRST, SECOND], expected: [SECOND_EXPECTED, FIRST_EXPECTED] },
      { forms: [{ projectName: "公共数据平台 （运维）" }], expected: [FIRST_EXPECTED] },
      { forms: [] },
    ],
    uncheckable: [{ forms: [{ projectName: "" }], expected: [FIRST_EXPECTED] }],
  },
});
