/** Summary → ReportView. */
import type { CurrencyUnit, Rounding, Summary } from "@zipingbiao/core";
import { chineseDate } from "../chinese-date.ts";
import type { Passage, ReportView } from "./report-view.ts";
import { type ReportWords, reportWords, yearsText } from "./report-words.ts";
import { viewAnnexes } from "./view-annexes.ts";
import { viewBasics } from "./view-basics.ts";
import { viewCharts } from "./view-charts.ts";
import { viewIndicators } from "./view-indicators.ts";
import { viewMeasures } from "./view-measures.ts";
import { viewProblems } from "./view-problems.ts";
import { viewResults } from "./view-results.ts";

/** What the forms do not say. */
export interface ReportOptions {
  /** Whose report it is, in the title and below it; default: the competent department, if there is exactly one. */
  readonly owner?: string;
  /** The day of signing, `2025-03-01`; none is made up. */
  readonly date?: string;
}

const SUBJECT = "财政项目支出绩效自评汇总报告";

/** All texts of the report, finished. Every figure is the summary's; sentences say what the figures say and no more. */
export function viewReport(summary: Summary, options: ReportOptions = {}): ReportView {
  const { basics } = summary;
  const words = reportWords(summary);
  const charts = viewCharts(summary, words);
  const owner = options.owner ?? (basics.departments.length === 1 ? (basics.departments[0] ?? "") : "");
  const years = yearsText(basics.years);
  return {
    kind: "report",
    about: {
      title: `${owner}${years}${SUBJECT}`,
      subject: `${years}${SUBJECT}`,
      author: owner,
      keywords: [SUBJECT, ...basics.years.map((year) => `${year}年度`), ...basics.departments],
    },
    title: titleLines(owner, years, basics.years.length > 1),
    opening: [openingText(summary, words)],
    basics: viewBasics(summary, words, charts.rates),
    results: viewResults(summary, words, charts.spread),
    indicators: viewIndicators(summary, words, charts.groups),
    problems: viewProblems(summary, words),
    measures: viewMeasures(summary, words),
    remarks: viewRemarks(summary, words),
    signature: { unit: owner, date: options.date === undefined ? "" : chineseDate(options.date) },
    annexes: viewAnnexes(summary, words),
    charts,
  };
}

/** Broken where the sense does, as the standard asks: two years and the rest would not fit on one line. */
function titleLines(owner: string, years: string, severalYears: boolean): readonly string[] {
  const subject = severalYears ? [years, SUBJECT] : [`${years}${SUBJECT}`];
  return owner === "" ? subject : [owner, ...subject];
}

function openingText({ basics, projects }: Summary, { unit }: ReportWords): string {
  const forms = projects.length === 1 ? "1份财政项目支出绩效自评表" : `${projects.length}份财政项目支出绩效自评表`;
  return `现将${yearsText(basics.years)}财政项目支出绩效自评情况汇总如下。本报告依据${forms}编制，所列数据由各表填报数汇总得出，金额单位为${unit}。`;
}

const CUTS: Readonly<Record<Rounding["mode"], string>> = {
  truncate: "其后数字舍去，不四舍五入",
  "half-up": "其后数字四舍五入",
  up: "其后有余数即进位",
};

function viewRemarks(summary: Summary, words: ReportWords): Passage {
  const remarks = [
    amountRemark(summary, words.unit),
    rateRemark(summary),
    "平均得分、得分率和占比保留两位小数，其后数字舍去，各项占比之和可能不足100%。加权平均得分以全年预算数为权数。",
    "指标完成与否按年度指标值与实际完成值比较认定；以文字表述、无从比较的，依表中所填“达成指标”“部分达成指标”等用语认定；仍不能认定的，列为无法判断，不计入完成或未完成。",
    "空白或无法辨认的数字不计入合计，也不按零处理。",
  ];
  return { heading: "编制说明", paragraphs: remarks.map((remark, at) => `${at + 1}.${remark}`) };
}

function amountRemark({ projects }: Summary, unit: CurrencyUnit): string {
  const units = new Set(projects.map(({ currencyUnit }) => currencyUnit));
  const mixed = units.size > 1 ? `各表金额单位不一，统一换算为${unit}。` : "";
  return `金额按各表所填数额相加，不作取舍。${mixed}`;
}

function rateRemark({ basics, projects }: Summary): string {
  const own = new Set(projects.map(({ edition }) => edition.rateRounding.value.mode));
  const { mode, places } = basics.rateRounding;
  const digits = places === 2 ? "两" : String(places);
  const each = own.size > 1 ? "；单个项目的执行率按其所用表式的规则取舍" : "";
  return `执行率为全年执行数除以全年预算数，合计数先加总后相除，以百分比表示，保留${digits}位小数，${CUTS[mode]}${each}；分档和高低的比较以取舍前的数为准。`;
}
