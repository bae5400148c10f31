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
  commonErrors: {
    id: "practice/common-errors",
    title: "自评表审核中的常见问题",
    certainty: "practice",
    note: "目标值过低或不可能不达成、单位不一致、指标归类不当、模板说明未删除等。",
  },
} as const satisfies Record<string, Citation>;
