/** What the drop-down lists of the fill-in workbooks offer; anything else may be typed as well. */
import type { Edition } from "@zipingbiao/core";

/** How targets are written. The wide signs are those of Chinese input. */
export const SIGNS = ["≥", "≤", "=", "＞", "＜"] as const;

/** The units that stand behind the figures of targets most often. */
export const UNITS = [
  "%",
  "(次)",
  "(个)",
  "(项)",
  "(人)",
  "(份)",
  "(件)",
  "(台)",
  "(套)",
  "(天)",
  "(小时)",
  "(月)",
  "(元)",
  "(万元)",
] as const;

/** 产出指标, 成本指标 …, as the edition groups them. */
export function level1Choices({ rulePack }: Edition): readonly string[] {
  const groups = Object.values(rulePack.tolerances.groupsOfSubgroups.value).flat();
  return [...new Set(groups)].map(asLabel);
}

/** 数量指标, 质量指标 … */
export function level2Choices({ rulePack }: Edition): readonly string[] {
  return Object.keys(rulePack.tolerances.groupsOfSubgroups.value).map(asLabel);
}

/** The words of each tier that are printed most. */
export function tierChoices({ qualitativeTiers }: Edition): readonly string[] {
  return qualitativeTiers.flatMap(({ words }) => words[0] ?? []);
}

export function gradeChoices({ gradeBands }: Edition): readonly string[] {
  return gradeBands.map(({ label }) => label);
}

/** Labels of the rule pack stand without their ending. */
function asLabel(group: string): string {
  return group.endsWith("指标") ? group : `${group}指标`;
}
