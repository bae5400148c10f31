/** How much room the cells of a sheet take. Not every program finds row heights by itself, and none widens a column. */
import type { SheetCell, SheetColumn } from "./workbook.ts";

/** Points of a line in the fonts that stand in for 宋体, which are taller than it, and of the room above and below. */
const LINE = 14.5;
const ROOM = 4;
/** Office takes no higher row. */
const MAX_HEIGHT = 409;

/** Height in points of a row whose texts are wrapped in their columns. */
export function rowHeight(cells: readonly SheetCell[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) => (typeof cell === "string" ? linesOf(cell, widths[at] ?? 1) : 1));
  return Math.min(MAX_HEIGHT, Math.max(1, ...lines) * LINE + ROOM);
}

/** Width in characters: as asked, or what the longest figure takes; a number that does not fit shows as #####. */
export function columnWidth(column: SheetColumn, cells: readonly (SheetCell | undefined)[]): number {
  return cells.reduce<number>((width, cell) => Math.max(width, figureWidth(cell)), column.width);
}

/** Columns in which every figure of the rows has room. For a table that is streamed its rows are made twice. */
export function widenedColumns(
  columns: readonly SheetColumn[],
  rows: Iterable<readonly SheetCell[]>,
): readonly SheetColumn[] {
  const widths = columns.map(({ width }) => width);
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, figureWidth(cell));
  }
  return columns.map((column, at) => ({ ...column, width: widths[at] ?? column.width }));
}

/** What a figure takes with thousands parted and a margin; texts wrap, and counts are short. */
function figureWidth(cell: SheetCell | undefined): number {
  if (typeof cell !== "object") return 0;
  const whole = cell.figure.replace(/\..*$/u, "").length;
  return cell.figure.length + Math.floor((whole - 1) / 3) + 2;
}

/** Lines of a text in a column: a little less than it is wide counts, as programs keep a margin in the cell, and break Latin words whole. */
export function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 1);
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(unitsOf(line) / room)), 0);
}

/** A Han character and its kind take two of the default font's characters. */
function unitsOf(text: string): number {
  let units = 0;
  for (const character of text)
    units += (character.codePointAt(0) ?? 0) > 0x2e7f || /[“”‘’…—]/u.test(character) ? 2 : 1.05;
  return units;
}
