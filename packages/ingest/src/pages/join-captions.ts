/** Captions that the end of a page has cut, and the values beside them, are put together before anybody looks for them. */
import { joinWrapped } from "../lines/join-wrapped.ts";
import { plainDecimal } from "../lines/normalise.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import type { SourceRow } from "../rows/source-row.ts";
import { INDICATOR_MARKS, isCaption, isHeaderCaption } from "../tables/head-marks.ts";
import { columnOf } from "../tables/row.ts";
import { DrawnRows, MendedCells, isSeam } from "./page-seam.ts";

/**
 *     │ 项目资金（万 │ │ 年初预算数 │ … │ 执行率 │ 得分 │        the last row of a page
 *     │             │ │           │   │ (%)   │      │        all of it completes captions: joined
 *     │ 元）         │ 年度资金总额： │ 0.00 │ …             a merged caption goes on beside a row of its own: covered
 */
export function joinCaptions(rows: readonly SourceRow[]): readonly SourceRow[] {
  const cells = new MendedCells();
  const out = new DrawnRows();
  let head: SourceRow | undefined;
  for (const row of rows) {
    const { last } = out;
    if (columnOf(row, ...INDICATOR_MARKS) !== -1) head ??= row;
    if (!isSeam(last, row)) {
      out.add(row);
      continue;
    }
    const torn = tornCaptions(last, row, cells);
    const isBelowHead = head !== undefined && head !== last;
    // Below that head `mendSeams` knows what the rest of a row is, once the caption beside it is whole.
    const isRest = torn.length === 0 ? isRestOfValues(last, row) : !isBelowHead && isRestOf(last, row, torn, cells);
    if (isRest) out.replaceLast(cells.joinRows(last, row, joinedText));
    else {
      for (const { above, own } of torn) cells.join(above, own, joinedText(above, own));
      out.add(row);
    }
  }
  return cells.resolve(out.rows);
}

interface Torn {
  readonly above: PlacedCell;
  readonly own: PlacedCell;
}

function tornCaptions(last: SourceRow, row: SourceRow, cells: MendedCells): readonly Torn[] {
  return row.cells.flatMap((own, column) => {
    const before = last.cells[column];
    if (own.text === "" || before === undefined) return [];
    const above = cells.coverOf(before);
    return above.text !== "" && isCaption(above.text + own.text) ? [{ above, own }] : [];
  });
}

/** Whether nothing in the row is a text of its own: it completes a caption, fills a blank or goes on with a value. */
function isRestOf(last: SourceRow, row: SourceRow, torn: readonly Torn[], cells: MendedCells): boolean {
  return row.cells.every((own, column) => {
    if (own.text === "" || torn.some((each) => each.own === own)) return true;
    const above = last.cells[column] === undefined ? "" : cells.coverOf(last.cells[column]).text;
    return above === "" || (!isCaption(above) && plainDecimal(above, true) === undefined);
  });
}

/** 实施单位 │ 某某市大数据 / │ 中心: nothing stands under the captions of the header, and something under its values. */
function isRestOfValues(last: SourceRow, row: SourceRow): boolean {
  const isFilled = (column: number): boolean => (row.cells[column]?.text ?? "") !== "";
  const above = last.cells.map(({ text }, column) => ({ text, isFilled: isFilled(column) }));
  return (
    above.some(({ text }) => isHeaderCaption(text)) &&
    above.some(({ isFilled }) => isFilled) &&
    above.every(({ text, isFilled }) => !isFilled || (text !== "" && !isCaption(text)))
  );
}

function joinedText(above: PlacedCell, below: PlacedCell): string {
  return joinWrapped([above.text, below.text]);
}
