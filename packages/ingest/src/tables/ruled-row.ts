/** A row of the indicator table whose columns and merged cells are known: every cell is under its caption, or in none. */
import { INDICATOR_FIELDS, type IndicatorField } from "@zipingbiao/core";
import { foldCaption } from "../lines/normalise.ts";
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";
import type { AlignedRow, Columns } from "./align-row.ts";
import { cellUnder } from "./row.ts";

/**
 *     │ 产出指标 │ 数量指标 │ 巡检次数 │ ≥250(次) │ 295(次) │ 10 │ 10 │ 说明
 *     │    ╎    │    ╎    │ 报告份数 │ ≥12(份)  │ 12(份)  │ 10 │  9 │  ╎      ╎ covered by the merged cell above
 *
 * What a merged cell says holds for every row that it covers, but for figures: they are printed once and count once.
 * `undefined` for a row that has neither name, values nor figures of its own.
 */
export function ruledRow(
  row: PlacedRow,
  head: PlacedRow,
  columns: Columns,
  block: string | undefined,
): AlignedRow | undefined {
  const own = (field: IndicatorField): PlacedCell => cellUnder(row, head, columns[field]);
  const isFilled = (field: IndicatorField): boolean => own(field).text !== "";
  const hasFigure = isFilled("weight") || isFilled("score");
  if (
    !isFilled("name") &&
    !(hasFigure && (isFilled("target") || isFilled("actual") || own("name").above !== undefined))
  )
    return undefined;
  const shared = (field: IndicatorField): PlacedCell => {
    const cell = own(field);
    return cell.text === "" && cell.above !== undefined ? cell.above : cell;
  };
  const label = (field: "level1" | "level2"): PlacedCell | undefined => {
    const cell = shared(field);
    return cell.text === "" || foldCaption(cell.text) === block ? undefined : cell;
  };
  const used = new Set(INDICATOR_FIELDS.map(own));
  return {
    level1: label("level1"),
    level2: label("level2"),
    name: shared("name"),
    target: asTyped(shared("target")),
    actual: asTyped(shared("actual")),
    weight: own("weight"),
    score: own("score"),
    deviationNote: shared("deviationNote"),
    shifted: false,
    extra: row.cells.filter((cell) => cell.text !== "" && !used.has(cell) && foldCaption(cell.text) !== block),
  };
}

/** `=365(天)` was meant as a text. What a spreadsheet made of it is no result, but it may have cut zeros off. */
export function asTyped(cell: PlacedCell): PlacedCell {
  const { constant, formula: _formula, doubt: _doubt, ...rest } = cell;
  if (constant === undefined) return cell;
  const reason = "表格软件把这一格当成公式存了，小数末尾的零可能已被去掉";
  return { ...rest, text: constant, doubt: { reason, candidates: [constant] } };
}
