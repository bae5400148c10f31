/** Which headings hold for a cell. */
import type { LaidCell, LaidTable } from "./lay-table.ts";

/**
 * Of a row: all headings to the left. Of a column: the nearest heading above, with those that stand right above it. A heading
 * further up belongs to what stands between.
 */
export function headingsOf({ rows, columns }: LaidTable): (cell: LaidCell) => readonly LaidCell[] {
  const found = new Map<LaidCell, readonly LaidCell[]>();
  const above: Column[] = columns.map(() => ({ chain: [], isOpen: false }));
  for (const [row, { cells }] of rows.entries()) {
    for (const cell of cells) for (const column of within(above, cell)) column.next = cell;
    const left = new Set<LaidCell>();
    for (const column of above) {
      const { next: cell } = column;
      if (cell === undefined) continue;
      if (cell.row === row && cell.element.tag === "td" && !found.has(cell)) {
        const over = within(above, cell).flatMap(({ chain }) => chain);
        found.set(cell, [...new Set([...over, ...left])].toSorted(inOrder));
      }
      if (isHeading(cell, false)) left.add(cell);
    }
    for (const column of above) goOn(column);
  }
  return (cell) => found.get(cell) ?? [];
}

/** What stands in a column so far. */
interface Column {
  /** The headings that hold for what comes next. */
  chain: LaidCell[];
  /** The last row was one of them: the next heading stands right below. */
  isOpen: boolean;
  /** The cell of the row that is looked at. */
  next?: LaidCell;
}

function goOn(column: Column): void {
  const cell = column.next;
  if (cell === undefined) return;
  if (!isHeading(cell, true)) column.isOpen = false;
  else if (column.chain.at(-1) !== cell) {
    column.chain = column.isOpen ? [...column.chain, cell] : [cell];
    column.isOpen = true;
  }
}

function within(columns: readonly Column[], { column, colspan }: LaidCell): readonly Column[] {
  return columns.slice(column, column + colspan);
}

function inOrder(a: LaidCell, b: LaidCell): number {
  return a.row - b.row || a.column - b.column;
}

function isHeading({ element }: LaidCell, ofColumn: boolean): boolean {
  return element.tag === "th" && element.scope.startsWith("col") === ofColumn;
}
