/** ReportView → its rows of labelled cells, in the order of the page. */
import type { ChartView } from "../chart-view.ts";
import { type CellRow, caption, value } from "../labelled-cell.ts";
import type { AnnexView, GroupRow, Passage, ReportView, TableView } from "./report-view.ts";

export function reportCells(view: ReportView): CellRow[] {
  const { title, basics, results, indicators, problems, measures, annexes, charts } = view;
  return [
    ...title.map((line) => [value("标题", line)]),
    ...view.opening.map((text) => [value("开头", text)]),
    [caption(basics.heading)],
    ...passage(basics.projects),
    ...passage(basics.funds),
    ...table(basics.funds.table),
    ...passage(basics.rates),
    ...basics.comparisons.flatMap((comparison) => [...passage(comparison), ...table(comparison.table)]),
    ...chart(charts.rates),
    [caption(results.heading)],
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
    [caption(indicators.heading)],
    ...passage(indicators.overall),
    ...groupTable(indicators.groups),
    ...chart(charts.groups),
    ...passage(indicators.missed),
    [caption(problems.heading)],
    ...passage(problems.findings),
    ...table(problems.findings.table),
    ...passage(problems.reasons),
    ...table(problems.reasons.table),
    [caption(measures.heading)],
    ...passage(measures.deviations),
    ...table(measures.deviations.table),
    ...passage(measures.others),
    ...table(measures.others?.table),
    ...passage(view.remarks),
    [value("落款单位", view.signature.unit)],
    [value("落款日期", view.signature.date)],
    ...annex(annexes.projects),
    ...annex(annexes.missed),
    ...annex(annexes.findings),
  ];
}

function passage(view: Passage | null): CellRow[] {
  if (view === null) return [];
  return [[caption(view.heading)], ...view.paragraphs.map((text) => [value(view.heading, text)])];
}

function chart(view: ChartView | null): CellRow[] {
  return view === null ? [] : [[value("图题", view.caption)]];
}

function table<Columns extends object>(view: TableView<Columns> | null | undefined): CellRow[] {
  if (view === null || view === undefined) return [];
  return rows(view.title, view.columns, view.rows, view.remark);
}

function groupTable(view: ReportView["indicators"]["groups"]): CellRow[] {
  if (view === null) return [];
  const texts = view.rows.map(({ level1, ...others }: GroupRow) => ({ ...others, level1: level1?.text ?? "" }));
  return rows(view.title, view.columns, texts, view.remark);
}

function annex<Row extends object>(view: AnnexView<Row> | null): CellRow[] {
  if (view === null) return [];
  const groups = view.groups.flatMap((group) => [
    [value(view.label, group.heading)],
    ...group.rows.map((row) => cells(`${view.label}「${group.heading}」`, view.columns, row)),
  ]);
  return [
    [caption(view.label)],
    [caption(view.title)],
    ...(groups.length === 0 ? [] : [headings(view.columns)]),
    ...groups,
    [value(`${view.label} · 注`, view.remark)],
  ];
}

function rows<Columns extends object>(
  title: string,
  columns: Columns,
  texts: readonly Columns[],
  remark: string,
): CellRow[] {
  return [
    [caption(title)],
    headings(columns),
    ...texts.map((row, at) => cells(`${title}第 ${at + 1} 行`, columns, row)),
    [value(`${title} · 注`, remark)],
  ];
}

function headings(columns: object): CellRow {
  return Object.values(columns).map((text) => caption(String(text)));
}

/** The values of a row stand in the order of the columns. */
function cells<Columns extends object>(place: string, columns: Columns, row: Columns): CellRow {
  return Object.entries(columns).map(([name, column]) =>
    value(`${place} · ${String(column)}`, String(row[name as keyof Columns])),
  );
}
