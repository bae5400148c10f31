/** What all parts of an expected report share. */
import { type ExpectedLine, cells } from "./expected-line.ts";
import type { ExpectedChart, ExpectedCharts } from "./expected-charts.ts";
import type { Reckoned } from "./reckoned.ts";

export interface Page extends Reckoned {
  readonly charts: ExpectedCharts;
  /** The number of the next table: 表1, 表2, … in the order of the page. */
  readonly nextTable: () => string;
}

/** Without blank rows, as lines of the page are compared; headings of columns have no figures, but stand between those that do. */
export function tableLines(
  number: string,
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  remark?: ExpectedLine,
): readonly ExpectedLine[] {
  return [
    cells(`${number}　${title}`),
    cells(...columns),
    ...rows.map((row) => cells(...row)),
    ...(remark === undefined ? [] : [remark]),
  ];
}

export function captionLines(chart: ExpectedChart | undefined): readonly ExpectedLine[] {
  return chart === undefined ? [] : [cells(chart.caption)];
}
