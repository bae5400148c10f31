/** What the sheet 填报说明 says, in plain words; every figure is the edition's. */
import { type Edition, type RoundingMode, formatScore } from "@zipingbiao/core";
import { plain } from "./exact-formulas.ts";
import type { GuidanceSection } from "./guidance-sheet.ts";

const CUT: Readonly<Record<RoundingMode, string>> = {
  truncate: "多余的位数直接舍去，不进位",
  "half-up": "四舍五入",
  up: "多余的位数一律进位",
};

/** For the workbook of one form. */
export function formSteps(edition: Edition): readonly GuidanceSection[] {
  const { captions, currencyUnit } = edition;
  const columns = captions.indicatorColumns;
  return [
    {
      heading: "一、怎么填",
      steps: [
        "浅黄色的格子要填，灰色的格子自动算出，白色的格子是表样，不能改。选中浅黄色的格子，会出现提示。",
        `先填年度（四位数字）、${captions.projectName}、${captions.competentDepartment}、${captions.implementingUnit}。`,
        `资金以${currencyUnit}为单位，只填数。填「${captions.fundRows.currentYearAppropriation}」「${captions.fundRows.carryover}」「${captions.fundRows.otherFunds}」三行，没有的填 0，「${captions.fundRows.total}」自动合计。`,
        `「${captions.expectedGoal}」照年初批复填写；「${captions.actualGoal}」写实际做到了什么。各写成一段，不分行。`,
        `绩效指标一行一个。${columns.level1}、${columns.level2}从下拉表里选，与上一行相同的可以不填。用不到的行空着，读取时不算；行不够时，见最后一部分。`,
        `「${columns.target}」直接填写，例如 ≥90%、=12(次)、≤30(万元)、按时完成。这些格子是文本格式，不会变成公式或日期。符号不好输入的，先从下拉表里选，再按 F2 接着填。`,
        `「${columns.actual}」定量的填数和单位，单位与${columns.target}一致；定性的从下拉表里选。`,
        `「${columns.weight}」「${columns.score}」只填数。扣了分的，在「${columns.deviationNote}」里写明原因。`,
      ],
    },
    computing(edition),
    checking(edition),
    {
      heading: "四、填好以后",
      steps: [
        "直接保存为 .xlsx，不要改工作表的名称，不要另存为 .xls 或 PDF。一个文件填一份表，几份表复制几个文件。",
        "用 zpb read 读取，用 zpb check 检查，用 zpb render 生成正式的 PDF、Word 和网页，不必打印这张表。",
        ...lifting(`在最后一个指标行之前整行插入新行`),
      ],
    },
  ];
}

/** For the workbook with one row a project. */
export function listSteps(edition: Edition): readonly GuidanceSection[] {
  const { captions, currencyUnit } = edition;
  const columns = captions.indicatorColumns;
  return [
    {
      heading: "一、怎么填",
      steps: [
        "浅黄色的格子要填，灰色的格子自动算出。选中浅黄色的格子，会出现提示。",
        "「项目」表一行一个项目。序号自己编，一个项目一个，不能重复；「指标」表靠它知道一个指标属于哪个项目。",
        `资金以${currencyUnit}为单位，只填数，没有的填 0，「${captions.fundRows.total}」自动合计。`,
        `「指标」表一行一个指标，先填项目序号，旁边会显示项目名称，可以核对有没有填错。各项目的指标按表中的先后排列。`,
        `「${columns.target}」可以分成符号、数值、单位三格填，也可以整个写在中间一格，例如 ≥90%；读取时把三格连起来。「${columns.actual}」也一样。这些格子是文本格式，不会变成公式或日期。`,
        `「${columns.weight}」「${columns.score}」只填数。扣了分的，在「${columns.deviationNote}」里写明原因。`,
        "用不到的行空着，读取时不算。内容可以复制过来，粘贴时请选「粘贴数值」；不要剪切，剪切会把公式也移走。",
      ],
    },
    computing(edition),
    checking(edition),
    {
      heading: "四、填好以后",
      steps: [
        "直接保存为 .xlsx，不要改工作表的名称，不要移动、插入或删除列。",
        "用 zpb read 读取，每个项目得到一份自评表；用 zpb check 检查，用 zpb render 生成正式的 PDF、Word 和网页。",
        ...lifting("在末尾的空行之前整行插入新行，再把上一行的公式往下拉"),
      ],
    },
  ];
}

function computing(edition: Edition): GuidanceSection {
  const { captions, rateRounding, executionScoreRounding, gradeBands } = edition;
  const { fundColumns, indicatorColumns, rating } = captions;
  const rate = rateRounding.value;
  const score = executionScoreRounding.value;
  return {
    heading: "二、怎么算",
    steps: [
      `执行率（「${fundColumns.executionRate}」一栏）：${fundColumns.annualExecution} ÷ ${fundColumns.annualBudget}，以百分数计，保留 ${rate.places} 位小数，${CUT[rate.mode]}。两个数都是 0 的为 0。`,
      `执行率的${fundColumns.score}：${fundColumns.weight} × ${fundColumns.annualExecution} ÷ ${fundColumns.annualBudget}，保留 ${score.places} 位小数，${CUT[score.mode]}；超过 100% 的按满分。${fundColumns.annualBudget}为 0 的算不出，请撤销保护后按主管部门的口径填写。`,
      `${captions.total}：执行率和各项指标的${indicatorColumns.weight}之和、${indicatorColumns.score}之和。`,
      ...(rating === undefined ? [] : [`${rating}：${gradeText(gradeBands)}。主管部门的界限不同的，从下拉表里另选。`]),
      "读取时按填写的数重新计算，不采用表中存下的计算结果；两者不同的会指出。",
    ],
  };
}

/** `90 分及以上为优，80 分及以上为良，其余为差`, and which borders no source was found for. */
function gradeText(bands: Edition["gradeBands"]): string {
  const words = bands.map(({ label, from }, at) =>
    at === bands.length - 1 ? `其余为${label}` : `${plain(formatScore(from))} 分及以上为${label}`,
  );
  const unfounded = bands.slice(0, -1).filter(({ basis }) => basis.certainty === "unverified");
  const doubt = unfounded.map(({ from }) => plain(formatScore(from))).join("、");
  return `${words.join("，")}${doubt === "" ? "" : `（${doubt} 分的界限没有找到公开的依据，是通行的做法）`}`;
}

function checking({ totalWeight, captions }: Edition): GuidanceSection {
  return {
    heading: "三、红色的提示",
    steps: [
      `表右边的红字说明这一行还缺什么、哪里不对：${captions.indicatorColumns.weight}合计不是 ${plain(formatScore(totalWeight.value))}、${captions.indicatorColumns.score}大于${captions.indicatorColumns.weight}、扣了分没有写原因、执行数大于预算数。`,
      "红字不会打印，也不会读取，改好了就消失。有正当理由的可以不改，审核时再说明。",
    ],
  };
}

function lifting(adding: string): readonly string[] {
  return [`工作表受保护，没有密码：「审阅」里的「撤销工作表保护」。行不够的，撤销后${adding}，再重新保护。`];
}
