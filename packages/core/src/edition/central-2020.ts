/**
 * 财政部项目支出绩效自评表（2020 年起各部门、各地通用）：金额以万元计，执行率带百分号，一级指标后常附分数，
 * 绩效指标一列在一级指标之前，没有评分等级行，表后有计分说明。
 */
import { CENTRAL_FORMS } from "../basis/central-forms.ts";
import { decimal } from "../values/decimal.ts";
import { score } from "../values/score.ts";
import { CENTRAL_RULE_PACK } from "./central-rule-pack.ts";
import type { Edition } from "./edition.ts";

const ANY_CUT = ["half-up", "truncate", "up"] as const;

export const CENTRAL_2020: Edition = {
  id: "central-2020",
  name: "财政部 2020 年通用表式",
  fiscalYearsSeen: [2019, 2022],
  currencyUnit: "万元",
  captions: {
    title: "项目支出绩效自评表",
    fiscalYear: (year) => `（${year}年度）`,
    projectName: "项目名称",
    competentDepartment: "主管部门",
    implementingUnit: "实施单位",
    funds: "项目资金（万元）",
    fundRows: {
      total: "年度资金总额",
      currentYearAppropriation: "其中：当年财政拨款",
      carryover: "上年结转资金",
      otherFunds: "其他资金",
    },
    fundColumns: {
      initialBudget: "年初预算数",
      annualBudget: "全年预算数（A）",
      annualExecution: "全年执行数（B）",
      weight: "分值",
      executionRate: "执行率（B/A）",
      score: "得分",
    },
    overallGoal: "年度总体目标",
    expectedGoal: "预期目标",
    actualGoal: "实际完成情况",
    indicatorBlock: "绩效指标",
    indicatorColumns: {
      level1: "一级指标",
      level2: "二级指标",
      name: "三级指标",
      target: "年度指标值",
      actual: "实际完成值",
      weight: "分值",
      score: "得分",
      deviationNote: "偏差原因分析及改进措施",
    },
    total: "总分",
    notes: "注",
  },
  spellings: {
    fundRows: { currentYearAppropriation: ["其中：本年财政拨款", "其中：财政拨款"] },
    fundColumns: {
      annualBudget: ["全年预算数"],
      annualExecution: ["全年执行数"],
      executionRate: ["执行率", "执行率（%）（B/A）", "执行率（B/A）%"],
    },
    indicatorColumns: {
      deviationNote: [
        "偏差原因分析及改进措施（未完成原因分析）",
        "未完成原因分析",
        "未完成原因分析及改进措施",
        "未完成原因及改进措施",
        "未完成原因和改进措施",
        "偏差原因分析",
      ],
    },
    notes: ["备注", "说明", "填表说明", "填报说明"],
  },
  rateRounding: { value: { mode: "half-up", places: 2 }, basis: CENTRAL_FORMS.rate },
  rateWithPercentSign: true,
  acceptedRates: { modes: ANY_CUT, fewestPlaces: 0 },
  executionScoreRounding: { value: { mode: "half-up", places: 2 }, basis: CENTRAL_FORMS.executionScore },
  acceptedExecutionScores: { modes: ANY_CUT, fewestPlaces: 1 },
  executionWeight: { value: score(decimal("10")), basis: CENTRAL_FORMS.weights },
  totalWeight: { value: score(decimal("100")), basis: CENTRAL_FORMS.sums },
  sums: CENTRAL_FORMS.sums,
  gradeBands: [
    { label: "优", spellings: ["优秀"], from: score(decimal("90")), basis: CENTRAL_FORMS.gradeExcellent },
    { label: "良", spellings: ["良好"], from: score(decimal("80")), basis: CENTRAL_FORMS.grades },
    { label: "中", spellings: ["中等", "一般"], from: score(decimal("60")), basis: CENTRAL_FORMS.grades },
    { label: "差", spellings: ["较差"], from: score(decimal("0")), basis: CENTRAL_FORMS.grades },
  ],
  qualitativeTiers: [
    {
      words: ["达成年度指标", "达成预期指标", "达成指标", "全部达成预期指标", "达成"],
      low: "0.8",
      high: "1",
      basis: CENTRAL_FORMS.qualitativeTiers,
    },
    {
      words: [
        "部分达成年度指标并具有一定效果",
        "部分达成预期指标并具有一定效果",
        "部分达成指标并具有一定效果",
        "部分达成并具有一定效果",
      ],
      low: "0.6",
      high: "0.8",
      basis: CENTRAL_FORMS.qualitativeTiers,
    },
    {
      words: [
        "未达成年度指标且效果较差",
        "未达成预期指标且效果较差",
        "未达成指标且效果较差",
        "未达成且效果较差",
        "未达成年度指标",
        "未达成",
      ],
      low: "0",
      high: "0.6",
      basis: CENTRAL_FORMS.qualitativeTiers,
    },
  ],
  indicatorScoreRounding: { value: { mode: "half-up", places: 2 }, basis: CENTRAL_FORMS.indicatorScore },
  dash: { text: "—", columns: ["weight", "score"] },
  rulePack: CENTRAL_RULE_PACK,
};
