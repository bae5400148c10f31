/** The rule pack that both Shanghai editions share. */
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import { REVIEW_PRACTICE } from "../basis/review-practice.ts";
import { decimal } from "../values/decimal.ts";
import { type Score, score } from "../values/score.ts";
import type { GroupWeights, RulePack } from "./rule-pack.ts";

export const SHANGHAI_RULE_PACK: RulePack = {
  severities: {},
  tolerances: {
    lowExecutionRate: { value: decimal("0.8"), basis: REVIEW_PRACTICE.lowExecution },
    farAboveTarget: { value: decimal("1.3"), basis: REVIEW_PRACTICE.farAboveTarget },
    farAboveExcess: { value: decimal("3"), basis: REVIEW_PRACTICE.smallCounts },
    implausiblePercentage: { value: decimal("1000"), basis: REVIEW_PRACTICE.implausiblePercentage },
    requiredGroups: { value: ["产出指标", "效益指标", "满意度指标"], basis: DISCLOSED_FORMS.requiredGroups },
    groupsOfSubgroups: {
      value: {
        数量: ["产出"],
        质量: ["产出"],
        时效: ["产出"],
        // 2021 年度表式没有一级的成本指标，成本列在产出之下。
        成本: ["产出", "成本"],
        经济成本: ["成本"],
        社会成本: ["成本"],
        生态环境成本: ["成本"],
        经济效益: ["效益"],
        社会效益: ["效益"],
        生态效益: ["效益"],
        可持续影响: ["效益"],
        服务对象满意度: ["满意度"],
      },
      basis: DISCLOSED_FORMS.groupsOfSubgroups,
    },
    scoreOffProportion: { value: decimal("0.1"), basis: REVIEW_PRACTICE.scoreOffProportion },
    groupWeights: {
      value: [
        groups({ 成本指标: "10", 产出指标: "40", 效益指标: "30", 满意度指标: "10" }),
        groups({ 产出指标: "50", 效益指标: "30", 满意度指标: "10" }),
        groups({ 成本指标: "5", 产出指标: "45", 效益指标: "30", 满意度指标: "10" }),
      ],
      basis: DISCLOSED_FORMS.groupWeights,
    },
    indicatorWeightCap: { value: points("30"), basis: DISCLOSED_FORMS.weights },
    repeatedRows: { value: 3, basis: REVIEW_PRACTICE.repetition },
    copiedLength: { value: 12, basis: REVIEW_PRACTICE.repetition },
    copiedLikeness: { value: 0.9, basis: DISCLOSED_FORMS.copiedGoals },
    fullMarksShare: { value: decimal("0.8"), basis: REVIEW_PRACTICE.fullMarks },
    fullMarksForms: { value: 5, basis: REVIEW_PRACTICE.fullMarks },
    commonShare: { value: decimal("0.8"), basis: REVIEW_PRACTICE.sideBySide },
    unequalDeduction: { value: decimal("0.05"), basis: REVIEW_PRACTICE.equalTreatment },
    similarName: { value: 0.6, basis: REVIEW_PRACTICE.expectedProjects },
  },
};

function points(text: string): Score {
  return score(decimal(text));
}

function groups(texts: Readonly<Record<string, string>>): GroupWeights {
  return Object.fromEntries(Object.entries(texts).map(([level1, text]) => [level1, points(text)]));
}
