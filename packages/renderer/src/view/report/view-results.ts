/** 二、自评结果 */
import {
  type Extreme,
  type Ranking,
  type Results,
  type Summary,
  compareScores,
  formatScore,
  printAverage,
  printShare,
} from "@zipingbiao/core";
import type { ChartView } from "../chart-view.ts";
import type { BandTexts, RankTexts, ResultsView, TableView } from "./report-view.ts";
import {
  NO_FIGURE,
  type ReportWords,
  calledAll,
  nameOf,
  points,
  projectRate,
  numberOf,
  subheadings,
  whoText,
} from "./report-words.ts";
import { THINNED } from "./view-charts.ts";
import { viewGrades } from "./view-grades.ts";

/** `spread` is the chart that shows totals against rates, if the report has it. */
export function viewResults(summary: Summary, words: ReportWords, spread: ChartView | null): ResultsView {
  const { results } = summary;
  const heading = subheadings();
  return {
    heading: "二、自评结果",
    scores: {
      heading: heading("得分情况"),
      paragraphs: [scoresText(results, words)],
      bands: results.counted > 1 ? bandTable(results, words) : null,
    },
    grades: viewGrades(summary, words, heading),
    ranks: viewRanks(summary, words, heading),
    spread:
      spread === null
        ? null
        : {
            heading: heading("得分与执行率"),
            paragraphs: [
              `各项目得分与执行率的对应情况见${numberOf(spread.caption)}。` +
                `图中数字为附表1的序号，位置相近的只标出其中一部分${isThinned(spread) ? `；${THINNED}` : ""}。`,
            ],
          },
  };
}

function isThinned(chart: ChartView): boolean {
  return chart.kind === "scatter" && chart.isThinned;
}

function scoresText(results: Results, words: ReportWords): string {
  const left = [...new Set(results.leftOut.map(({ project }) => project))];
  const without = left.length === 0 ? "" : `${calledAll(left, words)}的总分空白或无法辨认，未计入。`;
  const { highest, lowest, counted } = results;
  if (highest === undefined || lowest === undefined || results.average === undefined) return without;
  if (counted === 1) return `自评总分${points(highest.score)}分。${without}`;
  return `${averageText(results)}。${rangeText(highest, lowest, words)}。${fullMarksText(results)}${without}`;
}

function averageText({ average, weighted, counted }: Results): string {
  const over = weighted.counted === counted ? "" : `（${weighted.counted}个项目）`;
  const byBudget =
    weighted.average === undefined ? "" : `，按全年预算数加权平均${printAverage(weighted.average)}分${over}`;
  return `${counted}个项目自评总分平均${average === undefined ? NO_FIGURE : printAverage(average)}分${byBudget}`;
}

function rangeText(highest: Extreme, lowest: Extreme, words: ReportWords): string {
  if (highest.score.points.equals(lowest.score.points)) return `各项目均为${points(highest.score)}分`;
  const who = ({ score, projects }: Extreme) => `${points(score)}分，${whoText(projects, words)}`;
  return `最高${who(highest)}；最低${who(lowest)}`;
}

function fullMarksText({ fullMarks, counted }: Results): string {
  if (fullMarks === 0) return "没有得满分的项目。";
  return `得满分的项目${fullMarks}个，占${printShare(fullMarks, counted) ?? ""}%。`;
}

function bandTable({ bands, counted, highest }: Results, words: ReportWords): TableView<BandTexts> {
  const top = bands[0]?.from;
  const isWhole = top !== undefined && highest !== undefined && compareScores(highest.score, top) <= 0;
  return {
    title: words.tableTitle("得分分布"),
    columns: { band: "自评总分", forms: "项目数", share: "占比" },
    rows: bands.map(({ from, below, forms }, at) => ({
      band:
        at === 0 && isWhole ? `${formatBare(top)}分` : bandLabel(from && formatBare(from), below && formatBare(below)),
      forms: String(forms),
      share: `${printShare(forms, counted) ?? ""}%`,
    })),
    remark: "注：各档含下限，不含上限。",
  };
}

function formatBare(score: Parameters<typeof formatScore>[0]): string {
  return formatScore(score).replace(/\.00$/, "");
}

function bandLabel(from: string | undefined, below: string | undefined): string {
  if (from === undefined) return `${below ?? ""}分以下`;
  return below === undefined ? `${from}分及以上` : `${from}—${below}分`;
}

/** A list of the best and the worst is of use only where it is no list of all. */
const WORTH_RANKING = 10;

function viewRanks({ results }: Summary, words: ReportWords, heading: (text: string) => string): ResultsView["ranks"] {
  const { best, worst, highest, lowest } = results;
  if (results.counted <= WORTH_RANKING || highest === undefined || lowest === undefined) return null;
  if (compareScores(highest.score, lowest.score) === 0) return null;
  const title = heading("得分较高和较低的项目");
  const bestTable = rankTable(best, "得分较高的项目", words);
  const worstTable = rankTable(worst, "得分较低的项目", words);
  return {
    heading: title,
    paragraphs: [
      `${whereText(bestTable, "高")}${sharedText(best, "高", lowest)}${whereText(worstTable, "低")}${sharedText(worst, "低", highest)}`,
    ],
    best: bestTable,
    worst: worstTable,
  };
}

function whereText(table: TableView<RankTexts> | null, which: "高" | "低"): string {
  return table === null ? "" : `得分较${which}的项目见${numberOf(table.title)}。`;
}

/** Where the list would have to go on to the `other` end, nothing is left to tell. */
function sharedText({ shared, places }: Ranking, which: "高" | "低", other: Extreme): string {
  if (shared === undefined || compareScores(shared.score, other.score) === 0) return "";
  const place =
    shared.rank === 1 ? `得分最${which}` : `由${which === "高" ? "高到低" : "低到高"}并列第${shared.rank}位`;
  const where = places.length === 0 ? "不逐一列出" : "未列入表中";
  return `${place}的项目有${shared.forms}个，均为${points(shared.score)}分，${where}。`;
}

function rankTable({ places }: Ranking, title: string, words: ReportWords): TableView<RankTexts> | null {
  if (places.length === 0) return null;
  return {
    title: words.tableTitle(title),
    columns: { rank: "位次", project: "项目名称", unit: "实施单位", rate: "执行率", score: "得分" },
    rows: places.map(({ rank, score, project }) => ({
      rank: String(rank),
      project: nameOf(project),
      unit: project.unit,
      rate: projectRate(project),
      score: points(score),
    })),
    remark: "",
  };
}
