/** 各一级指标的分值之和不同于多份公开表采用的任何一种。 */
import type { GroupWeights } from "../../../edition/rule-pack.ts";
import { readGroupLabel } from "../../../form/group-label.ts";
import type { SelfEvaluationForm } from "../../../form/self-evaluation-form.ts";
import { valueOf } from "../../../place/cell.ts";
import { formatDecimal } from "../../../values/decimal.ts";
import { type Score, addScores, compareScores } from "../../../values/score.ts";
import { defineRule, violated } from "../../rule.ts";

export default defineRule({
  id: "weights/group-off-norm",
  title: "一级指标的分值分配少见",
  severity: "note",
  editions: "all",
  basis: (edition) => [edition.rulePack.tolerances.groupWeights.basis],
  why: "各部门大多沿用同样的分配，项目之间才可比；自行分配的，读者会问为什么。只在一级指标的种类与这些分配相同、且分值合计无误时比较：缺一类指标、合计不对、执行率分值不对另有规则说明。",
  fix: "没有特殊理由的，按多数表采用的分配调整各项指标的分值；有理由的可以不改。",
  *check({ form, edition }) {
    const sums = sumsByGroup(form);
    const total = valueOf(form.funds.total.weight);
    if (sums === undefined || total === undefined || compareScores(total, edition.executionWeight.value) !== 0) return;
    if (compareScores(addScores([total, ...Object.values(sums)]), edition.totalWeight.value) !== 0) return;
    const norms = edition.rulePack.tolerances.groupWeights.value.filter((norm) => haveSameGroups(norm, sums));
    if (norms.length === 0 || norms.some((norm) => areSame(norm, sums))) return;
    yield violated("totalWeight", { sums: inWords(sums), usual: norms.map(inWords).join("，或") });
  },
  message: ({ sums, usual }) => `分值分配为${sums}；公开的表中多份采用的是${usual}`,
  examples: {
    bad: [
      {
        "indicators[3].weight": "15.00",
        "indicators[3].score": "13.50",
        "indicators[4].weight": "25.00",
        "indicators[4].score": "25.00",
        totalScore: "98.46",
      },
    ],
    good: [
      {
        "indicators[0].weight": "5.00",
        "indicators[0].score": "5.00",
        "indicators[2].weight": "20.00",
        "indicators[2].score": "20.00",
      },
      { "indicators[0].level1": "产出指标", "indicators[0].level2": "成本指标" },
      { "indicators[4].level1": "效益指标（30分）" },
    ],
    // 空白或无法识别的分值由 weights/sum-not-hundred 说明，一处不报两次。
    uncheckable: [],
  },
});

/** 一级指标 → sum, groups without points left out; `undefined` where a weight cannot be read. */
function sumsByGroup(form: SelfEvaluationForm): GroupWeights | undefined {
  const sums = new Map<string, Score>();
  for (const { level1, weight } of form.indicators) {
    if (weight.kind !== "read") return undefined;
    const group = readGroupLabel(level1).name;
    const sum = sums.get(group);
    sums.set(group, sum === undefined ? weight.value : addScores([sum, weight.value]));
  }
  return Object.fromEntries([...sums].filter(([, sum]) => !sum.points.isZero()));
}

function haveSameGroups(a: GroupWeights, b: GroupWeights): boolean {
  return Object.keys(a).toSorted().join("\n") === Object.keys(b).toSorted().join("\n");
}

function areSame(norm: GroupWeights, sums: GroupWeights): boolean {
  return Object.entries(norm).every(([group, due]) => {
    const sum = sums[group];
    return sum !== undefined && compareScores(sum, due) === 0;
  });
}

function inWords(sums: GroupWeights): string {
  return Object.entries(sums)
    .map(([group, sum]) => `${group.replace(/指标$/u, "")} ${formatDecimal(sum.points)}`)
    .join("、");
}
