/** The names of cells; rows and columns are counted from 0. */

/** `columnName(27)` is AB. */
export function columnName(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** `cellName(4, 2)` is C5. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** `rangeName(0, 1, 4, 2)` is B1:C5. */
export function rangeName(row: number, column: number, lastRow: number, lastColumn: number): string {
  return `${cellName(row, column)}:${cellName(lastRow, lastColumn)}`;
}
