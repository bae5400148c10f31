/** A view as labelled cells, in the order of the page: what `viewText` gives, each text with the name of its place. */
import { FUND_COLUMNS, INDICATOR_FIELDS } from "@zipingbiao/core";
import type { CorrectionView } from "./correction-view.ts";
import type { CaptionedText, FormView, IndicatorsView } from "./form-view.ts";
import type { PrintedView } from "./view-text.ts";
import type { VolumeView } from "./volume-view.ts";

export interface ViewCell {
  /** `日常巡检次数 · 得分`; of a caption, `栏目「得分」`. */
  readonly label: string;
  readonly text: string;
  /** Wording of the form itself, not of one project; a caption may be printed again on the next page. */
  readonly isCaption: boolean;
}

/** Every text that is printed, blank cells left out. */
export function viewCells(view: PrintedView): ViewCell[] {
  return allCells(view).filter(({ text }) => text !== "");
}

function allCells(view: PrintedView): ViewCell[] {
  switch (view.kind) {
    case "form":
      return formCells(view);
    case "volume":
      return volumeCells(view);
    case "correction":
      return correctionCells(view);
  }
}

const value = (label: string, text: string): ViewCell => ({ label, text, isCaption: false });
const caption = (text: string): ViewCell => ({ label: `栏目「${text}」`, text, isCaption: true });

function pair({ caption: name, text }: CaptionedText): ViewCell[] {
  return [caption(name), value(name, text)];
}

function correctionCells(view: CorrectionView): ViewCell[] {
  const { columns } = view;
  const names = ["number", "place", "before", "after", "cause"] as const;
  return [
    value("标题", view.title),
    value("首段", view.opening),
    ...view.facts.flatMap(pair),
    caption(view.lead),
    ...names.map((name) => caption(columns[name])),
    ...view.changes.flatMap((change) =>
      names.map((name) => value(`第 ${change.number} 处改动 · ${columns[name]}`, change[name])),
    ),
    value("附注", view.remark),
    value("落款单位", view.signature.unit),
    value("落款日期", view.signature.date),
  ];
}

function volumeCells(view: VolumeView): ViewCell[] {
  const { columns } = view;
  return [
    value("汇编标题", view.title),
    value("汇编副标题", view.subtitle),
    ...[columns.number, columns.project, columns.unit].map(caption),
    ...view.forms.flatMap(({ number, form }) => [
      value(`目录第 ${number} 行 · ${columns.number}`, number),
      value(`目录第 ${number} 行 · ${columns.project}`, form.project.text),
      value(`目录第 ${number} 行 · ${columns.unit}`, form.implementingUnit.text),
    ]),
    ...view.forms.flatMap(({ form }) =>
      formCells(form).map((cell) => ({ ...cell, label: `「${form.project.text}」${cell.label}` })),
    ),
  ];
}

function formCells(view: FormView): ViewCell[] {
  const { funds, overallGoal, indicators, total } = view;
  return [
    value("标题", view.title),
    value("年度", view.fiscalYear),
    ...pair(view.project),
    ...pair(view.competentDepartment),
    ...pair(view.implementingUnit),
    caption(funds.caption),
    ...FUND_COLUMNS.map((column) => caption(funds.columns[column])),
    ...funds.rows.flatMap((row) => [
      caption(row.caption),
      ...FUND_COLUMNS.map((column) => value(`${row.caption} · ${funds.columns[column]}`, row[column])),
    ]),
    ...[overallGoal.caption, overallGoal.expected.caption, overallGoal.actual.caption].map(caption),
    value(overallGoal.expected.caption, overallGoal.expected.text),
    value(overallGoal.actual.caption, overallGoal.actual.text),
    ...indicatorCells(indicators),
    caption(total.caption),
    value(`${total.caption} · ${indicators.columns.weight}`, total.weight),
    value(`${total.caption} · ${indicators.columns.score}`, total.score),
    ...(view.rating === null ? [] : pair(view.rating)),
    ...(view.notes === null ? [] : pair(view.notes)),
  ];
}

function indicatorCells({ block, columns, rows }: IndicatorsView): ViewCell[] {
  return [
    ...(block === null ? [] : [caption(block.caption)]),
    ...INDICATOR_FIELDS.map((field) => caption(columns[field])),
    ...rows.flatMap((row, at) =>
      INDICATOR_FIELDS.map((field) => {
        const cell = row[field];
        const text = typeof cell === "string" ? cell : (cell?.text ?? "");
        return value(`第 ${at + 1} 行指标「${row.name}」 · ${columns[field]}`, text);
      }),
    ),
  ];
}
