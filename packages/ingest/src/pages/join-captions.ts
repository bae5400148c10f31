/** Captions that the end of a page has cut, and the values beside them, are put together before anybody looks for them. */
import { joinWrapped } from "../lines/join-wrapped.ts";
import { plainDecimal } from "../lines/normalise.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import type { SourceRow } from "../rows/source-row.ts";
import { isCaption, isHeaderCaption } from "../tables/head-marks.ts";
import { MendedCells, isSeam, lastDrawn } from "./page-seam.ts";

/**
 *     │ 项目资金（万 │ │ 年初预算数 │ … │ 执行率 │ 得分 │        the last row of a page
 *     │             │ │           │   │ (%)   │      │        all of it completes captions: joined
 *     │ 元）         │ 年度资金总额： │ 0.00 │ …             a merged caption goes on beside a row of its own: covered
 */
export function joinCaptions(rows: readonly SourceRow[]): readonly SourceRow[] {
  const cells = new MendedCells();
  const out: SourceRow[] = [];
  for (const row of rows) {
    const at = lastDrawn(out);
    const last = out[at];
    if (!isSeam(last, row)) {
      out.push(row);
      continue;
    }
    const torn = tornCaptions(last, row, cells);
    for (const { above, own } of torn) {
      const whole = { ...above, text: joinWrapped([above.text, own.text]) };
      cells.become(above, whole);
      cells.become(own, { ...own, text: "", above: whole });
    }
    const isRest = torn.length > 0 ? isRestOf(last, row, torn, cells) : isRestOfValues(last, row);
    if (isRest) out[at] = joined(last, row, cells);
    else out.push(row);
  }
  return cells.resolve(out);
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

function joined(last: SourceRow, row: SourceRow, cells: MendedCells): SourceRow {
  for (const [column, own] of row.cells.entries()) {
    const above = last.cells[column];
    if (above === undefined) continue;
    const before = cells.coverOf(above);
    if (own.text === "") cells.become(own, above);
    if (own.text === "" || isCaption(before.text)) continue;
    const whole = { ...before, text: joinWrapped([before.text, own.text]) };
    cells.become(before, whole);
    cells.become(own, whole);
  }
  return { ...last, beside: [...last.beside, ...row.beside] };
}
