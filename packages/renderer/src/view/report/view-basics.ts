/** 一、基本情况 */
import {
  type FundRow,
  type FundSums,
  type LeftOutCell,
  type Money,
  type ProjectLine,
  type Rate,
  type Summary,
  FUND_ROWS,
} from "@zipingbiao/core";
import type { ChartView } from "../chart-view.ts";
import { bandsText, rateBands, ratedProjects } from "./rate-bands.ts";
import type { BasicsView, FundSumTexts, Passage, TableView } from "./report-view.ts";
import {
  NO_FIGURE,
  type ReportWords,
  calledAll,
  listed,
  nameOf,
  numberOf,
  projectRate,
  quoted,
  subheadings,
  whoText,
  yearsText,
} from "./report-words.ts";
import { viewComparison } from "./view-comparison.ts";

/** `rates` is the chart of the execution rates, if the report has it. */
export function viewBasics(summary: Summary, words: ReportWords, rates: ChartView | null): BasicsView {
  const heading = subheadings();
  return {
    heading: "一、基本情况",
    projects: { heading: heading("项目概况"), paragraphs: [projectsText(summary)] },
    funds: {
      heading: heading("资金安排和执行情况"),
      paragraphs: [fundsText(summary, words)],
      table: fundTable(summary, words),
    },
    rates: rates === null ? null : viewRates(summary, words, heading("各项目执行率"), rates),
    comparisons: viewComparison(summary, words, heading),
  };
}

const NAMED = 5;

function projectsText({ basics, projects }: Summary): string {
  const [only] = projects;
  const count = projects.length === 1 && only !== undefined ? `1个，为${quoted(nameOf(only))}` : `${projects.length}个`;
  const departments = basics.departments.length;
  const owner = departments === 1 ? (basics.departments[0] ?? "") : "";
  return `${yearsText(basics.years)}，${owner}编报绩效自评表的项目共${count}，${unitsText(basics)}。`;
}

function unitsText({ departments, units }: Summary["basics"]): string {
  const [only, ...others] = units;
  if (departments.length > 1) return `涉及${departments.length}个主管部门的${units.length}个实施单位`;
  if (only !== undefined && others.length === 0) return `实施单位为${only.unit === "" ? "空白" : only.unit}`;
  const names = units.length > NAMED ? "" : `，为${listed(units.map(({ unit }) => unit || "（空白）"))}`;
  return `涉及实施单位${units.length}个${names}`;
}

function fundsText({ basics, projects }: Summary, words: ReportWords): string {
  const { total } = basics.funds;
  const whole = projects.length === 1 ? "" : "合计";
  const amount = (column: string, sum: Money) => `${column}${whole}${words.amount(sum)}${words.unit}`;
  const initial =
    total.initialBudget.counted === 0 ? "年初预算数空白或无法辨认" : amount("年初预算数", total.initialBudget.sum);
  if (total.counted === 0) {
    const missing = `全年预算数或全年执行数空白、无法辨认，无法计算${whole === "" ? "" : "合计数和"}执行率`;
    return `${initial}；${missing}。${leftOutText({ ...total, leftOut: [] }, words)}`;
  }
  const rate = total.rate === undefined ? "全年预算数为零，无法计算执行率" : `执行率${words.rate(total.rate)}`;
  const sums = [initial, amount("全年预算数", total.annualBudget), amount("全年执行数", total.annualExecution), rate];
  return `${sums.join("，")}。${leftOutText(total, words)}`;
}

function leftOutText({ initialBudget, leftOut }: FundSums, words: ReportWords): string {
  const sentence = (cells: readonly LeftOutCell[], what: string): string =>
    cells.length === 0 ? "" : `${calledAll(projectsOf(cells), words)}的${what}。`;
  const initial = initialBudget.counted === 0 ? [] : initialBudget.leftOut;
  return (
    sentence(initial, "年初预算数空白或无法辨认，未计入合计") +
    sentence(leftOut, "全年预算数或全年执行数空白、无法辨认，这两项均未计入合计")
  );
}

function projectsOf(cells: readonly LeftOutCell[]): readonly ProjectLine[] {
  return [...new Set(cells.map(({ project }) => project))];
}

const SOURCES: Readonly<Record<FundRow, string>> = {
  total: "年度资金总额",
  currentYearAppropriation: "其中：当年财政拨款",
  carryover: "上年结转资金",
  otherFunds: "其他资金",
};

function fundTable({ basics }: Summary, words: ReportWords): TableView<FundSumTexts> {
  return {
    title: words.tableTitle(`资金安排和执行情况（${words.unit}）`),
    columns: {
      source: "资金来源",
      initialBudget: "年初预算数",
      annualBudget: "全年预算数",
      annualExecution: "全年执行数",
      rate: "执行率",
    },
    rows: FUND_ROWS.map((row) => fundRow(row, basics.funds[row], words)),
    remark: blankRemark(basics.funds),
  };
}

/** Parts that the same projects leave blank are named together. */
function blankRemark(funds: Readonly<Record<FundRow, FundSums>>): string {
  const parts = FUND_ROWS.filter((row) => row !== "total" && blanksOf(funds[row]).length > 0);
  if (parts.length === 0) return "";
  const alike = Map.groupBy(parts, (row) =>
    blanksOf(funds[row])
      .map(({ number }) => number)
      .toSorted((a, b) => a - b)
      .join(),
  );
  const texts = [...alike.values()].map((rows) => {
    const [first = "total"] = rows;
    return `${blanksOf(funds[first]).length}个项目的${listed(rows.map((row) => SOURCES[row].replace("其中：", "")))}`;
  });
  return `注：${texts.join("、")}空白或无法辨认，未计入。`;
}

function blanksOf({ initialBudget, leftOut }: FundSums): readonly ProjectLine[] {
  return projectsOf([...initialBudget.leftOut, ...leftOut]);
}

function fundRow(row: FundRow, sums: FundSums, words: ReportWords): FundSumTexts {
  const counted = sums.counted > 0;
  return {
    source: SOURCES[row],
    initialBudget: sums.initialBudget.counted > 0 ? words.amount(sums.initialBudget.sum) : NO_FIGURE,
    annualBudget: counted ? words.amount(sums.annualBudget) : NO_FIGURE,
    annualExecution: counted ? words.amount(sums.annualExecution) : NO_FIGURE,
    rate: words.rate(sums.rate),
  };
}

function viewRates(summary: Summary, words: ReportWords, heading: string, chart: ChartView): Passage {
  const { rated, unrated } = ratedProjects(summary.projects);
  const rates = rated.map(({ rate }) => rate);
  const [highest, lowest] = [extreme(rates, "highest"), extreme(rates, "lowest")];
  const withRate = (rate: Rate) =>
    rated.filter((each) => each.rate.ratio.equals(rate.ratio)).map(({ project }) => project);
  const [first] = withRate(highest);
  const spread = highest.ratio.equals(lowest.ratio)
    ? `各项目执行率均为${first === undefined ? "" : projectRate(first)}。`
    : `各项目执行率最高${rateAndWho(withRate(highest), words)}；最低${rateAndWho(withRate(lowest), words)}。` +
      `按执行率分档（各档含下限，不含上限），${bandsText(rateBands(rates))}。`;
  const without =
    unrated.length === 0 ? "" : `${calledAll(unrated, words)}的全年预算数为零、空白或无法辨认，无法计算执行率。`;
  return { heading, paragraphs: [spread + without + whereText(chart)] };
}

/** Too many projects for a bar each are shown by bands. */
function whereText({ kind, caption }: ChartView): string {
  return kind === "bars" ? `逐项见${numberOf(caption)}。` : `分布见${numberOf(caption)}，逐项见附表1。`;
}

function rateAndWho(projects: readonly ProjectLine[], words: ReportWords): string {
  const [first] = projects;
  return first === undefined ? "" : `${projectRate(first)}，${whoText(projects, words)}`;
}

/** Of at least one rate. */
function extreme(rates: readonly Rate[], which: "highest" | "lowest"): Rate {
  return rates.reduce((best, rate) =>
    (which === "highest" ? rate.ratio.greaterThan(best.ratio) : rate.ratio.lessThan(best.ratio)) ? rate : best,
  );
}
