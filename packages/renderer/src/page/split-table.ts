/**
 * A table whose pages are known, made ready to be printed so. Where a page begins inside a merged cell, the cell is
 * parted and its text printed again with （续）. This changes what is printed, never what is published.
 *
 *     | 产出 | 甲 |                 | 产出       | 甲 |
 *     |      | 乙 |      becomes    |            | 乙 |
 *     |      | 丙 |                 | 产出（续） | 丙 |  ← begins a page
 */
import type { GridCell, TableGrid } from "./table-grid.ts";

/** Stands behind a label that is printed again. */
export const CONTINUED = "（续）";

/** Where the pages of a table begin. Rows are counted from 0, those of `thead` included. */
export interface TablePages {
  /** Rows that shall begin a page, ascending. */
  readonly breaks: readonly number[];
  /** Rows that may be parted between their lines, with the number of page ends that they were seen to cross. */
  readonly parted: ReadonlyMap<number, number>;
}

/** A text that takes the place of `html.slice(from, to)`. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly column: number;
  readonly text: string;
}

// 改动都带记号，下次打印之后由 joinTables 先全部收回，再按新的分页重来。
const ADDED = " data-goes-on";
const WAS = " data-rowspan";
const BEGINS = ' data-begins style="break-before:page"';
/** The browser would put the text of a middle-aligned cell onto any of its pages. */
const PARTS = ' data-parts style="break-inside:auto;vertical-align:top"';
const NEXT_PAGE = ' style="break-before:page"';
/** The browser makes a row no higher for what a merged cell shows on its last page: four lines, as 年度总体目标（续） takes. */
const ROOM = `<p${ADDED} style="height:4lh;break-inside:avoid">&nbsp;</p>`;
/** A page break counts only behind something. */
const NOTHING = `<p${ADDED}>&nbsp;</p>`;

/** The table as it is to be printed; the grid is that of the table before it was split. */
export function splitTable(html: string, grid: TableGrid, pages: TablePages): string {
  const edits = grid.rows.flatMap(({ cells }) => cells.flatMap((cell) => cellEdits(html, grid, cell, pages)));
  if (pages.parted.size > 0) edits.push(...closingLines(html, grid));
  for (const row of pages.breaks) {
    const at = (grid.rows[row]?.start ?? grid.end) + "<tr".length;
    edits.push({ from: at, to: at, column: 0, text: BEGINS });
  }
  let text = "";
  let done = grid.start;
  for (const edit of edits.toSorted((a, b) => a.from - b.from || a.to - b.to || a.column - b.column)) {
    text += html.slice(done, edit.from) + edit.text;
    done = edit.to;
  }
  return text + html.slice(done, grid.end);
}

/** The page as it was before its tables were split. */
export function joinTables(html: string): string {
  if (!html.includes(" data-")) return html;
  return html
    .replace(/<(thead|tfoot|th|td|p) data-goes-on\b[^>]*>.*?<\/\1>/gs, "")
    .replace(/ rowspan="\d+" data-rowspan="(\d+)"/g, ' rowspan="$1"')
    .replaceAll(BEGINS, "")
    .replaceAll(PARTS, "");
}

/** What was done to a table. */
export interface TableMarks {
  /** Rows that were told to begin a page, ascending. */
  readonly begins: readonly number[];
  /** Rows that may be parted between their lines. */
  readonly parts: ReadonlySet<number>;
}

/** What `splitTable` has done, told by its marks; the grid is that of the table after it. */
export function readMarks(html: string, { rows }: TableGrid): TableMarks {
  const begins: number[] = [];
  const parts = new Set<number>();
  for (const [row, { start, cells }] of rows.entries()) {
    if (html.startsWith(BEGINS, start + "<tr".length)) begins.push(row);
    const mayPart = (cell: GridCell) => cell.rowspan === 1 && html.startsWith(PARTS, cell.start + "<th".length);
    if (cells.some(mayPart)) parts.add(row);
  }
  return { begins, parts };
}

/** Whether the cell's text was printed again inside the cell, so that its pages tell nothing of its row's. */
export function isRepeated(html: string, cell: GridCell): boolean {
  return html.slice(cell.inside, cell.insideEnd).includes(ADDED + NEXT_PAGE);
}

/**
 * Lines above and below what stands on a page, which the browser draws between rows only: a heading and a footing
 * without height, which it repeats on every page of the table.
 */
function closingLines(html: string, { start, end, rows }: TableGrid): Edit[] {
  const columns = rows[0]?.cells.reduce((count, { colspan }) => count + colspan, 0) ?? 1;
  const line = (group: "thead" | "tfoot", open: "top" | "bottom") => {
    const cell = `<td${ADDED} colspan="${columns}" style="padding:0;font-size:1px;line-height:1px;border-${open}:none">&nbsp;</td>`;
    return `<${group}${ADDED} aria-hidden="true"><tr>${cell}</tr></${group}>`;
  };
  const bottom = end - "</table>".length;
  const foot = { from: bottom, to: bottom, column: 0, text: line("tfoot", "bottom") };
  if (rows[0]?.isHeading === true) return [foot];
  const body = html.indexOf("<tbody", start);
  if (body === -1 || body > end) return [foot];
  return [{ from: body, to: body, column: 0, text: line("thead", "top") }, foot];
}

/** Parts a merged cell at the breaks, and repeats a label on every further page of a row that has several. */
function cellEdits(html: string, grid: TableGrid, cell: GridCell, pages: TablePages): Edit[] {
  const { row, column, rowspan, start, inside, insideEnd } = cell;
  const end = row + rowspan;
  const starts = [row, ...(rowspan === 1 ? [] : pages.breaks.filter((each) => each > row && each < end))];
  return starts.flatMap((from, part): Edit[] => {
    const rows = (starts[part + 1] ?? end) - from;
    const crossed = isLabel(html, cell) ? pageEnds(pages, from, from + rows) : 0;
    if (part > 0) {
      const at = placeIn(grid, from, column);
      return [{ from: at, to: at, column, text: continuation(html, cell, rows, crossed) }];
    }
    const tag = html.slice(start, inside);
    const opening = startTag(tag, rows, rowspan, pages.parted.has(row) || crossed > 0);
    const edits = opening === tag ? [] : [{ from: start, to: inside, column, text: opening }];
    if (crossed > 0) edits.push({ from: insideEnd, to: insideEnd, column, text: again(html, cell, crossed) });
    else if (endsLabel(grid, row, pages)) edits.push({ from: insideEnd, to: insideEnd, column, text: ROOM });
    return edits;
  });
}

/** Whether a label that was repeated beside this row ends with it: then it has only the rest of the row's last page. */
function endsLabel(grid: TableGrid, row: number, { parted }: TablePages): boolean {
  if ((parted.get(row) ?? 0) === 0) return false;
  return grid.rows.some(({ cells }) => cells.some((cell) => cell.rowspan > 1 && cell.row + cell.rowspan === row + 1));
}

/** A heading or a merged cell says what its rows are about; other cells go on by themselves. */
function isLabel(html: string, cell: GridCell): boolean {
  return cell.rowspan > 1 || html.startsWith("<th", cell.start);
}

/** Page ends within the rows. */
function pageEnds({ parted }: TablePages, from: number, to: number): number {
  let count = 0;
  for (const [row, ends] of parted) if (row >= from && row < to) count += ends;
  return count;
}

function startTag(tag: string, rows: number, rowspan: number, parts: boolean): string {
  const shortened = rows === rowspan ? tag : tag.replace(ROWSPAN, ` rowspan="${rows}"${WAS}="$1"`);
  return parts ? shortened.replace(TAG_NAME, `$&${PARTS}`) : shortened;
}

const ROWSPAN = / rowspan="(\d+)"/;
const TAG_NAME = /^<t[hd]/;

/** The cell once more, for the rows behind a break. */
function continuation(html: string, cell: GridCell, rows: number, crossed: number): string {
  const tag = html.slice(cell.start, cell.inside).replace(ROWSPAN, ` rowspan="${rows}"`);
  const opening = (crossed > 0 ? tag.replace(TAG_NAME, `$&${PARTS}`) : tag).replace(TAG_NAME, `$&${ADDED}`);
  return opening + continuedText(html, cell) + again(html, cell, crossed) + html.slice(cell.insideEnd, cell.end);
}

/** The label on each of the next pages. */
function again(html: string, cell: GridCell, times: number): string {
  const isBlank = times > 0 && html.slice(cell.inside, cell.insideEnd).trim() === "";
  return (isBlank ? NOTHING : "") + `<p${ADDED}${NEXT_PAGE}>${continuedText(html, cell)}</p>`.repeat(times);
}

/** The sign is kept in one piece; a line may break before it. */
function continuedText(html: string, cell: GridCell): string {
  const text = html
    .slice(cell.inside, cell.insideEnd)
    .trim()
    .replace(/<\/p>\s*<p\b[^>]*>/g, "<br>")
    .replace(/<\/?p\b[^>]*>/g, "");
  return `${text}${text === "" ? "" : "<wbr>"}<span style="white-space:nowrap">${CONTINUED}</span>`;
}

/** Where in a row's text a cell of this column belongs. */
function placeIn(grid: TableGrid, row: number, column: number): number {
  const { cells = [], end = grid.end } = grid.rows[row] ?? {};
  return cells.find((each) => each.column > column)?.start ?? end;
}
