/** CorrectionView → its rows of labelled cells. */
import type { CorrectionView } from "./correction-view.ts";
import { type CellRow, caption, pair, value } from "./labelled-cell.ts";

const COLUMNS = ["number", "place", "before", "after", "cause"] as const;

export function correctionCells(view: CorrectionView): CellRow[] {
  const { columns } = view;
  return [
    [value("标题", view.title)],
    [value("首段", view.opening)],
    ...view.facts.map(pair),
    [caption(view.lead)],
    COLUMNS.map((name) => caption(columns[name])),
    ...view.changes.map((change) =>
      COLUMNS.map((name) => value(`第 ${change.number} 处改动 · ${columns[name]}`, change[name])),
    ),
    [value("附注", view.remark)],
    [value("落款单位", view.signature.unit)],
    [value("落款日期", view.signature.date)],
  ];
}
