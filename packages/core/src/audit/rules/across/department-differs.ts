/** 同一实施单位的主管部门写得不一样。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { type FormPlace, placeIn } from "../../../form/place-in-form.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { bareText } from "../../likeness.ts";
import { compareTexts, projectOf } from "../../project.ts";
import { groupByUnit } from "../../unit-groups.ts";

interface Digest {
  readonly unit: string;
  readonly place: FormPlace;
}

interface Named extends Digest {
  readonly form: number;
  readonly department: string;
}

const [FIRST, SECOND, THIRD] = EXAMPLE_PROJECTS;

export default defineBatchRule({
  id: "across/department-differs",
  title: "同一单位的主管部门不一致",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.sideBySide],
  why: "按主管部门汇总时，写法不同的会被当成两个部门，份数和金额就对不上。",
  fix: "统一写成主管部门的全称，括号、空格也要一致；确有两个主管部门的不用改。",
  collect: ({ form }): Digest => ({ unit: projectOf(form).unit, place: placeIn(form, "competentDepartment") }),
  *check(collected) {
    const named: readonly Named[] = collected
      .map(({ form, digest }) => ({ ...digest, form, department: digest.place.text.trim() }))
      .filter(({ department }) => department !== "");
    for (const { unit, members } of groupByUnit(named)) {
      const [usual = [], ...others] = byUse(members);
      const [{ department } = { department: "" }] = usual;
      for (const { form, place, department: text } of others.flat()) {
        const how = bareText(text) === bareText(department) ? "只差空格、标点或全半角" : "名称不同";
        const facts = { unit, usual: department, forms: String(usual.length), how };
        yield { form, place, outcome: "violated", facts };
      }
    }
  },
  message: ({ unit, usual, forms, how }) => `${unit}另有 ${forms} 份的主管部门为「${usual}」，与本表${how}`,
  examples: {
    bad: [
      { forms: [FIRST, SECOND, { ...THIRD, competentDepartment: "某区数据局（汇总）" }] },
      { forms: [{ ...FIRST, competentDepartment: "某区 数据局" }, SECOND] },
      { forms: [FIRST, { ...SECOND, competentDepartment: "某区大数据局" }] },
    ],
    good: [
      { forms: [FIRST, { ...SECOND, competentDepartment: "某区民政局", implementingUnit: "某区社会福利院" }] },
      { forms: [FIRST, { ...SECOND, competentDepartment: "" }] },
    ],
    uncheckable: [],
  },
});

/** The forms by the department that they print, that of most forms first. */
function byUse(members: readonly Named[]): readonly (readonly Named[])[] {
  return [...Map.groupBy(members, ({ department }) => department)]
    .toSorted(([a, left], [b, right]) => right.length - left.length || compareTexts(a, b))
    .map(([, forms]) => forms);
}
