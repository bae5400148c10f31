/**
 * Layouts that are known by name but belong to no edition (可识别，尚不能评分): what their titles and heads say. A form
 * of one of them is never read as another; the refusal says which one it is.
 */
import { CENTRAL_FORMS, OTHER_LAYOUTS } from "../basis/central-forms.ts";
import type { Citation } from "../basis/citation.ts";

export interface KnownLayout {
  readonly id: string;
  /** What the layout is called in a sentence: 「…」可识别，尚不能评分. */
  readonly name: string;
  /** What the title looks like, white space removed; any title where there is none. */
  readonly title?: RegExp;
  /**
   * Runs of captions as they follow each other, parted by blanks, signs half-width: every one of these must be there,
   * in one of its spellings.
   */
  readonly runs: readonly (readonly string[])[];
  /** Runs that such a form never has. */
  readonly never: readonly string[];
  /** What a clerk can do with it, a Chinese sentence. */
  readonly next: string;
  readonly basis: Citation;
}

const SCORED_ROWS = "年度指标值 实际完成值 分值 得分";
const REFILL = "需要核对、汇总的，请按下列能读的版式之一重新填报；原表仍可照原样公开。";

export const KNOWN_LAYOUTS: readonly KnownLayout[] = [
  {
    id: "hubei-20-80",
    name: "湖北省项目自评表（预算执行 20 分、绩效目标 80 分）",
    runs: [["年初目标值(A) 实际完成值(B) 得分"], ["预算执行情况"]],
    never: ["部门整体", SCORED_ROWS],
    next: REFILL,
    basis: OTHER_LAYOUTS.seen,
  },
  {
    id: "sichuan-10-90",
    name: "四川省部门预算项目支出绩效自评表（预算执行 10 分、绩效指标 90 分）",
    runs: [["指标性质 指标值 度量单位 完成值 权重"]],
    never: ["部门整体", "整体支出绩效"],
    next: REFILL,
    basis: OTHER_LAYOUTS.seen,
  },
  {
    id: "yunnan-nature-unit",
    name: "云南省项目支出绩效自评表（指标分列指标性质、指标值、度量单位）",
    runs: [["指标性质 指标值 度量单位"], ["年度指标值 实际完成值 分值 得分"]],
    never: ["部门整体", "整体支出绩效", "完成值 权重"],
    next: REFILL,
    basis: OTHER_LAYOUTS.seen,
  },
  {
    id: "central-2016",
    name: "财政部 2016—2019 年项目支出绩效自评表（另有得分计算方法一栏）",
    runs: [["年度指标值(A) 全年实际值(B)"], ["得分计算方法"]],
    never: ["部门整体", "整体支出绩效"],
    next: REFILL,
    basis: OTHER_LAYOUTS.seen,
  },
  {
    id: "transfer-payment",
    name: "转移支付绩效自评表（只填完成情况，不计分）",
    title: /转移支付|绩效(?:目标)?自评表/u,
    runs: [
      ["转移支付名称", "转移支付(项目)名称", "转移支付项目名称", "专项(项目)名称", "专项名称"],
      ["一级指标 二级指标 三级指标"],
    ],
    never: ["分值 得分"],
    next: "这种表不计分，没有可核对的得分；请按转移支付绩效自评的要求另行汇总。",
    basis: OTHER_LAYOUTS.common,
  },
  {
    id: "department-tasks",
    name: "部门整体支出绩效自评表（按年度任务填报）",
    title: /^(?!.*报告).*(?:部门|单位)整体(?:支出)?绩效(?:目标)?(?:自评|评价|完成情况)/u,
    runs: [["年度主要任务", "主要任务完成情况", "任务名称", "年度履职目标", "年度总体目标", "年度绩效目标"]],
    never: ["评分标准", "评分细则", "计分标准", "得分系数", "指标解释", "指标说明"],
    next: "本工具只处理项目支出的自评表；部门整体支出的自评请另行汇总。",
    basis: OTHER_LAYOUTS.common,
  },
  {
    id: "department-scoring",
    name: "部门整体支出绩效自评表（按评分标准计分）",
    title: /^(?!.*报告).*(?:部门|单位)整体(?:支出)?绩效(?:目标)?(?:自评|评价|评分|完成情况|指标)/u,
    runs: [["评分标准", "评分细则", "计分标准", "得分系数", "指标解释", "指标说明"]],
    never: [],
    next: "本工具只处理项目支出的自评表；部门整体支出的自评请另行汇总。",
    basis: OTHER_LAYOUTS.seen,
  },
  {
    id: "targets-only",
    name: "绩效目标表（只有目标，没有完成情况）",
    title: /绩效目标(?:申报|批复|审核|备案|公开|设定)?表/u,
    runs: [["一级指标 二级指标 三级指标", "一级指标 二级指标 指标内容", "一级指标 二级指标"]],
    never: ["实际完成", "完成值", "自评"],
    next: "绩效目标表在年初填报，没有完成值和得分；请提交同一项目年终填报的绩效自评表。",
    basis: OTHER_LAYOUTS.seen,
  },
  {
    id: "narrative-report",
    name: "绩效自评报告（文字报告）",
    title: /(?:自评|评价|绩效).{0,8}报告(?:书)?(?:\([^()]{0,20}\))?$/u,
    runs: [],
    never: [SCORED_ROWS],
    next: "报告是文字，没有可逐项读取的表；报告后附有自评表的，请把自评表单独存成文件再读。",
    basis: OTHER_LAYOUTS.seen,
  },
  {
    id: "blank-form",
    name: "空白的自评表样",
    title: /自评表/u,
    runs: [["项目名称 主管部门 实施单位 项目资金", "项目名称: 主管部门: 实施单位:"]],
    never: [],
    next: "这是没有填写的表样；请填报后再读。",
    basis: CENTRAL_FORMS.captions,
  },
];
