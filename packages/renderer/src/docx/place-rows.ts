/** The rows of a table group, with every cell at its column; what can be known of them before they are written. */
import { type PageElement, elements } from "../page/page-tree.ts";
import { estimateHeight } from "./estimate-height.ts";
import type { StyledElement } from "./styled-element.ts";
import { type TableColumns, TableError } from "./table-columns.ts";

/** A cell, or a further row of a merged one, in which nothing is shown. */
export interface PlacedCell {
  readonly cell: PageElement;
  readonly look: StyledElement;
  readonly column: number;
  readonly isFurther: boolean;
}

export interface PlacedRow {
  /** From the first column to the last. */
  readonly cells: readonly PlacedCell[];
  /** Estimated, in points, without what merged cells need. */
  readonly height: number;
  /** A cell of the row asks that no page ends in it. */
  readonly keepTogether: boolean;
  readonly keepWithPrevious: boolean;
}

/** Places the rows of a `thead` or `tbody`. Throws {@link TableError} when they do not fill the columns. */
export function placeRows(group: PageElement, groupLook: StyledElement, columns: TableColumns): PlacedRow[] {
  /** By the first column of a merged cell: its further rows. */
  const merged = new Map<number, { readonly placed: PlacedCell; rowsLeft: number }>();
  const rows = elements(group.children).map((row) => {
    const look = groupLook.inside(row);
    const own = elements(row.children);
    const cells: PlacedCell[] = [];
    let height = 0;
    let keepTogether = false;
    let next = 0;
    let column = 0;
    while (column < columns.count) {
      const above = merged.get(column);
      if (above !== undefined) {
        cells.push(above.placed);
        if (--above.rowsLeft === 0) merged.delete(column);
        column += above.placed.cell.colspan;
        continue;
      }
      const cell = own[next++];
      if (cell === undefined) throw new TableError(`有一行没有排满 ${columns.count} 列`);
      const placed = { cell, look: look.inside(cell), column, isFurther: false };
      cells.push(placed);
      if (cell.rowspan > 1) {
        merged.set(column, { placed: { ...placed, isFurther: true }, rowsLeft: cell.rowspan - 1 });
      } else {
        keepTogether ||= placed.look.measures.keepTogether;
        const width = columns.widthOf(column, cell.colspan) / 20;
        height = Math.max(height, estimateHeight(cell.children, placed.look, width));
      }
      column += cell.colspan;
    }
    if (next < own.length || column > columns.count) throw new TableError(`有一行超过了 ${columns.count} 列`);
    return { cells, height, keepTogether, keepWithPrevious: look.measures.keepWithPrevious };
  });
  if (merged.size > 0) throw new TableError("合并的单元格超出了表格末行");
  return rows;
}

/**
 * By row: whether it is kept on one page with the next. Word cannot print a label again where its block goes on, so the
 * rows beside a merged cell stay together, up to `tallest` points: longer chains Word breaks as it pleases.
 */
export function keptRows(rows: readonly PlacedRow[], tallest: number): boolean[] {
  const kept = rows.map((_, at) => rows[at + 1]?.keepWithPrevious === true);
  let from = -1;
  for (const { cells } of rows) {
    from += 1;
    for (const { cell, isFurther } of cells) {
      if (isFurther || cell.rowspan === 1) continue;
      const block = rows.slice(from, from + cell.rowspan);
      if (block.reduce((sum, { height }) => sum + height, 0) > tallest) continue;
      kept.fill(true, from, from + block.length - 1);
    }
  }
  return kept;
}
