/** 一级指标 and 二级指标: which words they are made of, and which of them belong together. */
import { readGroupLabel } from "@zipingbiao/core";
import { closeHan, fold } from "../lines/normalise.ts";

/**
 * The usual second-level labels and the first-level labels that they stand under (表式的通行用语). Used to tell the two
 * levels apart and to put torn labels together, never to correct what is printed.
 */
const LEVEL2: Readonly<Record<string, readonly string[]>> = {
  数量指标: ["产出指标"],
  质量指标: ["产出指标"],
  时效指标: ["产出指标"],
  成本指标: ["产出指标", "成本指标"],
  经济成本指标: ["成本指标"],
  社会成本指标: ["成本指标"],
  生态环境成本指标: ["成本指标"],
  经济效益指标: ["效益指标"],
  社会效益指标: ["效益指标"],
  生态效益指标: ["效益指标"],
  生态指标: ["效益指标"],
  可持续影响指标: ["效益指标"],
  服务对象满意度指标: ["满意度指标"],
  社会公众满意度指标: ["满意度指标"],
  社会公众或服务对象满意度指标: ["满意度指标"],
  满意度指标: ["满意度指标"],
};
const LEVEL1: ReadonlySet<string> = new Set([
  "成本指标",
  "产出指标",
  "效益指标",
  "满意度指标",
  "其他指标",
  "投入指标",
  "过程指标",
  "决策指标",
  "管理指标",
  "影响力指标",
]);

/** A label with the blanks of its setting removed, and the break before its points: 产出指标 / (50分). */
export function labelText(text: string): string {
  return closeHan(text).replaceAll(/[^\S\n]*\n\s*(?=[（(\d分])/gu, "");
}

/** A label as it is compared: folded, without the points that some forms print behind it: `产出指标(50分)`. */
export function labelName(label: string): string {
  return readGroupLabel(fold(label)).name;
}

export function isLevel1(label: string): boolean {
  return LEVEL1.has(labelName(label));
}

export function isLevel2(label: string): boolean {
  return LEVEL2[labelName(label)] !== undefined;
}

/** The first-level labels under which a known second-level label stands; empty for one that is not known. */
export function parentsOf(label: string): readonly string[] {
  return LEVEL2[labelName(label)] ?? [];
}

/** A label ends with 指标, or with points behind it; one that does not was torn, and goes on in the next row or page. */
export function isWholeLabel(label: string): boolean {
  return labelName(label).endsWith("指标");
}

/** Whether `rest` completes a torn label: nothing is appended to a label that is whole already, but for its points. */
export function completes(label: string, rest: string): boolean {
  if (label === "") return false;
  return isWholeLabel(label) ? isPointsOnly(rest) && !fold(label).endsWith(")") : isLabelPart(rest);
}

/** (50分), alone: the points of a label above. */
export function isPointsOnly(text: string): boolean {
  return /^\(\d{1,3}(?:\.\d{1,2})?分?\)$/u.test(fold(text));
}

function isLabelPart(text: string): boolean {
  return text !== "" && /^[\p{Script=Han}、()]{0,14}(?:\(?\d{0,3}(?:\.\d{1,2})?分?\))?$/u.test(fold(text));
}

/** Whether a torn label may be the beginning of a usual one: `质量`, `服务对象满意`. */
export function isLabelPrefix(label: string): boolean {
  const folded = fold(label);
  // 产出指标(50 is a label whose points are torn.
  const opened = /^(.+)\(\d{0,3}(?:\.\d{0,2})?分?$/u.exec(folded)?.[1];
  if (opened !== undefined && (LEVEL1.has(opened) || LEVEL2[opened] !== undefined)) return true;
  return (
    folded.length >= 2 &&
    [...LEVEL1, ...Object.keys(LEVEL2)].some((whole) => whole !== folded && whole.startsWith(folded))
  );
}
