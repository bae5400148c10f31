/** The report's charts: what they show, and the same in words. */
import {
  type IndicatorCounts,
  type IndicatorSection,
  type ProjectLine,
  type Summary,
  formatScore,
} from "@zipingbiao/core";
import type { ChartView } from "../chart-view.ts";
import { bandsText, rateBands, ratedProjects } from "./rate-bands.ts";
import type { ReportCharts } from "./report-view.ts";
import { NO_FIGURE, type ReportWords, nameOf, projectRate } from "./report-words.ts";

/** Up to so many bars fit on a page with their names. */
const MOST_BARS = 60;
/** Fewer points show nothing that a list does not. */
const FEWEST_POINTS = 3;
/** From more points on the drawing would grow with the forms and show no more. */
const MOST_POINTS = 1000;

export function viewCharts(summary: Summary, words: ReportWords): ReportCharts {
  const several = summary.projects.length > 1;
  return {
    rates: several ? ratesChart(summary, words) : null,
    grades: several ? gradesChart(summary, words) : null,
    spread: spreadChart(summary, words),
    groups: groupsChart(summary, words),
  };
}

function ratesChart({ projects }: Summary, words: ReportWords): ChartView | null {
  const { rated } = ratedProjects(projects);
  if (rated.length < 2) return null;
  const bands = rateBands(rated.map(({ rate }) => rate));
  const inWords = bandsText(bands);
  if (projects.length > MOST_BARS) {
    return {
      kind: "columns",
      caption: words.chartTitle("执行率分布（项目数）"),
      alt: `柱状图：按执行率分的项目数。${inWords}。各项目的执行率见附表1。`,
      columns: bands.map(({ label, forms }) => ({ label, count: String(forms) })),
    };
  }
  return {
    kind: "bars",
    caption: words.chartTitle("各项目执行率"),
    alt: `条形图：各项目执行率。${inWords}。各项目的执行率见附表1。`,
    bars: projects.map((project) => ({
      label: `${project.number} ${nameOf(project).replaceAll(/\s+/gu, " ")}`,
      percent: percentOf(project),
      text: projectRate(project),
    })),
  };
}

/** As it is printed, without its sign. */
function percentOf(project: ProjectLine): string | null {
  const printed = projectRate(project);
  return printed === NO_FIGURE ? null : printed.replace("%", "");
}

function gradesChart({ results }: Summary, words: ReportWords): ChartView | null {
  const grades = results.dueGrades.map(({ label, forms }) => ({ label: label ?? "无法确定", count: String(forms) }));
  if (results.counted === 0) return null;
  return {
    kind: "columns",
    caption: words.chartTitle("按总分对应的等级分布（项目数）"),
    alt: `柱状图：按总分对应的等级的项目数。${grades.map(({ label, count }) => `${label}${count}个`).join("，")}。`,
    columns: grades,
  };
}

function spreadChart({ projects }: Summary, words: ReportWords): ChartView | null {
  const points = ratedProjects(projects).rated.flatMap(({ project }) => {
    const { totalScore } = project;
    const across = percentOf(project);
    if (totalScore.kind !== "read" || across === null) return [];
    return [{ label: String(project.number), across, up: formatScore(totalScore.value) }];
  });
  if (points.length < FEWEST_POINTS) return null;
  const isThinned = points.length > MOST_POINTS;
  return {
    kind: "scatter",
    isThinned,
    caption: words.chartTitle("得分与执行率"),
    alt: `散点图：${points.length}个项目的得分与执行率，${isThinned ? THINNED : "每个项目一点"}，数据见附表1。`,
    across: "执行率（%）",
    up: "得分",
    points,
  };
}

/** What is said of a {@link ScatterChart} that is thinned. */
export const THINNED = "位置重合的项目只画一点";

const PARTS = ["完成", "未完成", "无法判断"];

function groupsChart({ indicators }: Summary, words: ReportWords): ChartView | null {
  const bars = groupBars(indicators.sections);
  if (bars.length === 0 || bars.length > MOST_GROUPS) return null;
  const groups = bars.map(({ label, met, missed, unjudged }) => {
    const counts = [met, missed, unjudged].map(String);
    return { label, counts, text: counts.join("／") };
  });
  return {
    kind: "stack",
    caption: words.chartTitle(`分组完成情况（项；${PARTS.join("／")}）`),
    alt: `堆积条形图：各组指标的${PARTS.join("、")}项数。${groups.map(({ label, text }) => `${label}${text}`).join("，")}。`,
    parts: PARTS,
    groups,
  };
}

/** Forms that were read by a machine may have any number of labels; so many bars fit on a page. */
const MOST_GROUPS = 30;

/** A bar for each 二级指标; where that would be too many, for each 一级指标. */
function groupBars(sections: readonly IndicatorSection[]): readonly (IndicatorCounts & { readonly label: string })[] {
  const labels = sections.flatMap(({ groups }) => groups.map(({ label }) => label));
  if (labels.length > MOST_GROUPS) return sections.map((section) => ({ ...section, label: section.label || UNNAMED }));
  return sections.flatMap((section) =>
    section.groups.map((group) => ({ ...group, label: groupLabel(group.label, section, labels) })),
  );
}

const UNNAMED = "（空白）";

/** 时效指标 stands below more than one 一级指标 in some forms. */
function groupLabel(label: string, section: IndicatorSection, labels: readonly string[]): string {
  const name = label || UNNAMED;
  const isSingle = labels.filter((other) => other === label).length === 1;
  return isSingle ? name : `${section.label.replace(/指标$/u, "")}·${name}`;
}
