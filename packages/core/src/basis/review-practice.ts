/** What reviewers of such forms look for: practice and general knowledge, never a rule's text. */
import type { Citation } from "./citation.ts";

export const REVIEW_PRACTICE = {
  lowExecution: {
    id: "practice/low-execution",
    title: "预算执行偏低须说明原因",
    certainty: "unverified",
    note: "执行率低于 80% 时提请说明，界限为经验值，无文件印证。",
  },
  fundsReview: {
    id: "practice/funds-review",
    title: "资金表审核中的常见问题",
    certainty: "practice",
    note: "执行数超出预算数、有预算而分文未支、没有预算却有得分、结转项目的钱没有列在上年结转资金行等。",
  },
  deductionReason: {
    id: "practice/deduction-reason",
    title: "扣分须说明原因",
    certainty: "practice",
    note: "得分低于分值的，填报系统要求填写偏差原因分析及改进措施，审核中逐行对照。",
  },
  weightReview: {
    id: "practice/weight-review",
    title: "分值与得分审核中的常见问题",
    certainty: "practice",
    note: "指标没有分值或没有得分，或分值过于集中在一项指标上。",
  },
  groupPoints: {
    id: "practice/group-points",
    title: "一级指标所印分数与各行分值",
    certainty: "practice",
    note: "表样在一级指标后预印分数的，审核时与各行分值之和对照；填报时常只调各行分值，不改预印的分数。",
  },
  scoreOffProportion: {
    id: "practice/score-off-proportion",
    title: "得分与按完成比例计算之差",
    certainty: "unverified",
    note: "得分常为整数分，化成整数分的差额和不到分值一成的差额不作提示；界限为经验值，无文件印证。",
  },
  gradeBorder: {
    id: "practice/grade-border",
    title: "总分恰在等级的下限",
    certainty: "practice",
    note: "审核中对刚好够上一个等级的总分多看一眼，看扣分是否倒推。",
  },
  farAboveTarget: {
    id: "practice/far-above-target",
    title: "完成值远高于指标值",
    certainty: "practice",
    note: "有的地方规定完成值达到指标值 130% 及以上的扣分，有的不扣；公开的自评表中未见因此扣分。",
  },
  smallCounts: {
    id: "practice/small-counts",
    title: "数目很小的指标",
    certainty: "unverified",
    note: "目标 1、2 次而多做一两次不足为怪；多出 3 个单位以上才提示，界限为经验值。",
  },
  implausiblePercentage: {
    id: "practice/implausible-percentage",
    title: "远超 100% 的百分数",
    certainty: "unverified",
    note: "百分数上千，多半是数量误用了百分号；界限 1000% 为经验值。",
  },
  namesOfIndicators: {
    id: "practice/names-of-indicators",
    title: "由指标名称判断方向、上限与单位",
    certainty: "practice",
    note: "成本、投诉、故障、响应时间等越低越好，满意度、合格率等越高越好且不超过 100%；按名称用词判断，词表取自公开的自评表和常见写法，未必适用于每一个指标。",
  },
  targetsAndActuals: {
    id: "practice/targets-and-actuals",
    title: "指标值与完成值的常见问题",
    certainty: "practice",
    note: "指标值空白、不可能不达成（≥0、<100%）、「>」以恰好相等完成、成本用「≥」、单位没有或前后不一、数量指标没有数、定量指标以文字作答等，审核中常见。",
  },
  spendingAsResult: {
    id: "practice/spending-as-result",
    title: "以预算执行充当产出、效益",
    certainty: "practice",
    note: "执行率在资金部分已计 10 分；审核中把另以预算执行率作产出、效益指标视为重复计分。",
  },
  figuresAgree: {
    id: "practice/figures-agree",
    title: "同一事项各处数字应当一致",
    certainty: "practice",
    note: "审核中核对指标、资金表与原因说明里的同一个数，如成本高于支出、执行率前后不一。",
  },
  repetition: {
    id: "practice/repetition",
    title: "雷同与复制",
    certainty: "practice",
    note: "审核中常见目标照抄为完成情况、原因各行照抄；界限为经验值。",
  },
  fullMarks: {
    id: "practice/full-marks",
    title: "满分比例过高",
    certainty: "practice",
    note: "审核中把普遍满分视为自评不严的迹象；界限为经验值。",
  },
  copiedBetweenProjects: {
    id: "practice/copied-between-projects",
    title: "项目之间互相照抄",
    certainty: "practice",
    note: "审核中常见几个项目的目标或整套指标互相照抄。",
  },
  sideBySide: {
    id: "practice/side-by-side",
    title: "同批自评表并排比对",
    certainty: "unverified",
    note: "同一批、同一单位的自评表，年度、主管部门应当一致，一个项目只有一份；界限为经验值，无文件印证。",
  },
  equalTreatment: {
    id: "practice/equal-treatment",
    title: "同类偏差扣分尺度一致",
    certainty: "unverified",
    note: "同一单位对同样程度的偏差应按同一尺度扣分；相差多少算不一致为经验值，无文件印证。",
  },
  expectedProjects: {
    id: "practice/expected-projects",
    title: "对照应报项目清单",
    certainty: "practice",
    note: "审核时拿项目清单核对自评表是否报齐；清单由使用者给出，名称相近的界限为经验值。",
  },
  commonErrors: {
    id: "practice/common-errors",
    title: "自评表审核中的常见问题",
    certainty: "practice",
    note: "目标值过低或不可能不达成、单位不一致、指标归类不当、模板说明未删除等。",
  },
} as const satisfies Record<string, Citation>;
