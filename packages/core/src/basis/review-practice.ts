/** What reviewers of such forms look for: practice and general knowledge, never a rule's text. */
import type { Citation } from "./citation.ts";

export const REVIEW_PRACTICE = {
  lowExecution: {
    id: "practice/low-execution",
    title: "预算执行偏低须说明原因",
    certainty: "unverified",
    note: "执行率低于 80% 时提请说明，界限为经验值，无文件印证。",
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
