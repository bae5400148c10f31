/** 年度与同批的其他自评表不同。 */
import { type FormPlace, placeIn } from "../../../form/place-in-form.ts";
import type { Tolerances } from "../../../edition/rule-pack.ts";
import { decimal } from "../../../values/decimal.ts";
import { type Collected, defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { bareText } from "../../likeness.ts";
import { projectOf } from "../../project.ts";
import { groupByUnit } from "../../unit-groups.ts";

interface Digest {
  readonly unit: string;
  readonly year: number;
  readonly place: FormPlace;
}

interface Dated extends Digest {
  readonly form: number;
}

/** The year of most forms that are compared. */
interface Common {
  readonly among: string;
  readonly year: number;
  readonly forms: number;
  readonly all: number;
}

const [FIRST, SECOND, THIRD, FOURTH, FIFTH] = EXAMPLE_PROJECTS;
const OTHERS = [FIRST, SECOND, THIRD, FOURTH];
const ELSEWHERE = { implementingUnit: "某区行政服务中心", fiscalYear: 2023 };

export default defineBatchRule({
  id: "across/year-differs",
  title: "年度与同批的其他表不同",
  severity: "warning",
  editions: "all",
  basis: (edition) => [edition.rulePack.tolerances.commonShare.basis],
  why: "同批报送的一般是同一年度的自评表，年度不同的可能填错了年份，也可能误交了往年的表。",
  fix: "核对年度：填错的改正，误交的换成本年度的表；确实要一起公开的，可关闭这条规则。",
  collect: ({ form }): Digest => ({
    unit: projectOf(form).unit,
    year: form.fiscalYear,
    place: placeIn(form, "fiscalYear"),
  }),
  *check(collected, _, edition) {
    const { tolerances } = edition.rulePack;
    const forms = datedForms(collected);
    const common = commonYear(forms, "本批", tolerances);
    if (common !== undefined) {
      yield* oddOnes(forms, common);
      return;
    }
    // 整批几个年度混在一起的，只在各单位自己的表里比。
    for (const { unit, members } of groupByUnit(forms)) {
      const ownCommon = commonYear(members, unit, tolerances);
      if (ownCommon !== undefined) yield* oddOnes(members, ownCommon);
    }
  },
  message: ({ whose, year, among, all, common, forms }) =>
    `${whose}为 ${year} 年度，${among} ${all} 份中有 ${forms} 份为 ${common} 年度`,
  examples: {
    bad: [
      { forms: [...OTHERS, { ...FIFTH, fiscalYear: 2023 }] },
      { forms: [{ ...FIFTH, fiscalYear: 2042 }, ...OTHERS] },
      {
        forms: [
          ...OTHERS,
          { ...FIFTH, fiscalYear: 2023 },
          ...[FIRST, SECOND, THIRD, FOURTH, FIFTH].map((form) => ({
            ...form,
            ...ELSEWHERE,
            "overallGoal.expected": "",
            "overallGoal.actual": "",
            "indicators[0].actual": "300.00(万元)",
            "indicators[2].actual": "98.50(%)",
            "indicators[5].actual": form === FIRST ? "94.00(%)" : "92.00(%)",
          })),
        ],
      },
    ],
    good: [{ forms: [...OTHERS, FIFTH] }, { forms: [FIRST, SECOND, THIRD, { ...FOURTH, fiscalYear: 2023 }] }],
    uncheckable: [],
  },
});

function datedForms(collected: readonly Collected<Digest>[]): readonly Dated[] {
  return collected.map(({ form, digest }) => ({ ...digest, form }));
}

function commonYear(forms: readonly Dated[], among: string, { commonShare }: Tolerances): Common | undefined {
  for (const [year, same] of Map.groupBy(forms, (form) => form.year)) {
    if (
      same.length < forms.length &&
      commonShare.value.times(forms.length).lessThanOrEqualTo(decimal(String(same.length)))
    )
      return { among, year, forms: same.length, all: forms.length };
  }
  return undefined;
}

/** One observation for each odd form, but one alone for a unit all of whose forms are of the same other year. */
function* oddOnes(forms: readonly Dated[], common: Common) {
  const sizes = new Map(groupByUnit(forms).map(({ members }) => [bareText(members[0]?.unit ?? ""), members.length]));
  const odd = forms.filter(({ year }) => year !== common.year);
  const byYear = [...Map.groupBy(odd, ({ year }) => year)];
  for (const [year, sameYear] of byYear) {
    const factsOf = (whose: string) => ({
      whose,
      year: String(year),
      among: common.among,
      all: String(common.all),
      common: String(common.year),
      forms: String(common.forms),
    });
    const whole = groupByUnit(sameYear).filter(
      ({ members }) => members.length > 1 && members.length === sizes.get(bareText(members[0]?.unit ?? "")),
    );
    for (const { unit, members } of whole) {
      const facts = factsOf(`${unit}的 ${members.length} 份自评表均`);
      yield { batch: true, label: `${unit}自评表`, outcome: "violated", facts } as const;
    }
    const told = new Set(whole.flatMap(({ members }) => members));
    for (const one of sameYear) {
      if (!told.has(one))
        yield { form: one.form, place: one.place, outcome: "violated", facts: factsOf("本表") } as const;
    }
  }
}
