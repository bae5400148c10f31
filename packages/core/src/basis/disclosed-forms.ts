/**
 * What was counted in disclosed forms: 49 forms of five Shanghai publishers
 * (42 of fiscal year 2024 in 万元, 7 of fiscal year 2021 in 元), kept in `fixtures/disclosed/`.
 * `audit/corpus.test.ts` counts again.
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
    note: "执行率分值 10；各类指标分值之和见各版式数据。",
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
