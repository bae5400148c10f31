/** A row that does not fill the columns of its head: a cell too few or too many, so that what stands behind is shifted. */
import { plainDecimal } from "../lines/normalise.ts";
import type { PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { cellUnder } from "./row.ts";

/** The columns that tell whether a row stands under its head; those of figures, and one that is never a figure. */
export interface Witnesses {
  readonly figures: readonly number[];
  readonly words?: number;
}

/**
 *     │ 年初预算数 │ 全年预算数 │ 全年执行数 │ 分数 │ 执行率 │ 得分 │     the head
 *     │ 0.00     │ 308.00   │ 10.00    │ 99.59 │ 9.96 │            a cell was lost: who knows which
 *
 * The same row when it fills its head's columns, or its figures stand under theirs all the same; else every cell of it is
 * uncertain, and may be what stands beside it. Without `witnesses` nothing but the columns tells.
 */
export function askUneven<T extends PlacedRow>(row: T, head: PlacedRow, witnesses?: Witnesses): T {
  if (row.reach === undefined || head.reach === undefined || row.reach === head.reach) return row;
  if (row.cells[0]?.origin.table !== head.cells[0]?.origin.table) return row;
  if (witnesses !== undefined && isInPlace(row, head, witnesses)) return row;
  const by = Math.abs(head.reach - row.reach);
  const reason = `这一行比表头${row.reach < head.reach ? "少" : "多"} ${by} 列，各格可能错位`;
  return { ...row, cells: row.cells.map((cell, at) => doubted(cell, reason, row.cells[at - 1], row.cells[at + 1])) };
}

function isInPlace(row: PlacedRow, head: PlacedRow, { figures, words }: Witnesses): boolean {
  const isFigure = (column: number): boolean =>
    plainDecimal(cellUnder(row, head, column).text.trim(), false) !== undefined;
  return figures.every(isFigure) && (words === undefined || !isFigure(words));
}

function doubted(
  cell: PlacedCell,
  reason: string,
  left: PlacedCell | undefined,
  right: PlacedCell | undefined,
): PlacedCell {
  const candidates = [...new Set([cell.text, left?.text ?? "", right?.text ?? ""])];
  return cell.doubt === undefined ? { ...cell, doubt: { reason, candidates } } : cell;
}
