/**
 * What people who know the disclosed forms know to be wrong with them. Found by reading the texts, not by running the
 * rules; the corpus test holds the rules against it.
 */
import type { FormPath, IndicatorField, Outcome } from "@zipingbiao/core";

/** A cell that holds a known text, and what a rule must say of it. */
export interface KnownTruth {
  /** A file of `fixtures/disclosed/`, and the number of the form in it, from 1. */
  readonly file: string;
  readonly form: number;
  readonly at: FormPath;
  /** A part of what stands there; `""` for a blank cell. */
  readonly text: string;
  /** The id of a rule. */
  readonly rule: string;
  /** Where it reports, when that is not the cell itself. */
  readonly reportedAt?: FormPath;
  /** `violated` unless said otherwise. */
  readonly outcome?: Outcome;
  /** A part of the sentence. */
  readonly message: string;
}

const cell = (row: number, field: IndicatorField): FormPath => `indicators[${row}].${field}`;

/** Figures that contradict themselves, each other, or the words beside them. */
const FIGURES: readonly KnownTruth[] = [
  {
    file: "minhang-2024-a.txt",
    form: 4,
    at: cell(10, "target"),
    text: "≥85000.00(个)",
    rule: "indicators/note-corrects-value",
    message: "应该为≥8500",
  },
  {
    file: "minhang-2024-a.txt",
    form: 3,
    at: cell(0, "target"),
    text: "<100.00(%)",
    rule: "indicators/target-cannot-fail",
    message: "<100.00(%)",
  },
  {
    file: "minhang-2024-a.txt",
    form: 3,
    at: cell(14, "target"),
    text: "≥0.00(%)",
    rule: "indicators/target-cannot-fail",
    message: "≥0.00(%)",
  },
  {
    file: "baoshan-2024-a.txt",
    form: 7,
    at: cell(3, "target"),
    text: ">365.00(天)",
    rule: "indicators/strict-comparator-met-by-equality",
    message: "365.00(天)",
  },
  {
    file: "shanghai-db-2024.txt",
    form: 5,
    at: cell(2, "actual"),
    text: "26790000.00(%)",
    rule: "indicators/note-unit-mismatch",
    reportedAt: cell(2, "deviationNote"),
    message: "核小时",
  },
  {
    file: "shanghai-db-2024.txt",
    form: 3,
    at: cell(1, "actual"),
    text: "99.19(%)",
    rule: "indicators/contradicts-funds",
    message: "99.18",
  },
  {
    file: "jiading-2024.txt",
    form: 1,
    at: cell(0, "actual"),
    text: "397.35(万元)",
    rule: "indicators/contradicts-funds",
    message: "308.00",
  },
];

/** Goals that came back as results, to the letter or nearly so; the two very short ones, forms 7 and 15, are left to the rule. */
const COPIED_GOALS: readonly KnownTruth[] = (
  [
    [1, "为满足委办局及街道信息系统快速上云的需求"],
    [2, "通过接入镇级预算联网数据并完成数据治理"],
    [3, "2023年度信息化项目建设。"],
    [4, "提供全区电子政务的业务应用系统安全可靠的物理环境。"],
    [5, "提供应用系统系统运维服务。"],
    [6, "实现城运无人机在日常自动巡检、突发事件处置等方面的综合应用"],
    [8, "建设宝山区随申码（物码）管理分平台"],
    [9, "保障区电子政务平台设施设备及系统的正常高效使用。"],
    [10, "保障区政务公开系统平台设施设备及系统的正常高效使用。"],
    [11, "以数字科技赋能知识产权高效管理"],
    [12, "改造升级上海市宝山区政务公开工作平台。"],
    [13, "对宝山区人事管理信息系统进行升级改造"],
    [14, "构建上海“数据目录链”"],
    [16, "依托宝山区电子政务平台软硬件设施"],
    [17, "完成宝山区“一网通办”政务服务建设。"],
  ] as const
).map(([form, text]) => ({
  file: "baoshan-2024-a.txt",
  form,
  at: "overallGoal.actual",
  text,
  rule: "wording/goal-copied-as-result",
  message: "实际完成情况与目标",
}));

/** Every row of minhang-2024-a that lost points and says nothing. */
const DEDUCTIONS_WITHOUT_REASON: readonly KnownTruth[] = (
  [
    [2, [16, 17, 18]],
    [4, [4]],
    [5, [0, 5, 6, 7, 8, 9]],
    [7, [0, 5, 6, 7, 8, 9]],
    [8, [0, 1, 6, 7, 8, 9]],
    [9, [6, 7, 8, 9]],
    [10, [0, 4, 5, 6, 7]],
  ] as const
).flatMap(([form, rows]) =>
  rows.map((row) => ({
    file: "minhang-2024-a.txt",
    form,
    at: cell(row, "deviationNote"),
    text: "",
    rule: "scores/deduction-without-reason",
    message: "未填原因",
  })),
);

/** What typing and pasting by hand left behind. */
const HAND_FILLED: readonly KnownTruth[] = [
  ...[0, 1].map((row) => ({
    file: "shanghai-bdc-2021.txt",
    form: 3,
    at: cell(row, "target"),
    text: "",
    rule: "indicators/target-blank",
    message: "空白",
  })),
  ...[1, 2, 3, 4, 7].flatMap((form) =>
    ["overallGoal.expected", "overallGoal.actual"].map((at) => ({
      file: "shanghai-bdc-2021.txt",
      form,
      at,
      text: "<p>",
      rule: "wording/markup-left",
      message: "<p>",
    })),
  ),
  {
    file: "shanghai-bdc-2021.txt",
    form: 2,
    at: cell(7, "actual"),
    text: String.raw`$\geq 90\%$`,
    rule: "wording/markup-left",
    message: String.raw`\geq`,
  },
  {
    file: "shanghai-bdc-2021.txt",
    form: 2,
    at: cell(7, "actual"),
    text: "系统用户满意度",
    rule: "indicators/answer-of-another-kind",
    message: "100%",
  },
  {
    file: "shanghai-bdc-2021.txt",
    form: 5,
    at: cell(4, "actual"),
    text: "满意",
    rule: "indicators/answer-of-another-kind",
    message: "=100%",
  },
  {
    file: "shanghai-db-2024.txt",
    form: 11,
    at: "rating",
    text: "优秀",
    rule: "wording/grade-spelling",
    message: "优秀",
  },
];

export const KNOWN_TRUTHS: readonly KnownTruth[] = [
  ...FIGURES,
  ...COPIED_GOALS,
  ...DEDUCTIONS_WITHOUT_REASON,
  ...HAND_FILLED,
];

/** All that is wrong for certain: the two rates of the form that was filled in by hand. */
export const KNOWN_ERRORS: readonly string[] = [
  "shanghai-db-2024.txt #11 数据发展管理专项工作经费: funds.total.executionRate funds/execution-rate-mismatch",
  "shanghai-db-2024.txt #11 数据发展管理专项工作经费: funds.currentYearAppropriation.executionRate funds/execution-rate-mismatch",
];
