/** The tables of a page's HTML: where their rows and cells stand in the text, and in the grid. */

export interface GridCell {
  readonly row: number;
  readonly column: number;
  /** Rows covered, as far as the row group reaches. */
  readonly rowspan: number;
  readonly colspan: number;
  /** Places in the text: of its `<`, behind its start tag, of its end tag's `<`, behind its end tag. */
  readonly start: number;
  readonly inside: number;
  readonly insideEnd: number;
  readonly end: number;
}

export interface GridRow {
  readonly isHeading: boolean;
  /** Places of its `<` and of its end tag's `<`. */
  readonly start: number;
  readonly end: number;
  /** The cells that begin in this row. */
  readonly cells: readonly GridCell[];
}

export interface TableGrid {
  readonly start: number;
  readonly end: number;
  readonly rows: readonly GridRow[];
}

const TAGS = /<(\/?)(table|thead|tbody|tfoot|tr|th|td)\b([^>]*)>/g;

interface OpenCell {
  readonly start: number;
  readonly inside: number;
  readonly rowspan: number;
  readonly colspan: number;
  insideEnd: number;
  end: number;
}

interface OpenRow {
  readonly isHeading: boolean;
  readonly start: number;
  /** Rows of one group count together: a merged cell ends with its group. */
  readonly group: number;
  end: number;
  readonly cells: OpenCell[];
}

/** All tables of the page, in order. Every element has its end tag, as the vocabulary demands; tables in tables are none. */
export function readTableGrids(html: string): TableGrid[] {
  const grids: TableGrid[] = [];
  let tableStart = 0;
  let group = 0;
  let isHeading = false;
  /** Rows that only draw a line (`split-table.ts`) are no rows. */
  let isAdded = false;
  let rows: OpenRow[] = [];
  for (const match of html.matchAll(TAGS)) {
    const [whole, slash, tag, attributes = ""] = match;
    const closes = slash === "/";
    const end = match.index + whole.length;
    if (isAdded) isAdded = tag !== "thead" && tag !== "tfoot";
    else if (tag === "table") {
      if (closes) grids.push({ start: tableStart, end, rows: placeCells(rows) });
      else tableStart = match.index;
      rows = [];
    } else if (tag === "thead" || tag === "tbody" || tag === "tfoot") {
      isAdded = attributes.startsWith(" data-goes-on");
      group += 1;
      isHeading = tag === "thead" && !closes;
    } else if (tag === "tr") {
      if (!closes) rows.push({ isHeading, start: match.index, group, end: match.index, cells: [] });
      else closeRow(rows, match.index);
    } else if (!closes) {
      rows.at(-1)?.cells.push({
        start: match.index,
        inside: end,
        rowspan: spanOf(attributes, ROWSPAN),
        colspan: spanOf(attributes, COLSPAN),
        insideEnd: end,
        end,
      });
    } else closeCell(rows, match.index, end);
  }
  return grids;
}

const ROWSPAN = / rowspan="(\d+)"/;
const COLSPAN = / colspan="(\d+)"/;

function spanOf(attributes: string, pattern: RegExp): number {
  return Number.parseInt(pattern.exec(attributes)?.[1] ?? "1", 10);
}

function closeRow(rows: readonly OpenRow[], end: number): void {
  const row = rows.at(-1);
  if (row !== undefined) row.end = end;
}

function closeCell(rows: readonly OpenRow[], insideEnd: number, end: number): void {
  const cell = rows.at(-1)?.cells.at(-1);
  if (cell === undefined) return;
  cell.insideEnd = insideEnd;
  cell.end = end;
}

/** Gives every cell its column: the first that no cell from above goes on through. */
function placeCells(rows: readonly OpenRow[]): GridRow[] {
  /** By column: the row with which a cell from above ends. */
  let covered: number[] = [];
  const groupEnds = new Map(rows.map(({ group }, row) => [group, row + 1]));
  return rows.map(({ isHeading, start, end, group, cells }, row) => {
    if (rows[row - 1]?.group !== group) covered = [];
    const rowsLeft = (groupEnds.get(group) ?? rows.length) - row;
    let column = 0;
    const placed = cells.map((cell) => {
      while ((covered[column] ?? 0) > row) column += 1;
      const rowspan = Math.min(cell.rowspan, rowsLeft);
      const at = column;
      column += cell.colspan;
      for (let each = at; each < column; each += 1) covered[each] = row + rowspan;
      return { ...cell, row, column: at, rowspan };
    });
    return { isHeading, start, end, cells: placed };
  });
}
