/** A table → `w:tbl`: fixed layout, a width on every cell, merged cells, repeated heading rows. */
import type { PageElement, PageNode } from "../page/page-tree.ts";
import { compileParagraph } from "./compile-paragraph.ts";
import { estimateHeight } from "./estimate-height.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
import { TableColumns, TableError } from "./table-columns.ts";

/** The grid while its rows are written. */
interface Grid {
  readonly columns: TableColumns;
  /** By the first column of a merged cell: what goes on below. */
  readonly merged: Map<number, MergedCell>;
  /** Points that a row may be high and still be kept on one page. */
  readonly tallest: number;
}

interface MergedCell {
  rowsLeft: number;
  readonly span: number;
  readonly look: StyledElement;
}

/** One table. `tallest`: a row that is estimated to be higher, in points, may break between its lines. */
export function compileTable(table: PageElement, look: StyledElement, tallest: number): string {
  const grid: Grid = { columns: columnsOf(table, look), merged: new Map(), tallest };
  let xml = grid.columns.opening;
  for (const group of elements(table.children)) {
    if (group.tag === "colgroup") continue;
    const groupLook = look.inside(group);
    const rows = elements(group.children);
    for (const [at, row] of rows.entries()) {
      const place = staysWithNext(rows[at + 1], groupLook) ? "kept-row" : "anywhere";
      xml += compileRow(row, groupLook, grid, { place, isHeading: group.tag === "thead" });
    }
    if (grid.merged.size > 0) throw new TableError("合并的单元格超出了表格末行");
  }
  return `${xml}</w:tbl>`;
}

function columnsOf(table: PageElement, look: StyledElement): TableColumns {
  const groups = elements(table.children).filter(({ tag }) => tag === "colgroup");
  const columns = groups.flatMap((group) => elements(group.children));
  return look.keep(columns.map(({ kind }) => kind).join(" "), () => new TableColumns(columns, look));
}

interface RowFacts {
  readonly place: ParagraphPlace;
  readonly isHeading: boolean;
}

/** Word knows only "keep with next", so it is the row before that carries the mark. */
function staysWithNext(next: PageElement | undefined, groupLook: StyledElement): boolean {
  return next !== undefined && groupLook.inside(next).computed.box.keepWithPrevious;
}

function compileRow(row: PageElement, groupLook: StyledElement, grid: Grid, facts: RowFacts): string {
  const look = groupLook.inside(row);
  const cells = elements(row.children);
  let xml = "";
  let column = 0;
  let next = 0;
  let keepTogether = false;
  let height = 0;
  while (column < grid.columns.count) {
    const above = grid.merged.get(column);
    if (above !== undefined) {
      xml +=
        grid.columns.cellOpening(column, above.span, above.look, "continue") + emptyParagraph(above.look, facts.place);
      if (--above.rowsLeft === 0) grid.merged.delete(column);
      column += above.span;
      continue;
    }
    const cell = cells[next++];
    if (cell === undefined) throw new TableError(`有一行没有排满 ${grid.columns.count} 列`);
    const cellLook = look.inside(cell);
    xml += compileCell(cell, cellLook, grid, column, facts.place);
    if (cell.rowspan === 1) {
      keepTogether ||= cellLook.computed.box.keepTogether;
      height = Math.max(
        height,
        estimateHeight(cell.children, cellLook, grid.columns.widthOf(column, cell.colspan) / 20),
      );
    }
    column += cell.colspan;
  }
  if (next < cells.length || column > grid.columns.count) throw new TableError(`有一行超过了 ${grid.columns.count} 列`);
  return `<w:tr>${rowProperties(keepTogether && height <= grid.tallest, facts.isHeading)}${xml}</w:tr>`;
}

function rowProperties(keepTogether: boolean, isHeading: boolean): string {
  const inside = (keepTogether ? "<w:cantSplit/>" : "") + (isHeading ? "<w:tblHeader/>" : "");
  return inside === "" ? "" : `<w:trPr>${inside}</w:trPr>`;
}

function compileCell(
  cell: PageElement,
  look: StyledElement,
  grid: Grid,
  column: number,
  place: ParagraphPlace,
): string {
  const merges = cell.rowspan > 1;
  if (merges) grid.merged.set(column, { rowsLeft: cell.rowspan - 1, span: cell.colspan, look });
  const opening = grid.columns.cellOpening(column, cell.colspan, look, merges ? "restart" : "");
  return opening + compileCellContent(cell.children, look, place);
}

/** Paragraphs, and a paragraph for each run of text between them; Word wants at least one in a cell. */
function compileCellContent(content: readonly PageNode[], look: StyledElement, place: ParagraphPlace): string {
  if (!content.some((node) => typeof node !== "string" && node.tag === "p")) {
    return `${compileParagraph(content, look.anonymous(), place)}</w:tc>`;
  }
  let xml = "";
  let from = 0;
  for (const [at, node] of content.entries()) {
    if (typeof node === "string" || node.tag !== "p") continue;
    xml += compileLoose(content.slice(from, at), look, place);
    xml += compileParagraph(node.children, look.inside(node), place);
    from = at + 1;
  }
  return `${xml}${compileLoose(content.slice(from), look, place)}</w:tc>`;
}

/** Text between two paragraphs; mostly the white space of the template. */
function compileLoose(content: readonly PageNode[], look: StyledElement, place: ParagraphPlace): string {
  const isBlank = content.every((node) => typeof node === "string" && node.trim() === "");
  return isBlank ? "" : compileParagraph(content, look.anonymous(), place);
}

function emptyParagraph(look: StyledElement, place: ParagraphPlace): string {
  return `${look.anonymous().paragraphOpening(place)}</w:p></w:tc>`;
}

function elements(nodes: readonly PageNode[]): PageElement[] {
  return nodes.filter((node) => typeof node !== "string");
}
