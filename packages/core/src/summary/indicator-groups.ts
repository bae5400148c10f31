/** 指标完成情况 by 一级 and 二级指标. */
import { compareTexts } from "../audit/project.ts";
import { readGroupLabel } from "../form/group-label.ts";
import type { ProjectLine } from "./entry.ts";
import { countsOf, pointsOf } from "./indicator-counts.ts";
import type { IndicatorLine, IndicatorResults, IndicatorSection } from "./indicator-results.ts";

/** The groups of the official forms in the order in which they are printed; 成本指标 is a 二级指标 in forms of 2021. */
const LEVEL1 = ["成本指标", "产出指标", "效益指标", "满意度指标"];
const LEVEL2 = [
  "经济成本指标",
  "社会成本指标",
  "生态环境成本指标",
  "数量指标",
  "质量指标",
  "时效指标",
  "成本指标",
  "经济效益指标",
  "社会效益指标",
  "生态效益指标",
  "可持续影响指标",
  "服务对象满意度指标",
];

export function indicatorResults(projects: readonly ProjectLine[], lines: readonly IndicatorLine[]): IndicatorResults {
  const deducted = lines.filter(isDeducted);
  return {
    all: countsOf(lines),
    sections: sectionsOf(lines),
    execution: pointsOf(projects.map((each) => ({ weight: each.executionWeight, score: each.executionScore }))),
    lines,
    missed: lines.filter(({ judgement }) => judgement.kind === "missed"),
    unjudgedReasons: unjudgedReasons(lines),
    deducted,
    deductedWithoutReason: deducted.filter(({ givesReason }) => !givesReason),
  };
}

function sectionsOf(lines: readonly IndicatorLine[]): readonly IndicatorSection[] {
  return groupedBy(lines, ({ level1 }) => level1, LEVEL1).map(([label, members]) => ({
    label,
    ...countsOf(members),
    groups: groupedBy(members, ({ level2 }) => level2, LEVEL2).map(([inner, rows]) => ({
      label: inner,
      ...countsOf(rows),
    })),
  }));
}

function groupedBy(
  lines: readonly IndicatorLine[],
  labelOf: (line: IndicatorLine) => string,
  order: readonly string[],
): readonly (readonly [label: string, lines: readonly IndicatorLine[]])[] {
  const rankOf = (label: string): number => {
    const known = order.indexOf(label);
    return known >= 0 ? known : label === "" ? order.length + 1 : order.length;
  };
  return [...Map.groupBy(lines, (line) => readGroupLabel(labelOf(line)).name)].toSorted(
    ([a], [b]) => rankOf(a) - rankOf(b) || compareTexts(a, b),
  );
}

/** What stands behind a colon tells of the single row. */
function unjudgedReasons(lines: readonly IndicatorLine[]): IndicatorResults["unjudgedReasons"] {
  const reasons = lines.flatMap(({ judgement }) =>
    judgement.kind === "unjudged" ? [judgement.reason.replace(/：.*$/su, "")] : [],
  );
  return [...Map.groupBy(reasons, (reason) => reason)]
    .map(([reason, members]) => ({ reason, indicators: members.length }))
    .toSorted((a, b) => b.indicators - a.indicators || compareTexts(a.reason, b.reason));
}

/** As `audit/scored-rows.ts` has it: a weight above zero, a score from zero up to below the weight. */
function isDeducted({ weight, score, lost }: IndicatorLine): boolean {
  return (
    lost !== undefined &&
    lost.greaterThan(0) &&
    weight.kind === "read" &&
    weight.value.points.greaterThan(0) &&
    score.kind === "read" &&
    !score.value.points.isNegative()
  );
}
