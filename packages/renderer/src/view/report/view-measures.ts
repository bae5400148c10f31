/** 五、改进措施: quoted from the forms, with their source. */
import type { IndicatorLine, Quotation, Summary } from "@zipingbiao/core";
import { MOST_ROWS, inWorkbook } from "./most-rows.ts";
import type { MeasuresView, QuoteTexts, TableView } from "./report-view.ts";
import { type ReportWords, called, subheadings } from "./report-words.ts";
import { isDeviation } from "./view-problems.ts";

const COLUMN = "“偏差原因分析及改进措施”";

export function viewMeasures(summary: Summary, words: ReportWords): MeasuresView {
  const heading = subheadings();
  const { deviations, remarks } = summary.quotations;
  return {
    heading: "五、改进措施",
    deviations: {
      heading: heading("偏差原因和改进措施"),
      paragraphs: [
        deviations.length === 0
          ? nothingText(summary)
          : `以下摘自自评表${COLUMN}一栏，照录原文，注明出处；文字相同的合为一条。`,
      ],
      table: deviations.length === 0 ? null : quoteTable("偏差原因和改进措施摘录", deviations, words),
    },
    others:
      remarks.length === 0
        ? null
        : {
            heading: heading("其他说明"),
            paragraphs: [`完成或无法判断且未扣分的指标，在${COLUMN}一栏另有以下说明。`],
            table: quoteTable("其他说明摘录", remarks, words),
          },
  };
}

function nothingText({ indicators }: Summary): string {
  return indicators.lines.some(isDeviation)
    ? `未完成或扣分的指标，在${COLUMN}一栏没有可供摘录的内容。`
    : "没有未完成或扣分的指标，没有需要摘录的偏差原因和改进措施。";
}

function quoteTable(title: string, quotations: readonly Quotation[], words: ReportWords): TableView<QuoteTexts> {
  return {
    title: words.tableTitle(title),
    columns: { number: "序号", quote: "原文", source: "出处" },
    rows: quotations.slice(0, MOST_ROWS).map(({ text, lines }, at) => ({
      number: String(at + 1),
      quote: text,
      source: sourceText(lines, words),
    })),
    remark:
      quotations.length <= MOST_ROWS
        ? ""
        : `共${quotations.length}条，只列前${MOST_ROWS}条，其余${inWorkbook("指标")}。`,
  };
}

/** Projects that are named as the source of one quotation. */
const MOST_SOURCES = 20;

/** The projects with their indicators: `“公共数据平台运维”：巡检次数、满意度；…` */
function sourceText(lines: readonly IndicatorLine[], words: ReportWords): string {
  const byProject = [...Map.groupBy(lines, ({ project }) => project)];
  const others = byProject.length - MOST_SOURCES;
  return byProject
    .slice(0, MOST_SOURCES)
    .map(([project, rows]) => `${called(project, words)}：${rows.map(({ name }) => name || "（名称空白）").join("、")}`)
    .concat(others > 0 ? [`另有${others}个项目`] : [])
    .join("；");
}
