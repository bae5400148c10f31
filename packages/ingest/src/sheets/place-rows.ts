/** The cells of a sheet → rows of placed cells, and the texts beside them that nobody sees or that no form can reach. */
import { joinWrapped } from "../lines/join-wrapped.ts";
import type { PlacedCell } from "../media/placed-text.ts";
import { cellName } from "../media/xlsx/cell-name.ts";
import { Refusal } from "../refusal.ts";
import type { MergedSize, Sheet, SheetCell } from "../media/xlsx/sheet.ts";
import type { Beside, SourceRow } from "../rows/source-row.ts";

/** No form is wider; what stands further right is told, not read. */
const MAX_WIDTH = 64;
/** Rows are filled up with blank cells to this width, if any row of the sheet is as wide, so that a blank field has a place. */
const PADDED_WIDTH = 16;
/** Cells of one sheet, blank ones included: some 2,000 forms below each other. */
const MAX_PLACED = 800_000;

/** Which cells are read at all. */
export type CellTest = (cell: SheetCell) => boolean;

/** A formula whose result is blank says nothing. */
function holdsSomething({ text, doubt }: SheetCell): boolean {
  return text.trim() !== "" || doubt !== undefined;
}

/** A merged cell on its way down: it covers its columns up to and including row `until`. */
interface Reaching {
  readonly cell: PlacedCell;
  readonly columns: number;
  readonly until: number;
}

/**
 * Every cell stands in its column; a merged cell stands where it begins, and the rows that it covers below refer to
 * it. What is hidden or covered is not read, as it is not printed, but told.
 */
export function placeRows(sheet: Sheet, file: string, isRead: CellTest = holdsSomething): readonly SourceRow[] {
  const { seen, hidden } = partCells(sheet, isRead);
  const padded = Math.min(widestOf(seen), PADDED_WIDTH);
  refuseTooWide(sheet.name, seen, padded);
  const rows: SourceRow[] = [];
  const reaching = new Map<number, Reaching>();
  let waiting: Beside[] = [];
  let last = -1;
  for (const number of [...new Set([...seen.keys(), ...hidden.keys()])].toSorted((a, b) => a - b)) {
    for (const cell of hidden.get(number) ?? []) {
      const placed = placeCell(cell, sheet, file);
      waiting.push({ ...placed, text: `（隐藏的行）${placed.text}` });
    }
    const filled = new Map<number, PlacedCell>();
    for (const [column, { until }] of reaching) if (until < number) reaching.delete(column);
    for (const cell of seen.get(number) ?? []) {
      const placed = placeCell(cell, sheet, file);
      const { column } = cell;
      const { columns, rows: height } = sizeOf(sheet, cell);
      const cover = coverOf(column, reaching);
      if (cover !== undefined) {
        if (cover.text.trim() !== placed.text.trim())
          waiting.push({ ...placed, text: `（被合并单元格盖住）${placed.text}` });
      } else if (isHiddenFor(sheet, column, columns)) waiting.push({ ...placed, text: `（隐藏的列）${placed.text}` });
      else if (column >= MAX_WIDTH) waiting.push(placed);
      else {
        filled.set(column, placed);
        if (height > 1 || columns > 1) reaching.set(column, { cell: placed, columns, until: cell.row + height - 1 });
      }
    }
    if (filled.size === 0) continue;
    const length = Math.max(...filled.keys(), padded - 1) + 1;
    const cells = Array.from({ length }, (_, column): PlacedCell => {
      const placed = filled.get(column);
      if (placed !== undefined) return placed;
      const origin = { file, sheet: sheet.name, cell: cellName({ row: number, column }) };
      const above = reaching.get(column)?.cell;
      return { text: "", origin, ...(above === undefined ? {} : { above }) };
    });
    rows.push({ cells, afterGap: number > last + 1, inPlace: true, ruled: true, beside: waiting });
    waiting = [];
    last = number;
  }
  const end = rows.at(-1);
  return end === undefined || waiting.length === 0
    ? rows
    : rows.with(rows.length - 1, { ...end, beside: [...end.beside, ...waiting] });
}

interface PartedCells {
  readonly seen: ReadonlyMap<number, readonly SheetCell[]>;
  readonly hidden: ReadonlyMap<number, readonly SheetCell[]>;
}

/** A merged cell that begins in a hidden row is seen in the first visible row that it reaches. */
function partCells(sheet: Sheet, isRead: CellTest): PartedCells {
  const seen = new Map<number, SheetCell[]>();
  const hidden = new Map<number, SheetCell[]>();
  const add = (rows: Map<number, SheetCell[]>, row: number, cell: SheetCell): void => {
    const cells = rows.get(row);
    if (cells === undefined) rows.set(row, [cell]);
    else cells.push(cell);
  };
  const nextVisible = new Map<number, number>();
  for (const row of [...sheet.hiddenRows].toSorted((a, b) => b - a))
    nextVisible.set(row, nextVisible.get(row + 1) ?? row + 1);
  for (const [row, cells] of sheet.rows) {
    const visible = nextVisible.get(row) ?? row;
    for (const cell of cells.filter(isRead)) {
      if (row + sizeOf(sheet, cell).rows > visible) add(seen, visible, cell);
      else add(hidden, row, cell);
    }
  }
  for (const cells of seen.values()) cells.sort((a, b) => a.column - b.column);
  return { seen, hidden };
}

function placeCell(cell: SheetCell, sheet: Sheet, file: string): PlacedCell {
  const { columns } = sizeOf(sheet, cell);
  return {
    // A cell is wrapped by hand as often as by Excel.
    text: /[\t\n\r]/u.test(cell.text) ? joinWrapped(cell.text.split(/[\t\n\r]+/u)) : cell.text,
    origin: { file, sheet: sheet.name, cell: cellName(cell) },
    ...(cell.doubt === undefined ? {} : { doubt: cell.doubt }),
    ...(cell.formula ? { formula: true } : {}),
    ...(cell.constant === undefined ? {} : { constant: cell.constant }),
    ...(columns > 1 ? { columns } : {}),
  };
}

const SINGLE: MergedSize = { rows: 1, columns: 1 };

function sizeOf(sheet: Sheet, cell: SheetCell): MergedSize {
  // Most sheets have few merged cells, some a hundred thousand cells and none.
  return sheet.merged.size === 0 ? SINGLE : (sheet.merged.get(cellName(cell)) ?? SINGLE);
}

function coverOf(column: number, reaching: ReadonlyMap<number, Reaching>): PlacedCell | undefined {
  for (const [from, { cell, columns }] of reaching) if (column >= from && column < from + columns) return cell;
  return undefined;
}

function isHiddenFor(sheet: Sheet, column: number, columns: number): boolean {
  for (let at = column; at < column + columns && at < MAX_WIDTH; at += 1) if (!sheet.isHiddenColumn(at)) return false;
  return column < MAX_WIDTH;
}

function widthOf(cells: readonly SheetCell[]): number {
  let width = 0;
  for (const { column } of cells) if (column < MAX_WIDTH) width = Math.max(width, column + 1);
  return width;
}

function widestOf(rows: PartedCells["seen"]): number {
  let width = 0;
  for (const cells of rows.values()) width = Math.max(width, widthOf(cells));
  return width;
}

function refuseTooWide(sheet: string, rows: PartedCells["seen"], padded: number): void {
  let placed = 0;
  for (const cells of rows.values()) placed += Math.max(widthOf(cells), padded);
  if (placed <= MAX_PLACED) return;
  const why = `有内容的行和列合计 ${placed} 格，上限 ${MAX_PLACED} 格。`;
  throw new Refusal("too-large", { sheet }, "工作表过大，没有读取。", why, "请拆成几份再读。");
}
