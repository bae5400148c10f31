/** What the charts of a report are to show: labels, lengths, and the words for those who cannot see them. */
import type { ReportView } from "@zipingbiao/renderer";
import type { PlainGroup } from "../figures/plain-shape.ts";
import type { Numbered } from "../figures/published-entry.ts";
import { type Reckoned, NONE, nameOf, pointsCell, printedRateOf, rateOf } from "./reckoned.ts";

export interface ExpectedChart {
  readonly caption: string;
  /** 图2 */
  readonly number: string;
  readonly alt: readonly string[];
  /** All else of the chart's view. */
  readonly shows: object;
}

type ChartName = keyof ReportView["charts"];
type Unnumbered = Omit<ExpectedChart, "number">;

export type ExpectedCharts = Readonly<Record<ChartName, ExpectedChart | undefined>>;

/** Numbered in the order of the page. */
export function expectedCharts(reckoned: Reckoned): ExpectedCharts {
  let count = 0;
  const numbered = (chart: Unnumbered | undefined): ExpectedChart | undefined => {
    if (chart === undefined) return undefined;
    const number = `图${++count}`;
    return { ...chart, number, caption: `${number}　${chart.caption}` };
  };
  return {
    rates: numbered(ratesChart(reckoned)),
    grades: numbered(gradesChart(reckoned)),
    spread: numbered(spreadChart(reckoned)),
    groups: numbered(groupsChart(reckoned)),
  };
}

/** Of more projects the bands are drawn. */
export const MOST_BARS = 60;

const ENDS = [100n, 95n, 90n, 80n, 60n];

/** `95%—100%的21个`, bands with projects only. */
export function bandTexts(entries: readonly Numbered[]): readonly string[] {
  return rateBands(entries).flatMap(({ label, count }) => (count === "0" ? [] : [`${label}的${count}个`]));
}

/** The exact rate decides. */
function rateBands(entries: readonly Numbered[]) {
  const isFrom = (entry: Numbered, end: bigint | undefined): boolean => {
    const rate = rateOf(entry);
    return rate !== undefined && (end === undefined || rate.part * 100n >= end * rate.whole);
  };
  return [...ENDS, undefined].map((end, at) => {
    const above = ENDS[at - 1];
    const members = entries.filter((entry) => isFrom(entry, end) && (above === undefined || !isFrom(entry, above)));
    const label = end === undefined ? "60%以下" : above === undefined ? `${end}%及以上` : `${end}%—${above}%`;
    return { label, count: String(members.length) };
  });
}

function ratesChart({ entries }: Reckoned): Unnumbered | undefined {
  if (entries.filter((entry) => rateOf(entry) !== undefined).length < 2) return undefined;
  const alt = [...bandTexts(entries), "附表1"];
  if (entries.length > MOST_BARS) {
    return { caption: "执行率分布（项目数）", alt, shows: { kind: "columns", columns: rateBands(entries) } };
  }
  return {
    caption: "各项目执行率",
    alt,
    shows: {
      kind: "bars",
      bars: entries.map((entry) => {
        const text = printedRateOf(entry);
        const label = `${entry.number} ${nameOf(entry).replaceAll(/\s+/gu, " ")}`;
        return { label, percent: text === NONE ? null : text.slice(0, -1), text };
      }),
    },
  };
}

function gradesChart({ plain }: Reckoned): Unnumbered | undefined {
  if (plain.forms < 2 || plain.scored === 0) return undefined;
  const columns = plain.dueGrades.map((grade) => {
    const [label = "", count = ""] = grade.split(" ");
    return { label: label === NONE ? "无法确定" : label, count };
  });
  return {
    caption: "按总分对应的等级分布（项目数）",
    alt: columns.map(({ label, count }) => `${label}${count}个`),
    shows: { kind: "columns", columns },
  };
}

function spreadChart({ entries }: Reckoned): Unnumbered | undefined {
  const points = entries
    .filter((entry) => rateOf(entry) !== undefined && entry.wire.totalScore !== null)
    .map((entry) => ({
      label: String(entry.number),
      across: printedRateOf(entry).slice(0, -1),
      up: pointsCell(entry, "totalScore", entry.wire.totalScore),
    }));
  if (points.length < 3) return undefined;
  return {
    caption: "得分与执行率",
    alt: [`${points.length}个项目`, "附表1"],
    shows: { kind: "scatter", isThinned: points.length > 1000, across: "执行率（%）", up: "得分", points },
  };
}

function groupsChart({ plain }: Reckoned): Unnumbered | undefined {
  const labels = plain.sections.flatMap(({ groups }) => groups.map(({ label }) => label));
  if (labels.length === 0 || labels.length > 30) return undefined;
  const groups = plain.sections.flatMap((section) => section.groups.map((group) => barOf(group, section, labels)));
  return {
    caption: "分组完成情况（项；完成／未完成／无法判断）",
    alt: groups.map(({ label, text }) => `${label}${text}`),
    shows: { kind: "stack", parts: ["完成", "未完成", "无法判断"], groups },
  };
}

/** A label that stands in more than one section has the section's before it. */
function barOf(
  { label, counts: { met, missed, unjudged } }: PlainGroup["sections"][number]["groups"][number],
  section: PlainGroup["sections"][number],
  labels: readonly string[],
) {
  const isSingle = labels.indexOf(label) === labels.lastIndexOf(label);
  const name = label === "" ? "（空白）" : label;
  const counts = [String(met), String(missed), String(unjudged)];
  return {
    label: isSingle ? name : `${section.label.replace(/指标$/u, "")}·${name}`,
    counts,
    text: counts.join("／"),
  };
}
