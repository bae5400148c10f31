/**
 * What was counted in disclosed forms: 49 forms of five Shanghai publishers
 * (42 of fiscal year 2024 in 万元, 7 of fiscal year 2021 in 元), kept in `fixtures/disclosed/`.
 * `audit/corpus.test.ts` and `audit/rules/indicators/corpus-counts.test.ts` count again.
 */
import type { Citation } from "./citation.ts";

export const DISCLOSED_FORMS = {
  rate2024: {
    id: "disclosed/rate-2024",
    title: "2024 年度上海市、区数据部门公开的自评表",
    certainty: "sample",
    note: "年度资金总额行的执行率为截尾两位（样本 41/42，另一份为手工填写；四舍五入只能解释 32）。",
  },
  rate2021: {
    id: "disclosed/rate-2021",
    title: "2021 年度上海市大数据中心公开的自评表",
    certainty: "sample",
    note: "年度资金总额行的执行率为两位小数、向上进位（样本 7/7；四舍五入只能解释 5）。",
  },
  executionScore: {
    id: "disclosed/execution-score",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "执行率得分 = 分值 × 精确执行率，四舍五入两位（样本 49/49），不以表中已取舍的执行率计算。",
  },
  sums: {
    id: "disclosed/sums",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "分值合计 100、得分合计等于总分、资金分项合计等于总额（样本 49/49）。",
  },
  gradeExcellent: {
    id: "disclosed/grade-excellent",
    title: "2024 年度公开的自评表",
    certainty: "sample",
    note: "总分 90.00 及以上为优，90 以下至 88.00 见到的均为良。",
  },
  gradeLower: {
    id: "disclosed/grade-lower",
    title: "良、中、差的分界",
    certainty: "unverified",
    note: "80 分、60 分两条分界尚无样本或原文印证。",
  },
  weights: {
    id: "disclosed/weights",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "执行率分值 10（样本 49/49）；单个指标的分值最高 30（样本 522 行中 8 行），没有更高的。",
  },
  scoreRange: {
    id: "disclosed/score-range",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "得分都在 0 与分值之间（样本 571/571，执行率得分在内）。",
  },
  groupWeights: {
    id: "disclosed/group-weights",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "一级指标分值：成本 10、产出 40、效益 30、满意度 10 有 20 份，产出 50、效益 30、满意度 10 有 16 份，成本 5、产出 45、效益 30、满意度 10 有 2 份；其余 11 份各不相同，且都只见于一份。",
  },
  initialBudget: {
    id: "disclosed/initial-budget",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "年初预算数在 2021 年度的表中都有金额（样本 7/7），在 2024 年度的表中一律为 0.00（样本 42/42），后者看不出是否年初安排。",
  },
  partRows: {
    id: "disclosed/part-rows",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "分值、得分只填在年度资金总额行，各分项行为空或横线（样本 49/49）。",
  },
  copiedGoals: {
    id: "disclosed/copied-goals",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "实际完成情况与目标相同 95% 以上的 27 份（其中一字不差 20 份），其余 22 份都不到 80%，其间没有（样本 49）。",
  },
  requiredGroups: {
    id: "disclosed/required-groups",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "产出、效益两类一级指标每份表都有（样本 49/49），满意度指标只缺一份（48/49）；成本指标并非每份都有。",
  },
  groupsOfSubgroups: {
    id: "disclosed/groups-of-subgroups",
    title: "2021、2024 年度公开的自评表",
    certainty: "sample",
    note: "二级指标各归一类一级指标（样本 519/521 行；另两行是列在效益之下的时效指标）；成本指标在 2021 年度表式列在产出之下。",
  },
  indicatorScore: {
    id: "disclosed/indicator-score",
    title: "2016—2022 年度公开自评表的表后说明",
    certainty: "practice",
    note: "定量指标完成的得满分，未完成的按完成比例计分；实际公开的得分多不按比例，故只作参考。",
  },
  qualitativeTiers: {
    id: "disclosed/qualitative-tiers",
    title: "2020 年度起公开自评表的表后说明",
    certainty: "practice",
    note: "达成 100%—80%，部分达成并具有一定效果 80%—60%，未达成且效果较差 60%—0%。",
  },
} as const satisfies Record<string, Citation>;
