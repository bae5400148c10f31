/** A view as plain text: goldens, the terminal, and the check of a PDF's text layer. */
import { FUND_COLUMNS, INDICATOR_FIELDS } from "@zipingbiao/core";
import type { CaptionedText, FormView } from "./form-view.ts";
import type { ProjectList, ProjectTexts, UnpublishedTexts, VolumeView } from "./volume-view.ts";
import type { CorrectionView } from "./correction-view.ts";

/** Every kind of page that is laid out by a template. */
export type PrintedView = FormView | VolumeView | CorrectionView;

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
  const { cover, contents, list, unpublished } = view;
  return [
    [cover.period],
    [cover.name],
    [cover.extent],
    ...cover.bodies.map((body) => [body]),
    [contents.title],
    [contents.columns.number, contents.columns.project, contents.columns.unit, contents.columns.page],
    ...contents.rows.map(({ part, entry }) =>
      entry === null ? [part?.title ?? ""] : [entry.number, entry.project + entry.year, entry.unit],
    ),
    [list.title],
    [...projectRow(withCurrency(list)), list.columns.page],
    ...list.groups.flatMap(({ title, rows }) => [
      ...(title === "" ? [] : [[title]]),
      ...rows.map((row) => projectRow({ ...row, project: row.project + row.year })),
    ]),
    ...(list.remark === "" ? [] : [[list.remark]]),
    ...view.groups.flatMap(({ divider, forms }) => [
      ...(divider === null ? [] : [[divider.title], [divider.extent]]),
      ...forms.flatMap(({ form }) => formRows(form)),
    ]),
    ...(unpublished === null
      ? []
      : [[unpublished.title], unpublishedRow(unpublished.columns), ...unpublished.rows.map(unpublishedRow)]),
  ];
}

function withCurrency({ columns, currency }: ProjectList): ProjectTexts {
  return { ...columns, budget: columns.budget + currency, execution: columns.execution + currency };
}

function projectRow({ number, project, unit, budget, execution, rate, score, rating }: ProjectTexts): string[] {
  return [number, project, unit, budget, execution, rate, score, rating];
}

function unpublishedRow({ number, fiscalYear, project, unit, status, reason, signed }: UnpublishedTexts): string[] {
  return [number, fiscalYear, project, unit, status, reason, signed];
}

function formRows(view: FormView): string[][] {
  const { funds, overallGoal, indicators, total } = view;
  const lead = indicators.block === null ? [] : [""];
  return [
    ...(view.heading === null ? [] : [[view.heading.text]]),
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
