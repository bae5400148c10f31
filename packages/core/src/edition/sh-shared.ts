/** Figures that both Shanghai editions share, each with its own source. */
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import { decimal } from "../values/decimal.ts";
import { score } from "../values/score.ts";
import type { Edition } from "./edition.ts";

export const SHANGHAI_SCORING = {
  executionScoreRounding: { value: { mode: "half-up", places: 2 }, basis: DISCLOSED_FORMS.executionScore },
  executionWeight: { value: score(decimal("10")), basis: DISCLOSED_FORMS.weights },
  totalWeight: { value: score(decimal("100")), basis: DISCLOSED_FORMS.sums },
  sums: DISCLOSED_FORMS.sums,
  gradeBands: [
    { label: "优", spellings: ["优秀"], from: score(decimal("90")), basis: DISCLOSED_FORMS.gradeExcellent },
    {
      label: "良",
      spellings: ["良好"],
      from: score(decimal("80")),
      basis: DISCLOSED_FORMS.gradeLower,
      attested: { from: score(decimal("88")), basis: DISCLOSED_FORMS.gradeExcellent },
    },
    { label: "中", spellings: ["中等", "一般"], from: score(decimal("60")), basis: DISCLOSED_FORMS.gradeLower },
    { label: "差", spellings: ["较差"], from: score(decimal("0")), basis: DISCLOSED_FORMS.gradeLower },
  ],
  qualitativeTiers: [
    {
      words: ["达成指标", "达成预期指标", "达成年度指标", "达成"],
      low: "0.8",
      high: "1",
      basis: DISCLOSED_FORMS.qualitativeTiers,
    },
    {
      words: [
        "部分达成指标并具有一定效果",
        "部分达成预期指标并具有一定效果",
        "部分达成年度指标并具有一定效果",
        "部分达成并具有一定效果",
      ],
      low: "0.6",
      high: "0.8",
      basis: DISCLOSED_FORMS.qualitativeTiers,
    },
    {
      words: [
        "未达成指标且效果较差",
        "未达成预期指标且效果较差",
        "未达成年度指标且效果较差",
        "未达成且效果较差",
        "未达成指标",
        "未达成",
      ],
      low: "0",
      high: "0.6",
      basis: DISCLOSED_FORMS.qualitativeTiers,
    },
  ],
  indicatorScoreRounding: { value: { mode: "half-up", places: 2 }, basis: DISCLOSED_FORMS.indicatorScore },
} as const satisfies Partial<Edition>;
