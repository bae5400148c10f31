/** 同一单位的同一指标，指标值和完成值相同，得分却不一。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Edition } from "../../../edition/edition.ts";
import { placeIn } from "../../../form/place-in-form.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { type Deduction, outOfLine, percentOf, reachedIn, shareLost } from "../../deductions.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { fingerprint } from "../../fingerprint.ts";
import { unspaced } from "../../form-contents.ts";
import { bareText } from "../../likeness.ts";
import { type Project, callProject, projectOf } from "../../project.ts";

interface Digest {
  readonly project: Project;
  readonly answers: readonly Deduction[];
}

const [FIRST, SECOND, THIRD] = EXAMPLE_PROJECTS;
const DEDUCTED = { "indicators[4].score": "27.00", totalScore: "95.96" };

export default defineBatchRule({
  id: "across/same-answer-scored-differently",
  title: "同一指标完成值相同而得分不一",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.equalTreatment],
  why: "同一单位的几张表，同一指标的指标值和完成值一字不差，得分却不同，又没有写明原因，评分就难以解释。",
  fix: "几张表按同一尺度打分；完成情况其实不同的，把完成值写具体，或在偏差原因中写明为何扣分。",
  collect: ({ form, edition }): Digest => ({ project: projectOf(form), answers: answersOf(form, edition) }),
  *check(collected, _, edition) {
    const all = collected.flatMap(({ form, digest: { project, answers } }) =>
      answers.map((answer) => ({ ...answer, form, project, unit: project.unit })),
    );
    for (const { one, other, forms } of outOfLine(all, edition.rulePack.tolerances.unequalDeduction.value)) {
      const facts = {
        other: callProject(other.project, one.project),
        forms: String(forms),
        lost: percentOf(one.lost),
        theirs: percentOf(other.lost),
      };
      yield { form: one.form, place: one.place, outcome: "violated", facts };
    }
  },
  message: ({ other, forms, lost, theirs }) => {
    const scored = (share: string) => (share === "0" ? "未扣分" : `扣去分值的 ${share}%`);
    const others = forms === "1" ? other : `${other}等 ${forms} 份`;
    return `这项的指标值、完成值与${others}的相同，那里${scored(theirs)}，这里${scored(lost)}`;
  },
  examples: {
    bad: [
      { forms: [FIRST, { ...SECOND, ...DEDUCTED }] },
      { forms: [{ ...FIRST, ...DEDUCTED }, { ...SECOND, ...DEDUCTED, "indicators[4].actual": "达成 指标" }, THIRD] },
      { forms: [FIRST, { ...SECOND, "indicators[4].score": "28.50", totalScore: "97.46" }] },
    ],
    good: [
      { forms: [FIRST, { ...SECOND, "indicators[4].score": "28.51", totalScore: "97.47" }] },
      { forms: [FIRST, { ...SECOND, ...DEDUCTED, "indicators[4].deviationNote": "个别部门尚未接入，下年度接入。" }] },
      { forms: [FIRST, { ...SECOND, ...DEDUCTED, "indicators[4].target": "显著提升" }] },
      {
        forms: [
          { ...FIRST, ...DEDUCTED },
          { ...SECOND, ...DEDUCTED },
        ],
      },
      { forms: [FIRST, { ...SECOND, ...DEDUCTED, implementingUnit: "某区行政服务中心" }] },
    ],
    uncheckable: [],
  },
});

/** Rows that give no reason of their own; misses of a known measure are compared among themselves, by another rule. */
function answersOf(form: SelfEvaluationForm, edition: Edition): readonly Deduction[] {
  return form.indicators.flatMap((indicator, row) => {
    const { name, target, actual, deviationNote } = indicator;
    const lost = shareLost(indicator);
    if (lost === undefined || bareText(name) === "" || actual.kind === "blank") return [];
    if (bareText(deviationNote) !== "" || reachedIn(indicator, edition) !== undefined) return [];
    const answer = [bareText(name), unspaced(target.text), unspaced(actual.text)].join("\n");
    return [{ row, kind: fingerprint(answer), lost, place: placeIn(form, indicatorPath(row, "score")) }];
  });
}
