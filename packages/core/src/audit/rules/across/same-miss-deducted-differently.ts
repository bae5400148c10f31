/** 同一单位对同样程度的偏差扣分不一。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import type { Edition } from "../../../edition/edition.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { type FormPlace, placeIn } from "../../../form/place-in-form.ts";
import { valueOf } from "../../../place/cell.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { tierOf } from "../../../scoring/indicator-score.ts";
import { targetMet } from "../../../scoring/target-met.ts";
import { type Decimal, HUNDRED, ONE, decimal, formatDecimal } from "../../../values/decimal.ts";
import { round } from "../../../values/rounding.ts";
import { defineBatchRule } from "../../batch-rule.ts";
import { EXAMPLE_PROJECTS } from "../../example-projects.ts";
import { bareText } from "../../likeness.ts";
import { type Project, callProject, compareProjects, projectOf } from "../../project.ts";
import { groupByUnit } from "../../unit-groups.ts";

interface Miss {
  readonly row: number;
  readonly name: string;
  /** 二级指标, else 一级指标. */
  readonly group: string;
  /** What was reached, in words: 「达到指标值的 95%」. */
  readonly reached: string;
  /** Points lost ÷ weight. */
  readonly lost: Decimal;
  readonly place: FormPlace;
}

interface Digest {
  readonly project: Project;
  readonly misses: readonly Miss[];
}

interface PlacedMiss extends Miss {
  readonly form: number;
  readonly unit: string;
  readonly project: Project;
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
  collect: ({ form, edition }): Digest => ({
    project: projectOf(form),
    misses: form.indicators.flatMap((indicator, row) => {
      const miss = missOf(indicator, edition);
      return miss === undefined ? [] : [{ ...miss, row, place: placeIn(form, indicatorPath(row, "score")) }];
    }),
  }),
  *check(collected, _, edition) {
    const { value: least } = edition.rulePack.tolerances.unequalDeduction;
    const all: readonly PlacedMiss[] = collected.flatMap(({ form, digest: { project, misses } }) =>
      misses.map((miss) => ({ ...miss, form, project, unit: project.unit })),
    );
    for (const { members } of groupByUnit(all)) {
      for (const alike of Map.groupBy(members, ({ group, reached }) => `${bareText(group)} ${reached}`).values()) {
        const measure = mostUsual(alike);
        for (const miss of alike) {
          const other = measure.find(({ form }) => form !== miss.form);
          if (other === undefined || miss.lost.minus(other.lost).abs().lessThan(least)) continue;
          yield { form: miss.form, place: miss.place, outcome: "violated", facts: factsOf(miss, other) };
        }
      }
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

/** A row whose target was missed by a known measure, whatever it lost. */
function missOf(indicator: Indicator, edition: Edition): Omit<Miss, "row" | "place"> | undefined {
  const weight = valueOf(indicator.weight);
  const score = valueOf(indicator.score);
  const reached = reachedIn(indicator, edition);
  const group = indicator.level2.trim() || indicator.level1.trim();
  if (weight === undefined || score === undefined || reached === undefined || group === "") return undefined;
  if (!weight.points.greaterThan(0)) return undefined;
  return { name: indicator.name, group, reached, lost: weight.points.minus(score.points).dividedBy(weight.points) };
}

function reachedIn({ target, actual }: Indicator, edition: Edition): string | undefined {
  const tier = tierOf(actual.text, edition);
  if (tier !== undefined) {
    return decimal(tier.high).lessThan(ONE) ? `完成情况为「${tier.words[0] ?? ""}」` : undefined;
  }
  const achievement = targetMet(target, actual);
  if (achievement.kind !== "missed" || achievement.share === undefined) return undefined;
  return `达到指标值的 ${formatDecimal(round(achievement.share.times(HUNDRED), { mode: "truncate", places: 0 }))}%`;
}

/** The misses with the deduction that is used most, the smallest among equals, in the order of projects. */
function mostUsual(alike: readonly PlacedMiss[]): readonly PlacedMiss[] {
  const byLoss = [...Map.groupBy(alike, ({ lost }) => percent(lost)).values()];
  const [usual = []] = byLoss.toSorted(
    (a, b) => b.length - a.length || (a[0]?.lost.comparedTo(b[0]?.lost ?? HUNDRED) ?? 0),
  );
  return usual.toSorted((a, b) => compareProjects(a.project, b.project) || a.row - b.row);
}

function factsOf(miss: PlacedMiss, other: PlacedMiss) {
  return {
    group: miss.group,
    reached: miss.reached,
    lost: percent(miss.lost),
    other: `${callProject(other.project, miss.project)}的「${other.name.trim()}」`,
    theirs: percent(other.lost),
  };
}

function percent(share: Decimal): string {
  return formatDecimal(round(share.times(HUNDRED), { mode: "half-up", places: 2 }));
}
