/** FormView → its rows of labelled cells. */
import { FUND_COLUMNS, INDICATOR_FIELDS } from "@zipingbiao/core";
import type { FormView, IndicatorsView } from "./form-view.ts";
import { BLANK, type CellRow, caption, pair, value } from "./labelled-cell.ts";

export function formCells(view: FormView): CellRow[] {
  const { funds, overallGoal, indicators, total } = view;
  const lead = indicators.block === null ? [] : [BLANK];
  return [
    ...(view.heading === null ? [] : [[value("页眉标题", view.heading.text)]]),
    [value("标题", view.title)],
    [value("年度", view.fiscalYear)],
    pair(view.project),
    [...pair(view.competentDepartment), ...pair(view.implementingUnit)],
    [caption(funds.caption), BLANK, ...FUND_COLUMNS.map((column) => caption(funds.columns[column]))],
    ...funds.rows.map((row) => [
      BLANK,
      caption(row.caption),
      ...FUND_COLUMNS.map((column) => value(`${row.caption} · ${funds.columns[column]}`, row[column])),
    ]),
    [overallGoal.caption, overallGoal.expected.caption, overallGoal.actual.caption].map(caption),
    [
      BLANK,
      value(overallGoal.expected.caption, overallGoal.expected.text),
      value(overallGoal.actual.caption, overallGoal.actual.text),
    ],
    ...indicatorCells(indicators),
    [
      ...lead,
      caption(total.caption),
      value(`${total.caption} · ${indicators.columns.weight}`, total.weight),
      value(`${total.caption} · ${indicators.columns.score}`, total.score),
    ],
    ...(view.rating === null ? [] : [pair(view.rating)]),
    ...(view.notes === null ? [] : [pair(view.notes)]),
  ];
}

function indicatorCells({ block, columns, rows }: IndicatorsView): CellRow[] {
  const lead = block === null ? [] : [BLANK];
  return [
    [...(block === null ? [] : [caption(block.caption)]), ...INDICATOR_FIELDS.map((field) => caption(columns[field]))],
    ...rows.map((row, at) => [
      ...lead,
      ...INDICATOR_FIELDS.map((field) => {
        const cell = row[field];
        const text = typeof cell === "string" ? cell : (cell?.text ?? "");
        return value(`第 ${at + 1} 行指标「${row.name}」 · ${columns[field]}`, text);
      }),
    ]),
  ];
}
