/** Which headings hold for a cell. */
import type { LaidCell, LaidTable } from "./lay-table.ts";

/**
 * Of a row: all headings to the left. Of a column: the nearest heading above, with those that stand right above it. A heading
 * further up belongs to what stands between.
 */
export function headingsOf({ rows, columns }: LaidTable): (cell: LaidCell) => readonly LaidCell[] {
  const grid: (LaidCell | undefined)[][] = rows.map(() => []);
  for (const { cells } of rows) {
    for (const cell of cells) {
      for (let row = cell.row; row < cell.row + cell.rowspan; row += 1) {
        for (let column = cell.column; column < cell.column + cell.colspan; column += 1) {
          const line = grid[row];
          if (line !== undefined) line[column] = cell;
        }
      }
    }
  }
  const count = columns.length - 1;
  return (cell) => {
    const found = new Set<LaidCell>();
    for (let column = cell.column; column < Math.min(cell.column + cell.colspan, count); column += 1) {
      for (const heading of above(grid, cell.row, column)) found.add(heading);
    }
    for (let row = cell.row; row < cell.row + cell.rowspan; row += 1) {
      for (let column = 0; column < cell.column; column += 1) {
        const other = grid[row]?.[column];
        if (other !== undefined && isHeading(other, false)) found.add(other);
      }
    }
    return [...found].toSorted((a, b) => a.row - b.row || a.column - b.column);
  };
}

function above(grid: readonly (readonly (LaidCell | undefined)[])[], row: number, column: number): LaidCell[] {
  const headings: LaidCell[] = [];
  for (let at = row - 1; at >= 0; at -= 1) {
    const other = grid[at]?.[column];
    if (other !== undefined && isHeading(other, true)) headings.unshift(other);
    else if (headings.length > 0) break;
  }
  return headings;
}

function isHeading({ element }: LaidCell, ofColumn: boolean): boolean {
  return element.tag === "th" && element.scope.startsWith("col") === ofColumn;
}
