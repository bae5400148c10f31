/** The rule pack of central-2020: what was counted in Shanghai's forms alone is not taken over as a norm. */
import { CENTRAL_FORMS } from "../basis/central-forms.ts";
import { decimal } from "../values/decimal.ts";
import { score } from "../values/score.ts";
import type { RulePack } from "./rule-pack.ts";
import { SHANGHAI_RULE_PACK } from "./sh-rule-pack.ts";

const points = (text: string) => score(decimal(text));

export const CENTRAL_RULE_PACK: RulePack = {
  // 只见过一份印出分数的表，说不上哪种分配少见；所印分数与各行不符由 weights/group-points-mismatch 说明。
  severities: { "weights/group-off-norm": "off" },
  tolerances: {
    // 与地方无关的经验界限，上海两版与此版相同，依据也相同。
    ...SHANGHAI_RULE_PACK.tolerances,
    requiredGroups: { value: ["产出指标", "效益指标", "满意度指标"], basis: CENTRAL_FORMS.requiredGroups },
    groupsOfSubgroups: {
      ...SHANGHAI_RULE_PACK.tolerances.groupsOfSubgroups,
      basis: CENTRAL_FORMS.groupsOfSubgroups,
    },
    groupWeights: {
      value: [{ 产出指标: points("50"), 效益指标: points("30"), 满意度指标: points("10") }],
      basis: CENTRAL_FORMS.groupWeights,
    },
    indicatorWeightCap: { value: points("50"), basis: CENTRAL_FORMS.weightCap },
  },
};
