/** How a report prints figures and names. */
import {
  type Cell,
  type CurrencyUnit,
  type Money,
  type ProjectLine,
  type Rate,
  type Score,
  type Summary,
  formatPercent,
  formatScore,
  groupThousands,
  printAmount,
  textOf,
} from "@zipingbiao/core";

/** Stands where there is no figure. */
export const NO_FIGURE = "—";

/** The ways of printing that all parts of one report share. */
export interface ReportWords {
  readonly unit: CurrencyUnit;
  /** With thousands separators, without its unit. */
  readonly amount: (amount: Money) => string;
  /** A rate of sums, with its sign. */
  readonly rate: (rate: Rate | undefined) => string;
  /** Whose projects: names of units are needed to tell them apart. */
  readonly severalUnits: boolean;
  readonly severalYears: boolean;
  /** Number the tables and charts of the report as they are asked for: 表1, 表2, … */
  readonly tableTitle: (title: string) => string;
  readonly chartTitle: (title: string) => string;
}

export function reportWords({ basics }: Summary): ReportWords {
  const { currencyUnit: unit, rateRounding } = basics;
  let tables = 0;
  let charts = 0;
  return {
    unit,
    amount: (amount) => printAmount(amount, unit),
    rate: (rate) => (rate === undefined ? NO_FIGURE : `${formatPercent(rate, rateRounding)}%`),
    severalUnits: basics.units.length > 1,
    severalYears: basics.years.length > 1,
    tableTitle: (title) => `表${++tables}　${title}`,
    chartTitle: (title) => `图${++charts}　${title}`,
  };
}

/** The rate of one project, cut as its edition does. */
export function projectRate({ funds, edition }: ProjectLine): string {
  const { rate } = funds.total;
  return rate.kind === "none" ? NO_FIGURE : `${formatPercent(rate.rate, edition.rateRounding.value)}%`;
}

/** A cell that was read by `print`, any other as it stands. */
export function cellText<T>(cell: Cell<T>, print: (value: T) => string): string {
  if (cell.kind === "read") return print(cell.value);
  const text = textOf(cell).trim();
  return text === "" ? NO_FIGURE : text;
}

export function points(score: Score): string {
  return groupThousands(formatScore(score));
}

/** `“公共数据平台运维”`, with its year and unit where the report has several. */
export function called(project: ProjectLine, words: ReportWords): string {
  return `${quoted(nameOf(project))}${aside(project, words)}`;
}

/** In quotation marks; a name that has such marks itself gets others around it. */
export function quoted(name: string): string {
  return /[“”]/u.test(name) ? `「${name}」` : `“${name}”`;
}

/** `（2024年度，上海市大数据中心）`, what is needed to tell projects apart; `""` where the report has one of each. */
export function aside({ fiscalYear, unit }: ProjectLine, { severalUnits, severalYears }: ReportWords): string {
  const about = [...(severalYears ? [`${fiscalYear}年度`] : []), ...(severalUnits && unit !== "" ? [unit] : [])];
  return about.length === 0 ? "" : `（${about.join("，")}）`;
}

export function nameOf({ projectName, number }: ProjectLine): string {
  return projectName === "" ? `第${number}号项目（名称空白）` : projectName;
}

/** All of a few projects by name; of more, the number. */
export function calledAll(projects: readonly ProjectLine[], words: ReportWords): string {
  const [first, ...others] = projects;
  if (first === undefined) return "";
  if (others.length >= NAMED) return `${projects.length}个项目`;
  // 引号与引号之间不用顿号。
  return projects
    .map((project) => called(project, words))
    .join("、")
    .replaceAll("”、“", "”“");
}

/** How those with one figure are told after it: `共24个项目`, or `为“公共数据平台运维”` with names. */
export function whoText(projects: readonly ProjectLine[], words: ReportWords): string {
  return `${projects.length > NAMED ? "共" : "为"}${calledAll(projects, words)}`;
}

const NAMED = 3;

/** The number of a table or chart, 表3 or 图1, without the words behind it. */
export function numberOf(title: string): string {
  return title.replace(/　.*$/su, "");
}

/** `2021年度和2024年度` */
export function yearsText(years: readonly number[]): string {
  return listed(years.map((year) => `${year}年度`));
}

/** `甲、乙和丙` */
export function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join("、")}和${last}`;
}

/** Headings of the second level, numbered as they are asked for. */
export function subheadings(): (heading: string) => string {
  let number = 0;
  return (heading) => `（${NUMERALS.charAt(number++)}）${heading}`;
}

const NUMERALS = "一二三四五六七八九十";
