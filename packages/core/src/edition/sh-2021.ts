/** 上海市 2021 年度表式：金额以元计，执行率向上进位并带百分号，无评分等级行。 */
import { DISCLOSED_FORMS } from "../basis/disclosed-forms.ts";
import type { Edition } from "./edition.ts";
import { SHANGHAI_RULE_PACK } from "./sh-rule-pack.ts";
import { SHANGHAI_SCORING } from "./sh-shared.ts";

export const SH_2021: Edition = {
  id: "sh-2021",
  name: "上海市 2021 年度表式",
  fiscalYearsSeen: [2021],
  currencyUnit: "元",
  captions: {
    title: "财政项目支出绩效自评表",
    fiscalYear: (year) => `（${year}年度）`,
    projectName: "项目名称",
    competentDepartment: "主管部门",
    implementingUnit: "实施单位",
    funds: "项目资金（元）",
    fundRows: {
      total: "年度资金总额",
      currentYearAppropriation: "其中：当年财政拨款",
      carryover: "上年结转资金",
      otherFunds: "其他资金",
    },
    fundColumns: {
      initialBudget: "年初预算数",
      annualBudget: "全年预算数",
      annualExecution: "全年执行数",
      weight: "分值",
      // The published form heads the rate with 执行率得分; the caption is the form's, the meaning is the wire's.
      executionRate: "执行率得分",
      score: "得分",
    },
    overallGoal: "年度总体目标",
    expectedGoal: "预算目标",
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
    notes: "备注",
  },
  rateRounding: { value: { mode: "up", places: 2 }, basis: DISCLOSED_FORMS.rate2021 },
  rateWithPercentSign: true,
  dash: { text: "—", columns: ["weight"] },
  ...SHANGHAI_SCORING,
  rulePack: SHANGHAI_RULE_PACK,
};
