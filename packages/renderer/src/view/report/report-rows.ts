/** A report as rows of texts, in the order of the page. */
import type { ChartView } from "../chart-view.ts";
import type { AnnexView, GroupRow, Passage, ReportView, TableView } from "./report-view.ts";

export function reportRows(view: ReportView): string[][] {
  const { title, basics, results, indicators, problems, measures, annexes, charts } = view;
  return [
    ...title.map((line) => [line]),
    ...view.opening.map((text) => [text]),
    [basics.heading],
    ...passage(basics.projects),
    ...passage(basics.funds),
    ...table(basics.funds.table),
    ...passage(basics.rates),
    ...chart(charts.rates),
    ...basics.comparisons.flatMap((comparison) => [...passage(comparison), ...table(comparison.table)]),
    [results.heading],
    ...passage(results.scores),
    ...table(results.scores.bands),
    ...passage(results.grades),
    ...table(results.grades.table),
    ...chart(charts.grades),
    ...passage(results.ranks),
    ...table(results.ranks?.best),
    ...table(results.ranks?.worst),
    ...passage(results.spread),
    ...chart(charts.spread),
    [indicators.heading],
    ...passage(indicators.overall),
    ...groupTable(indicators.groups),
    ...chart(charts.groups),
    ...passage(indicators.missed),
    [problems.heading],
    ...passage(problems.findings),
    ...table(problems.findings.table),
    ...passage(problems.reasons),
    ...table(problems.reasons.table),
    [measures.heading],
    ...passage(measures.deviations),
    ...table(measures.deviations.table),
    ...passage(measures.others),
    ...table(measures.others?.table),
    ...passage(view.remarks),
    [view.signature.unit],
    [view.signature.date],
    ...annex(annexes.projects),
    ...annex(annexes.missed),
    ...annex(annexes.findings),
  ];
}

function passage(view: Passage | null): string[][] {
  return view === null ? [] : [[view.heading], ...view.paragraphs.map((text) => [text])];
}

function chart(view: ChartView | null): string[][] {
  return view === null ? [] : [[view.caption]];
}

/** The values of a row stand in the order of the columns. */
function table<Columns extends object>(view: TableView<Columns> | null | undefined): string[][] {
  if (view === null || view === undefined) return [];
  return [[view.title], ...[view.columns, ...view.rows].map((row) => cells(view.columns, row)), [view.remark]];
}

function cells<Columns extends object>(columns: Columns, row: Columns): string[] {
  return Object.keys(columns).map((name) => String(row[name as keyof Columns]));
}

function groupTable(view: ReportView["indicators"]["groups"]): string[][] {
  if (view === null) return [];
  const row = ({ level1, ...others }: GroupRow) => {
    const { level2, indicators, met, missed, unjudged, weight, score, rate } = others;
    return [level1?.text ?? "", level2, indicators, met, missed, unjudged, weight, score, rate];
  };
  return [[view.title], cells(view.columns, view.columns), ...view.rows.map(row), [view.remark]];
}

function annex<Row extends object>(view: AnnexView<Row> | null): string[][] {
  if (view === null) return [];
  const rows = view.groups.flatMap((group) => [[group.heading], ...group.rows.map((row) => cells(view.columns, row))]);
  return [[view.label], [view.title], cells(view.columns, view.columns), ...rows, [view.remark]];
}
