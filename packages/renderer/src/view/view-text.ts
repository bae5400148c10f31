/** A view as plain text: goldens, the terminal, and the check of a PDF's text layer. */
import { FUND_COLUMNS, INDICATOR_FIELDS } from "@zipingbiao/core";
import type { CaptionedText, FormView } from "./form-view.ts";
import type { VolumeView } from "./volume-view.ts";
import type { CorrectionView } from "./correction-view.ts";
import { reportRows } from "./report/report-rows.ts";
import type { ReportView } from "./report/report-view.ts";

/** Every kind of page that is laid out by a template. */
export type PrintedView = FormView | VolumeView | CorrectionView | ReportView;

/** Every text that is printed, one entry a cell, in the order of the page; blank cells are left out. */
export function viewText(view: PrintedView): string[] {
  return viewRows(view).flatMap((row) => row.filter((text) => text !== ""));
}

/** The rows of the printed table with their blank cells; a merged cell's text stands in its first row. */
export function viewRows(view: PrintedView): string[][] {
  switch (view.kind) {
    case "form":
      return formRows(view);
    case "volume":
      return volumeRows(view);
    case "correction":
      return correctionRows(view);
    case "report":
      return reportRows(view);
  }
}

function correctionRows(view: CorrectionView): string[][] {
  return [
    [view.title],
    [view.opening],
    ...view.facts.map(pair),
    [view.lead],
    ...[view.columns, ...view.changes].map((row) => [row.number, row.place, row.before, row.after, row.cause]),
    [view.remark],
    [view.signature.unit],
    [view.signature.date],
  ];
}

function volumeRows(view: VolumeView): string[][] {
  const { columns } = view;
  const list = view.forms.map(({ number, form }) => [number, form.project.text, form.implementingUnit.text]);
  return [
    [view.title],
    [view.subtitle],
    [columns.number, columns.project, columns.unit],
    ...list,
    ...view.forms.flatMap(({ form }) => formRows(form)),
  ];
}

function formRows(view: FormView): string[][] {
  const { funds, overallGoal, indicators, total } = view;
  const lead = indicators.block === null ? [] : [""];
  return [
    [view.title],
    [view.fiscalYear],
    pair(view.project),
    [...pair(view.competentDepartment), ...pair(view.implementingUnit)],
    [funds.caption, "", ...FUND_COLUMNS.map((column) => funds.columns[column])],
    ...funds.rows.map((row) => ["", row.caption, ...FUND_COLUMNS.map((column) => row[column])]),
    [overallGoal.caption, overallGoal.expected.caption, overallGoal.actual.caption],
    ["", overallGoal.expected.text, overallGoal.actual.text],
    [
      ...(indicators.block === null ? [] : [indicators.block.caption]),
      ...INDICATOR_FIELDS.map((field) => indicators.columns[field]),
    ],
    ...indicators.rows.map((row) => [
      ...lead,
      row.level1?.text ?? "",
      row.level2?.text ?? "",
      row.name,
      row.target,
      row.actual,
      row.weight,
      row.score,
      row.deviationNote,
    ]),
    [...lead, total.caption, total.weight, total.score],
    ...(view.rating === null ? [] : [pair(view.rating)]),
    ...(view.notes === null ? [] : [pair(view.notes)]),
  ];
}

function pair({ caption, text }: CaptionedText): string[] {
  return [caption, text];
}
