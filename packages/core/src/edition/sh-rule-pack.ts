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
    groupWeights: {
      value: [
        groups({ 产出指标: "50", 效益指标: "30", 满意度指标: "10" }),
        groups({ 成本指标: "10", 产出指标: "40", 效益指标: "30", 满意度指标: "10" }),
      ],
      basis: DISCLOSED_FORMS.weights,
    },
    indicatorWeightCap: { value: points("30"), basis: DISCLOSED_FORMS.weights },
    repeatedRows: { value: 3, basis: REVIEW_PRACTICE.repetition },
    copiedLength: { value: 12, basis: REVIEW_PRACTICE.repetition },
    copiedLikeness: { value: 0.9, basis: REVIEW_PRACTICE.repetition },
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
