/** Where a form goes on over the end of a page, and what the cells become that were cut there. */
import type { PlacedCell } from "../media/placed-text.ts";
import type { SourceRow } from "../rows/source-row.ts";

/** Rows of a form as they are put out one by one; what the next one may go on with is known at once. */
export class DrawnRows {
  readonly rows: SourceRow[] = [];
  #last = -1;

  /** The last drawn row, but for slivers. */
  get last(): SourceRow | undefined {
    return this.rows[this.#last];
  }

  add(row: SourceRow): void {
    if (row.ruled === true && !isSliver(row)) this.#last = this.rows.length;
    this.rows.push(row);
  }

  replaceLast(row: SourceRow): void {
    this.rows[this.#last] = row;
  }
}

/** Where a page ends within a row, a browser lets some of its cells end further up; below them most of it is covered. */
function isSliver({ cells }: SourceRow): boolean {
  if (cells.some(({ text }) => text !== "")) return false;
  return cells.filter(({ above }) => above !== undefined).length > cells.length / 2;
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

  /** Makes one of two halves, which says `text`; the lower one is covered by it. Gives what stands in the upper place. */
  join(above: PlacedCell, below: PlacedCell, text: string): PlacedCell {
    // A merged cell may have begun further above.
    const over = this.coverOf(above);
    const columns = over.columns ?? below.columns;
    const whole = text === over.text ? over : { ...over, text, ...(columns === undefined ? {} : { columns }) };
    this.become(over, whole);
    this.become(below, { ...below, text: "", above: whole });
    return over === above ? whole : above;
  }

  /** One row of two halves, column by column; `textOf` says what a pair of them becomes, the upper one with all it covers. */
  joinRows(last: SourceRow, row: SourceRow, textOf: (above: PlacedCell, below: PlacedCell) => string): SourceRow {
    const cells = last.cells.map((above, column) => {
      const below = row.cells[column];
      return below === undefined ? above : this.join(above, below, textOf(this.coverOf(above), below));
    });
    return { ...last, cells, beside: [...last.beside, ...row.beside] };
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
