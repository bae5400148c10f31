/** Every line of a report, from the second reckoning. */
import { type ExpectedLine, cells, says } from "./expected-line.ts";
import { type ExpectedCharts, expectedCharts } from "./expected-charts.ts";
import { closingLines } from "./annex-lines.ts";
import { basicsLines } from "./basics-lines.ts";
import { indicatorLines } from "./indicator-lines.ts";
import { problemLines } from "./problem-lines.ts";
import { type Reckoned, yearsText } from "./reckoned.ts";
import { resultsLines } from "./results-lines.ts";

const SUBJECT = "财政项目支出绩效自评汇总报告";

export interface ExpectedReport {
  readonly lines: readonly ExpectedLine[];
  readonly charts: ExpectedCharts;
  /** The texts that a file says of itself: title, subject, author, keywords. */
  readonly about: readonly string[];
  /** Rows that the labels of 一级指标 are merged over. */
  readonly spans: readonly number[];
}

/** Of a report whose owner is its one department, if it has one; `signedOn` is the day below it, `""` for none. */
export function expectedReport(reckoned: Reckoned, signedOn: string): ExpectedReport {
  const { plain } = reckoned;
  const charts = expectedCharts(reckoned);
  let tables = 0;
  const page = { ...reckoned, charts, nextTable: () => `表${++tables}` };
  const owner = plain.departments.length === 1 ? (plain.departments[0] ?? "") : "";
  const years = yearsText(plain.years);
  const title = [owner, ...(plain.years.length > 1 ? [years, SUBJECT] : [years + SUBJECT])];
  return {
    charts,
    spans: plain.indicators.indicators === 0 ? [] : [...plain.sections.map(({ groups }) => groups.length), 1],
    about: [
      owner + years + SUBJECT,
      years + SUBJECT,
      owner,
      SUBJECT,
      ...plain.years.map((year) => `${year}年度`),
      ...plain.departments,
    ],
    lines: [
      ...title.filter((line) => line !== "").map((line) => cells(line)),
      says(years, `${plain.forms}份`, `金额单位为${plain.currencyUnit}`),
      ...basicsLines(page),
      ...resultsLines(page),
      ...indicatorLines(page),
      ...problemLines(page),
      ...closingLines(page, signedOn),
    ],
  };
}
