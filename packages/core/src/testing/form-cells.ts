/**
 * The official form as a grid of cells, as anybody would draw it in a table of their own. It knows nothing of our
 * templates: what is laid out from it is a document by somebody else.
 */
import { type FundRow, INDICATOR_FIELDS } from "../place/form-path.ts";
import type { WireForm } from "../wire/wire-schema.ts";

/** One drawn cell, `across` columns wide and `down` rows high. */
export interface DrawnCell {
  readonly text: string;
  readonly across: number;
  readonly down: number;
  /** The text is a figure of the form: a plain decimal, a dash, or a percentage. */
  readonly isFigure: boolean;
  readonly isLabel: boolean;
}

/** The cells that begin in each row, in the order of the columns; those that reach down from above are left out. */
export type DrawnForm = readonly (readonly DrawnCell[])[];

interface Shape {
  readonly width: number;
  /** Columns before 一级指标. */
  readonly shift: number;
  readonly weight: string;
  readonly rate: string;
  readonly expected: string;
  readonly block: string | undefined;
  readonly isRated: boolean;
}

const SHAPES: Readonly<Record<string, Shape>> = {
  "sh-2021": {
    width: 9,
    shift: 1,
    weight: "分值",
    rate: "执行率得分",
    expected: "预算目标",
    block: "绩效指标",
    isRated: false,
  },
  "sh-2024": {
    width: 8,
    shift: 0,
    weight: "分数",
    rate: "执行率(%)",
    expected: "预期目标",
    block: undefined,
    isRated: true,
  },
};

const FUND_LABELS: readonly (readonly [FundRow, string])[] = [
  ["total", "年度资金总额："],
  ["currentYearAppropriation", "其中：当年财政拨款"],
  ["carryover", "上年结转资金"],
  ["otherFunds", "其他资金"],
];
const FUND_FIELDS = ["initialBudget", "annualBudget", "annualExecution", "weight", "executionRate", "score"] as const;
const INDICATOR_CAPTIONS = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];

const label = (text: string, across = 1, down = 1): DrawnCell => ({
  text,
  across,
  down,
  isFigure: false,
  isLabel: true,
});
const entry = (text: string, across = 1): DrawnCell => ({ text, across, down: 1, isFigure: false, isLabel: false });
const figure = (text: string | null, sign = ""): DrawnCell => ({
  text: text === null ? "-" : `${text}${sign}`,
  across: 1,
  down: 1,
  isFigure: true,
  isLabel: false,
});

/** The form drawn from its title to its last row. Throws for an edition that nobody has drawn yet. */
export function drawForm(form: WireForm): DrawnForm {
  const shape = SHAPES[form.edition];
  if (shape === undefined) throw new Error(`not drawn: ${form.edition}`);
  const { width, shift } = shape;
  return [
    [label(form.title, width)],
    [label(`（${form.fiscalYear}年度）`, width)],
    [label("项目名称", 2), entry(form.projectName, width - 2)],
    [
      label("主管部门", 2),
      entry(form.competentDepartment, 2),
      label("实施单位", 2),
      entry(form.implementingUnit, width - 6),
    ],
    ...drawFunds(form, shape),
    [label("年度总体目标", 1, 2), label(shape.expected, 3 + shift), label("实际完成情况", width - 4 - shift)],
    [entry(form.overallGoal.expected, 3 + shift), entry(form.overallGoal.actual, width - 4 - shift)],
    ...drawIndicators(form, shape),
    [label("总分", 5 + shift), figure(form.totalWeight), figure(form.totalScore), entry("")],
    ...(shape.isRated ? [[label("评分等级", 2), entry(form.rating ?? "", width - 2)]] : []),
  ];
}

function drawFunds({ funds, currencyUnit }: WireForm, { shift, weight, rate, block }: Shape): DrawnForm {
  const captions = ["年初预算数", "全年预算数", "全年执行数", weight, rate, "得分"];
  return [
    [label(`项目资金（${currencyUnit}）`, 1 + shift, 5), label(""), ...captions.map((caption) => label(caption))],
    ...FUND_LABELS.map(([row, text]) => [
      label(text),
      ...FUND_FIELDS.map((field) =>
        figure(funds[row][field], field === "executionRate" && block !== undefined ? "%" : ""),
      ),
    ]),
  ];
}

function drawIndicators({ indicators }: WireForm, { block }: Shape): DrawnForm {
  const lead = block === undefined ? [] : [label(block, 1, indicators.length + 1)];
  const drawn = indicators.map((each, at) => {
    const before = indicators[at - 1];
    const opens1 = each.level1 !== before?.level1;
    const opens2 = opens1 || each.level2 !== before?.level2;
    const run = (isSame: (other: typeof each) => boolean): number => {
      const rest = indicators.slice(at).findIndex((other) => !isSame(other));
      return rest === -1 ? indicators.length - at : rest;
    };
    return [
      ...(opens1
        ? [
            label(
              each.level1,
              1,
              run(({ level1 }) => level1 === each.level1),
            ),
          ]
        : []),
      ...(opens2
        ? [
            label(
              each.level2,
              1,
              run(({ level1, level2 }) => level1 === each.level1 && level2 === each.level2),
            ),
          ]
        : []),
      ...INDICATOR_FIELDS.filter((field) => !field.startsWith("level")).map((field) =>
        field === "weight" || field === "score" ? figure(each[field]) : entry(each[field] ?? ""),
      ),
    ];
  });
  return [[...lead, ...INDICATOR_CAPTIONS.map((caption) => label(caption))], ...drawn];
}
