/** fast-check generators of forms. */
import * as fc from "fast-check";
import { FUND_ROWS } from "../place/form-path.ts";
import type { WireForm } from "../wire/wire-schema.ts";

/** A decimal text with two places between the bounds, given in hundredths. */
export function decimalText(minHundredths: number, maxHundredths: number): fc.Arbitrary<string> {
  return fc.integer({ min: minHundredths, max: maxHundredths }).map((hundredths) => {
    const sign = hundredths < 0 ? "-" : "";
    const digits = String(Math.abs(hundredths)).padStart(3, "0");
    return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  });
}

/** Chinese prose with Latin words, figures, rare characters and everything that markup might trip over. */
export const proseText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      ...Array.from("数据绩效目标系统运行稳定满意度服务对象，。；：、（）“”《》①—…％"),
      ...Array.from("ABZ09 .,;()<>&\"'`=/\\{}$#%"),
      "𠮷",
      "㐂",
      "ｱ",
      "é",
    ),
    { maxLength: 60 },
  )
  .map((characters) => characters.join("").trim());

const amount = fc.option(decimalText(0, 9_999_999_99), { nil: null });
const points = fc.option(decimalText(0, 30_00), { nil: null });

const fundLine = fc.record({
  initialBudget: amount,
  annualBudget: amount,
  annualExecution: amount,
  weight: points,
  executionRate: points,
  score: points,
});

const targetText = fc.oneof(
  proseText,
  fc
    .tuple(
      fc.constantFrom("≥", "≤", "=", ">", "<", "<=", ""),
      decimalText(0, 100_000_00),
      fc.constantFrom("(%)", "(次)", "(小时/天)", ""),
    )
    .map((parts) => parts.join("")),
);

const indicator = fc.record({
  level1: fc.constantFrom("成本指标", "产出指标", "效益指标", "满意度指标", ""),
  level2: fc.constantFrom("数量指标", "质量指标", "时效指标", "社会效益指标", ""),
  name: proseText,
  target: targetText,
  actual: targetText,
  weight: points,
  score: points,
  deviationNote: proseText,
});

/** Any form that the wire allows, right or wrong. */
export const wireForm: fc.Arbitrary<WireForm> = fc.record({
  schema: fc.constant("zipingbiao/form@1" as const),
  edition: fc.constantFrom("sh-2021", "sh-2024", "central-2020"),
  fiscalYear: fc.integer({ min: 2016, max: 2035 }),
  title: fc.constant("财政项目支出绩效自评表"),
  projectName: proseText,
  competentDepartment: proseText,
  implementingUnit: proseText,
  currencyUnit: fc.constantFrom("元" as const, "万元" as const),
  funds: fc.record({
    [FUND_ROWS[0]]: fundLine,
    [FUND_ROWS[1]]: fundLine,
    [FUND_ROWS[2]]: fundLine,
    [FUND_ROWS[3]]: fundLine,
  }),
  overallGoal: fc.record({ expected: proseText, actual: proseText }),
  indicators: fc.array(indicator, { maxLength: 12 }),
  totalWeight: points,
  totalScore: fc.option(decimalText(0, 100_00), { nil: null }),
  rating: fc.constantFrom(null, "优", "良", "中", "差", "优秀", "合格"),
});
