/** What is shown to whoever selects a cell to fill in, and what the cell takes. */
import {
  type Edition,
  type FormPath,
  type IndicatorField,
  MAX_TEXT,
  type SingleField,
  formatScore,
  parseFormPath,
} from "@zipingbiao/core";
import type { InputRule } from "../../sheet/laid-sheet.ts";
import { SIGNS, gradeChoices, level1Choices, level2Choices, tierChoices } from "./choices.ts";
import { plain } from "./exact-formulas.ts";

type Rule = Omit<InputRule, "range">;

/** The rule of a field, by its path; that of an indicator holds for all rows. `undefined` for what is never filled in. */
export function inputRule(at: FormPath, edition: Edition): Rule | undefined {
  const cell = parseFormPath(at);
  if (cell === undefined) return undefined;
  switch (cell.kind) {
    case "single":
      return SINGLE[cell.field]?.(edition);
    case "fund":
      return cell.column === "weight" ? executionWeight(edition) : amount(edition);
    case "indicator":
      return INDICATOR[cell.field](edition);
  }
}

const text = (title: string, prompt: string): Rule => ({ title, prompt, takes: { kind: "text", longest: MAX_TEXT } });

function amount({ currencyUnit, captions }: Edition): Rule {
  const places = currencyUnit === "万元" ? 6 : 2;
  const prompt = `以${currencyUnit}为单位，只填数，最多填到分（${places} 位小数）；没有这项资金的填 0。${captions.fundRows.total}会自动合计。`;
  return { title: "金额", prompt, takes: { kind: "figure" } };
}

function executionWeight({ executionWeight: { value } }: Edition): Rule {
  const prompt = `执行率的分值，本表式为 ${plain(formatScore(value))} 分，已填好。`;
  return { title: "执行率的分值", prompt, takes: { kind: "figure", most: "100" } };
}

const SINGLE: Readonly<Partial<Record<SingleField, (edition: Edition) => Rule>>> = {
  fiscalYear: () => ({
    title: "年度",
    prompt: "填四位年份，例如 2024，括号和「年度」会自动加上。",
    takes: { kind: "figure", most: "2999" },
  }),
  projectName: () => text("项目名称", "与预算批复一致的全称。"),
  competentDepartment: () => text("主管部门", "主管部门的全称。"),
  implementingUnit: () => text("实施单位", "具体实施的单位的全称。"),
  "overallGoal.expected": ({ captions }) => text(captions.expectedGoal, "年初批复的目标，写成一段，不分行。"),
  "overallGoal.actual": ({ captions }) =>
    text(captions.actualGoal, "逐项对照左边的目标，写实际做到了什么，不要照抄目标。"),
  rating: (edition) => ({
    title: edition.captions.rating ?? "评分等级",
    prompt: "按总分自动得出。主管部门的等级界限不同的，从下拉表里另选。",
    takes: { kind: "choice", choices: gradeChoices(edition) },
  }),
};

const INDICATOR: Readonly<Record<IndicatorField, (edition: Edition) => Rule>> = {
  level1: (edition) => ({
    title: edition.captions.indicatorColumns.level1,
    prompt: "从下拉表里选，也可以直接填写。与上一行相同的可以不填。",
    takes: { kind: "choice", choices: level1Choices(edition) },
  }),
  level2: (edition) => ({
    title: edition.captions.indicatorColumns.level2,
    prompt: "从下拉表里选，也可以直接填写。一、二级都与上一行相同的可以不填。",
    takes: { kind: "choice", choices: level2Choices(edition) },
  }),
  name: ({ captions }) => text(captions.indicatorColumns.name, "一行一个指标。用不到的行空着就行，读取时不算。"),
  target: ({ captions }) => ({
    title: captions.indicatorColumns.target,
    prompt: "直接填写，如 ≥90%、=12(次)、≤30(万元)、按时完成。符号不好输入的，先从下拉表里选，再按 F2 接着填。",
    takes: { kind: "choice", choices: SIGNS },
  }),
  actual: (edition) => ({
    title: edition.captions.indicatorColumns.actual,
    prompt: "定量的填数和单位，单位与指标值一致，如 95%、12(次)；定性的从下拉表里选达成的程度。",
    takes: { kind: "choice", choices: tierChoices(edition) },
  }),
  weight: ({ captions, totalWeight }) => ({
    title: captions.indicatorColumns.weight,
    prompt: `只填数。各项加上执行率的分值，合计 ${plain(formatScore(totalWeight.value))} 分。`,
    takes: { kind: "figure", most: "100" },
  }),
  score: ({ captions }) => ({
    title: captions.indicatorColumns.score,
    prompt: "只填数，不大于分值。扣了分的，右边要写原因。",
    takes: { kind: "figure", most: "100" },
  }),
  deviationNote: ({ captions }) =>
    text(captions.indicatorColumns.deviationNote, "没有完成、超出很多或者扣了分的，写明原因和改进措施。"),
};
