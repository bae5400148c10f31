/** 满分的自评表比例过高。 */
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import type { Tolerances } from "../../../edition/rule-pack.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { decimal } from "../../../values/decimal.ts";
import { compareScores } from "../../../values/score.ts";
import { projectOf } from "../../project.ts";
import { type UnitGroup, groupByUnit } from "../../unit-groups.ts";

interface Digest {
  readonly unit: string;
  /** Whether every indicator has its full weight; `undefined` when a missing figure leaves it open. */
  readonly full: boolean | undefined;
}

const FULL = {
  "indicators[3].actual": "99.00(%)",
  "indicators[3].score": "10.00",
  "indicators[3].deviationNote": "",
  totalScore: "99.96",
};
const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = EXAMPLE_PROJECTS;

export default defineBatchRule({
  id: "across/full-marks-share",
  title: "满分的自评表比例过高",
  severity: "warning",
  editions: "all",
  basis: (edition) => [edition.rulePack.tolerances.fullMarksShare.basis],
  why: "几乎每张表的指标都得满分，自评就分不出好坏，也难让人相信是认真评过的。",
  fix: "抽几张表核对完成值的依据；指标值定得过低、怎么都能完成的，请单位重新评价或在下年度调整。",
  collect: ({ form }): Digest => ({ unit: projectOf(form).unit, full: hasFullMarks(form) }),
  *check(collected, _, edition) {
    const known = collected.map(({ digest }) => digest).filter(({ full }) => full !== undefined);
    const { tolerances } = edition.rulePack;
    const all = { unit: "", members: known };
    // 全批都如此，就不再逐个单位重复。
    const remarkable = isRemarkable(all, tolerances)
      ? [all]
      : groupByUnit(known).filter((group) => isRemarkable(group, tolerances));
    for (const { unit, members } of remarkable) {
      const whose = unit === "" ? "本批" : unit;
      const full = members.filter((member) => member.full === true).length;
      const facts = { whose, forms: String(members.length), full: String(full) };
      yield { batch: true, label: `${whose}自评表`, outcome: "violated", facts };
    }
  },
  message: ({ whose, forms, full }) => `${whose} ${forms} 份自评表中有 ${full} 份的指标全部得满分`,
  examples: {
    bad: [
      { forms: [FIRST, SECOND, THIRD, FOURTH, FIFTH].map((form) => ({ ...form, ...FULL })) },
      {
        forms: [FIRST, { ...SECOND, ...FULL }, { ...THIRD, ...FULL }, { ...FOURTH, ...FULL }, { ...FIFTH, ...FULL }],
      },
    ],
    good: [
      { forms: [FIRST, SECOND, { ...THIRD, ...FULL }, { ...FOURTH, ...FULL }, { ...FIFTH, ...FULL }] },
      { forms: [FIRST, SECOND, THIRD, FOURTH].map((form) => ({ ...form, ...FULL })) },
    ],
    uncheckable: [],
  },
});

function hasFullMarks({ indicators }: SelfEvaluationForm): boolean | undefined {
  let known: boolean | undefined = indicators.length > 0 ? true : undefined;
  for (const { weight, score } of indicators) {
    if (weight.kind !== "read" || score.kind !== "read") known = undefined;
    else if (compareScores(score.value, weight.value) < 0) return false;
  }
  return known;
}

function isRemarkable({ members }: UnitGroup<Digest>, tolerances: Tolerances): boolean {
  const { fullMarksShare, fullMarksForms } = tolerances;
  if (members.length < fullMarksForms.value) return false;
  const full = members.filter((member) => member.full === true).length;
  return fullMarksShare.value.times(members.length).lessThanOrEqualTo(decimal(String(full)));
}
