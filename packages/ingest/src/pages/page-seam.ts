/** Where a form goes on over the end of a page, and what the cells become that were cut there. */
import type { PlacedCell } from "../media/placed-text.ts";
import type { SourceRow } from "../rows/source-row.ts";

/** Where the last drawn row stands that says something; cells may reach a little further down than the others of their row. */
export function lastDrawn(rows: readonly SourceRow[]): number {
  return rows.findLastIndex(({ ruled, cells }) => ruled === true && cells.some(({ text }) => text !== ""));
}

/** Whether a page ends between two drawn rows of a form. */
export function isSeam(last: SourceRow | undefined, row: SourceRow): last is SourceRow {
  return row.ruled === true && last?.ruled === true && pageOf(last) !== pageOf(row);
}

export function pageOf(row: SourceRow): number {
  return row.cells[0]?.origin.page ?? 0;
}

/** Cells whose halves are put together, and what they have become. */
export class MendedCells {
  readonly #became = new Map<PlacedCell, PlacedCell>();

  become(cell: PlacedCell, now: PlacedCell): void {
    this.#became.set(cell, now);
  }

  /** What is printed over a cell: its own text, or that of the merged cell which covers it. */
  coverOf(cell: PlacedCell): PlacedCell {
    const own = this.#now(cell);
    return own.text === "" && own.above !== undefined ? this.coverOf(own.above) : own;
  }

  /** The rows with every cell as it is now. */
  resolve(rows: readonly SourceRow[]): readonly SourceRow[] {
    return rows.map((row) => ({ ...row, cells: row.cells.map((cell) => this.#resolve(cell)) }));
  }

  #now(cell: PlacedCell): PlacedCell {
    let last = cell;
    for (let next = this.#became.get(last); next !== undefined && next !== last; next = this.#became.get(last))
      last = next;
    return last;
  }

  #resolve(cell: PlacedCell): PlacedCell {
    const own = this.#now(cell);
    return own.above === undefined ? own : { ...own, above: this.coverOf(own.above) };
  }
}
