/** 一级指标后面印的分数与它下面各行分值之和不符。 */
import { REVIEW_PRACTICE } from "../../../basis/review-practice.ts";
import { readGroupLabel } from "../../../form/group-label.ts";
import type { Indicator } from "../../../form/indicator.ts";
import { indicatorPath } from "../../../place/form-path.ts";
import { type Decimal, formatDecimal } from "../../../values/decimal.ts";
import { addScores } from "../../../values/score.ts";
import { defineRule, uncheckable, violated } from "../../rule.ts";

export default defineRule({
  id: "weights/group-points-mismatch",
  title: "一级指标所印分数与各行分值之和不符",
  severity: "warning",
  editions: "all",
  basis: () => [REVIEW_PRACTICE.groupPoints],
  why: "「产出指标(50分)」下面各行的分值加起来应当是 50 分。两处不符，总有一处不对：多半是调整了分值而表样上预印的分数没有跟着改，也可能是某一行的分值填错。",
  fix: "核对各行分值；分值无误的，把一级指标后面的分数改成各行之和。",
  *check({ form }) {
    for (const { row, label, points, weights } of groupsOf(form.indicators)) {
      const at = indicatorPath(row, "level1");
      const read = weights.flatMap((weight) => (weight.kind === "read" ? [weight.value] : []));
      if (read.length < weights.length) {
        yield uncheckable(at, `「${label}」之下有的行分值空白或无法识别`);
        continue;
      }
      const sum = addScores(read);
      if (!sum.points.equals(points))
        yield violated(at, { label, sum: formatDecimal(sum.points), points: formatDecimal(points) });
    }
  },
  message: ({ label, sum, points }) => `「${label}」印的是 ${points} 分，它下面各行分值之和为 ${sum}`,
  examples: {
    bad: [
      { "indicators[4].level1": "效益指标(20分)" },
      { "indicators[0].level1": "成本指标（15 分）" },
      {
        "indicators[1].level1": "产出指标(50分)",
        "indicators[2].level1": "产出指标",
        "indicators[3].level1": "产出指标",
      },
    ],
    good: [
      { "indicators[4].level1": "效益指标(30分)" },
      { "indicators[5].level1": "满意度指标（10 分）" },
      {
        "indicators[1].level1": "产出指标(40分)",
        "indicators[2].level1": "产出指标(40分)",
        "indicators[3].level1": "产出指标",
      },
    ],
    uncheckable: [{ "indicators[0].level1": "成本指标(10分)", "indicators[0].weight": null, totalWeight: "90.00" }],
  },
});

interface PointedGroup {
  /** The first row in which the points are printed. */
  readonly row: number;
  readonly label: string;
  readonly points: Decimal;
  readonly weights: readonly Indicator["weight"][];
}

/** The groups that print points. A label that a page repeats without them goes on with the group of the same name. */
function groupsOf(rows: readonly Indicator[]): readonly PointedGroup[] {
  const labelled = rows.map(({ level1, weight }, row) => ({
    row,
    level1: level1.trim(),
    weight,
    ...readGroupLabel(level1),
  }));
  const keyOf = ({ name, points }: (typeof labelled)[number]): string | undefined => {
    const printed = new Set(
      labelled.flatMap((each) => (each.name === name && each.points !== undefined ? [formatDecimal(each.points)] : [])),
    );
    const [only, ...others] = printed;
    if (points !== undefined) return `${name}|${formatDecimal(points)}`;
    return only === undefined || others.length > 0 ? undefined : `${name}|${only}`;
  };
  const groups = Map.groupBy(labelled, keyOf);
  return [...groups].flatMap(([key, members]) => {
    const first = members.find(({ points }) => points !== undefined);
    if (key === undefined || first?.points === undefined) return [];
    return [
      { row: first.row, label: first.level1, points: first.points, weights: members.map(({ weight }) => weight) },
    ];
  });
}
