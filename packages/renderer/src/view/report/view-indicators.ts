/** 三、指标完成情况 */
import {
  type IndicatorCounts,
  type IndicatorResults,
  type PointsSum,
  type Summary,
  printPercent,
  printShare,
} from "@zipingbiao/core";
import type { ChartView } from "../chart-view.ts";
import type { GroupRow, GroupTexts, IndicatorSummaryView, TableView } from "./report-view.ts";
import { NO_FIGURE, type ReportWords, numberOf, points, subheadings } from "./report-words.ts";

/** `chart` is the one of the groups, if the report has it. */
export function viewIndicators(
  { indicators, projects }: Summary,
  words: ReportWords,
  chart: ChartView | null,
): IndicatorSummaryView {
  const heading = subheadings();
  const groups = indicators.all.indicators === 0 ? null : groupTable(indicators, words);
  return {
    heading: "三、指标完成情况",
    overall: {
      heading: heading("总体情况"),
      paragraphs:
        groups === null
          ? [projects.length === 1 ? "自评表未列绩效指标。" : "各表均未列绩效指标。"]
          : [completionText(indicators, projects.length), pointsText(indicators) + whereText(groups, chart)],
    },
    groups,
    missed: { heading: heading("未完成和扣分的指标"), paragraphs: [missedText(indicators)] },
  };
}

function whereText({ title }: { readonly title: string }, chart: ChartView | null): string {
  return `各组完成情况见${numberOf(title)}${chart === null ? "" : `、${numberOf(chart.caption)}`}。`;
}

function completionText({ all, unjudgedReasons }: IndicatorResults, projects: number): string {
  const share = (part: number) => `${part}项，占${printShare(part, all.indicators) ?? ""}%`;
  const whose = projects === 1 ? "共设" : `${projects}个项目共设`;
  const reasons = unjudgedReasons.map(({ reason, indicators }) => `${reason}（${indicators}项）`).join("、");
  return [
    `${whose}绩效指标${all.indicators}项。其中，完成${share(all.met)}；未完成${share(all.missed)}；无法判断${share(all.unjudged)}。`,
    reasons === "" ? "" : `无法判断的原因是：${reasons}。`,
    wordingText(all),
  ].join("");
}

function wordingText({ metByWording, missedByWording }: IndicatorCounts): string {
  if (metByWording + missedByWording === 0) return "";
  return `完成和未完成的指标中，以文字表述、依表中用语认定的分别为${metByWording}项和${missedByWording}项。`;
}

function pointsText({ all, execution }: IndicatorResults): string {
  const leftOut = all.points.leftOut === 0 ? "" : `（另有${all.points.leftOut}项分值或得分空白、无法辨认，未计入）`;
  const full = `得满分的指标${all.fullMarks}项，占${printShare(all.fullMarks, all.indicators) ?? ""}%`;
  return `绩效指标${sumText(all.points)}${leftOut}，${full}；预算执行率${sumText(execution)}。`;
}

function sumText({ weight, score, rate }: PointsSum): string {
  return `分值合计${points(weight)}分，得分合计${points(score)}分，得分率${rateText(rate)}`;
}

function rateText(rate: PointsSum["rate"]): string {
  return rate === undefined ? NO_FIGURE : `${printPercent(rate)}%`;
}

function missedText({ missed, deducted, deductedWithoutReason }: IndicatorResults): string {
  if (missed.length === 0 && deducted.length === 0) return "没有未完成的指标，也没有扣分的指标。";
  const projects = new Set(missed.map(({ project }) => project)).size;
  const missing =
    missed.length === 0
      ? "没有未完成的指标。"
      : `未完成的指标${missed.length}项，涉及${projects}个项目，年度指标值、实际完成值、得分和原因见附表2。`;
  if (deducted.length === 0) return `${missing}没有扣分的指标。`;
  const untold =
    deductedWithoutReason.length === 0 ? "均说明了偏差原因" : `其中${deductedWithoutReason.length}项没有说明偏差原因`;
  return `${missing}扣分的指标${deducted.length}项，${untold}。`;
}

function groupTable({ sections, all }: IndicatorResults, words: ReportWords): TableView<GroupTexts, GroupRow> {
  return {
    title: words.tableTitle("分组完成情况"),
    columns: {
      level1: "一级指标",
      level2: "二级指标",
      indicators: "指标数",
      met: "完成",
      missed: "未完成",
      unjudged: "无法判断",
      weight: "分值",
      score: "得分",
      rate: "得分率",
    },
    rows: [
      ...sections.flatMap(({ label, groups }) =>
        groups.map(
          (group, at): GroupRow => ({
            level1: at === 0 ? { text: label || UNNAMED, span: groups.length } : null,
            ...countTexts(group.label || UNNAMED, group),
          }),
        ),
      ),
      { level1: { text: "合计", span: 1 }, ...countTexts("", all) },
    ],
    remark: "",
  };
}

const UNNAMED = "（空白）";

function countTexts(level2: string, counts: IndicatorCounts): Omit<GroupRow, "level1"> {
  const { weight, score, rate } = counts.points;
  return {
    level2,
    indicators: String(counts.indicators),
    met: String(counts.met),
    missed: String(counts.missed),
    unjudged: String(counts.unjudged),
    weight: points(weight),
    score: points(score),
    rate: rateText(rate),
  };
}
