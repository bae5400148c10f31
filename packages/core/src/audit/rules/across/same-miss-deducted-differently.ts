/** 同一单位对同样程度的偏差扣分不一。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Edition } from "../../../edition/edition.ts";
import { placeIn } from "../../../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { type Deduction, outOfLine, percentOf, reachedIn, shareLost } from "../../deductions.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { fingerprint } from "../../fingerprint.ts";
import { bareText } from "../../likeness.ts";
import { type Project, callProject, projectOf } from "../../project.ts";

interface Miss extends Deduction {
  /** 三级指标. */
  readonly name: string;
  /** 二级指标, else 一级指标. */
  readonly group: string;
  readonly reached: string;
}

interface Digest {
  readonly project: Project;
  readonly misses: readonly Miss[];
}

const [FIRST, SECOND, THIRD] = EXAMPLE_PROJECTS;
const PARTLY = { "indicators[4].actual": "部分达成指标并具有一定效果" };

export default defineBatchRule({
  id: "across/same-miss-deducted-differently",
  title: "同样程度的偏差扣分不一",
  severity: "note",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.equalTreatment],
  why: "同一单位对同类指标、同样程度的偏差，有的多扣、有的少扣，评分尺度就不一致。",
  fix: "对照另一张表的扣分，确有不同情况的在偏差原因中写明，没有的按同一尺度扣分。",
  collect: ({ form, edition }): Digest => ({ project: projectOf(form), misses: missesOf(form, edition) }),
  *check(collected, _, edition) {
    const all = collected.flatMap(({ form, digest: { project, misses } }) =>
      misses.map((miss) => ({ ...miss, form, project, unit: project.unit })),
    );
    for (const { one, other } of outOfLine(all, edition.rulePack.tolerances.unequalDeduction.value)) {
      const facts = {
        group: one.group,
        reached: one.reached,
        lost: percentOf(one.lost),
        other: `${callProject(other.project, one.project)}的「${other.name}」`,
        theirs: percentOf(other.lost),
      };
      yield { form: one.form, place: one.place, outcome: "violated", facts };
    }
  },
  message: ({ group, reached, lost, other, theirs }) =>
    `同为${group}、${reached}，这里扣去分值的 ${lost}%，${other}扣 ${theirs}%`,
  examples: {
    bad: [
      { forms: [FIRST, { ...SECOND, "indicators[3].score": "7.00", totalScore: "96.96" }] },
      {
        forms: [
          { ...FIRST, ...PARTLY, "indicators[4].score": "24.00", totalScore: "92.96" },
          { ...SECOND, ...PARTLY, "indicators[4].score": "18.00", totalScore: "86.96", rating: "良" },
        ],
      },
    ],
    good: [
      { forms: [FIRST, { ...SECOND, "indicators[3].score": "8.51", totalScore: "98.47" }] },
      {
        forms: [
          FIRST,
          { ...SECOND, implementingUnit: "某区行政服务中心", "indicators[3].score": "7.00", totalScore: "96.96" },
          { ...THIRD, "indicators[3].actual": "80.00(%)", "indicators[3].score": "7.00", totalScore: "96.96" },
        ],
      },
    ],
    uncheckable: [],
  },
});

/** The rows whose target was missed by a known measure, whatever they lost. */
function missesOf(form: SelfEvaluationForm, edition: Edition): readonly Miss[] {
  return form.indicators.flatMap((indicator, row) => {
    const [lost, reached] = [shareLost(indicator), reachedIn(indicator, edition)];
    const group = indicator.level2.trim() || indicator.level1.trim();
    if (lost === undefined || reached === undefined || group === "") return [];
    const place = placeIn(form, indicatorPath(row, "score"));
    const kind = fingerprint(`${bareText(group)} ${reached}`);
    return [{ row, name: indicator.name.trim(), kind, group, reached, lost, place }];
  });
}
