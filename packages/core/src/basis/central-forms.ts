/**
 * What is known of the layout that the Ministry of Finance's self-evaluation form has had since 2020, and how.
 * Published forms of it were looked up in stored copies of public pages; only those that were read are counted:
 * two whole heads (fiscal years 2019 and 2022), neither with (A), (B) behind its captions. None is in `fixtures/`.
 */
import type { Citation } from "./citation.ts";

const FORMS = "2019、2022 年度公开的两份项目支出绩效自评表（廊坊市食品工程学校、池州市贵池区棠溪镇）";

export const CENTRAL_FORMS = {
  captions: {
    id: "central/captions",
    title: FORMS,
    certainty: "practice",
    note: "两份都印年初预算数、全年预算数、全年执行数、分值、执行率、得分与预期目标、实际完成情况，执行率一份印 86%，一份印 0；全年预算数(A)、全年执行数(B)、执行率(B/A) 的写法据通行表样，未检索到原件；绩效指标一列一份有、一份无。",
  },
  rate: {
    id: "central/rate",
    title: "项目支出绩效自评表的执行率",
    certainty: "unverified",
    note: "执行率按百分数印出，通行两位；取舍办法没有样本印证（一份 86.20…% 印作 86%）。所以四舍五入、截尾、进位、位数较少的都不算错，只有哪一种也得不出的才算。",
  },
  executionScore: {
    id: "central/execution-score",
    title: "项目支出绩效自评表的执行率得分",
    certainty: "unverified",
    note: "执行率得分 = 分值 × 精确执行率，办法同上海各表；取舍办法没有样本印证，印一位、两位小数的哪一种取舍都不算错。",
  },
  weights: {
    id: "central/weights",
    title: FORMS,
    certainty: "sample",
    note: "年度资金总额行的分值为 10（样本 2/2）；另有网页转述预算执行率 10、产出 50、效益 30、服务对象满意度 10 为通常设置，未对照文件原文。",
  },
  groupWeights: {
    id: "central/group-weights",
    title: FORMS,
    certainty: "practice",
    note: "一份的一级指标印作产出指标(50分)、效益指标(30分)、满意度指标(10分)，各行分值之和与之相符（产出、效益两类，满意度一类未见全）；另一份不印分数。",
  },
  sums: {
    id: "central/sums",
    title: "项目支出绩效自评表的合计",
    certainty: "practice",
    note: "分值合计 100、得分合计为总分、资金分项合计为总额，据表式本身；公开的表未逐份核算。",
  },
  gradeExcellent: {
    id: "central/grade-excellent",
    title: "总分 90 及以上为优",
    certainty: "practice",
    note: "上海 2024 年度公开的表 90.00 及以上都填优；咨询机构网页转述的等级划分也以 90 为优的下限。",
  },
  grades: {
    id: "central/grades",
    title: "绩效评价结果的等级划分",
    certainty: "unverified",
    note: "优 90—100、良 80—89、中 60—79、差 0—59，见于咨询机构网页的转述，未对照文件原文；这一表式通常没有评分等级一行。",
  },
  qualitativeTiers: {
    id: "central/qualitative-tiers",
    title: "2020 年度起公开自评表的表后说明",
    certainty: "practice",
    note: "达成年度指标 100%—80%(含)、部分达成年度指标并具有一定效果 80%—60%(含)、未达成年度指标且效果较差 60%—0%；公开的绩效系统源码中有两处脚本按同样的三档校验得分；2017 年度的一份旧表式中间一档为 80%—50%。",
  },
  indicatorScore: {
    id: "central/indicator-score",
    title: "2016—2022 年度公开自评表的表后说明",
    certainty: "practice",
    note: "定量指标达到指标值的得满分；未达到的，正向指标按全年实际值 ÷ 年度指标值、反向指标按年度指标值 ÷ 全年实际值乘以分值，得分不超过分值上限。只作参考。",
  },
  weightCap: {
    id: "central/weight-cap",
    title: "单项指标的最高分值",
    certainty: "unverified",
    note: "一类指标只设一项时，它的分值就是这一类的分值，产出类 50 分；更高的少见，界限为经验值，无样本印证。",
  },
  requiredGroups: {
    id: "central/required-groups",
    title: FORMS,
    certainty: "sample",
    note: "产出、效益、满意度三类一级指标两份都有（样本 2/2）。",
  },
  groupsOfSubgroups: {
    id: "central/groups-of-subgroups",
    title: FORMS,
    certainty: "sample",
    note: "数量、质量、时效、成本指标列在产出之下，经济、社会、生态效益和可持续影响指标列在效益之下，满意度类的二级指标列在满意度之下（样本 2/2，其中一份印作满意度指标）；上海 2024 年度的表另列一级成本指标。",
  },
} as const satisfies Record<string, Citation>;

/** Why a layout without an edition is known by name. */
export const OTHER_LAYOUTS = {
  seen: {
    id: "layouts/seen",
    title: "公开页面上的表格",
    certainty: "practice",
    note: "在公开页面的存本里读到过这种表的表头：湖北 3 份，四川 2 份，云南 1 份，财政部 2016—2019 年的旧表式 3 份（其中一份是空表），部门整体评分式 2 份，绩效目标申报表 7 份；报告多份，没有计数。",
  },
  common: {
    id: "layouts/common",
    title: "通行表样",
    certainty: "unverified",
    note: "据通行表样的表头用语，没有读到原件。",
  },
} as const satisfies Record<string, Citation>;
