/** A table → `w:tbl`: fixed layout, a width on every cell, merged cells, repeated heading rows. */
import type { PageElement, PageNode } from "../page/page-tree.ts";
import { compileParagraph } from "./compile-paragraph.ts";
import { estimateHeight } from "./estimate-height.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
import { tableProperties } from "./word-properties.ts";
import { twips } from "./xml-text.ts";

/** A table that does not come out even. The caller adds the template's name. */
export class TableError extends Error {
  override readonly name = "TableError";
}

/** The grid while its rows are written. */
interface Grid {
  /** Widths of the columns in twips. */
  readonly widths: readonly number[];
  readonly look: StyledElement;
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
  const widths = columnWidths(table, look);
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const grid: Grid = { widths, look, merged: new Map(), tallest };
  let xml = `<w:tbl>${tableProperties(look.plainCell, total)}<w:tblGrid>${columns}</w:tblGrid>`;
  for (const group of elements(table.children)) {
    if (group.tag === "colgroup") continue;
    const groupLook = look.inside(group.tag, group.classes);
    const rows = elements(group.children);
    for (const [at, row] of rows.entries()) {
      const place = staysWithNext(rows[at + 1], groupLook) ? "kept-row" : "anywhere";
      xml += compileRow(row, groupLook, grid, { place, isHeading: group.tag === "thead" });
    }
    if (grid.merged.size > 0) throw new TableError("合并的单元格超出了表格末行");
  }
  return `${xml}</w:tbl>`;
}

function columnWidths(table: PageElement, look: StyledElement): number[] {
  const columns = elements(table.children).filter(({ tag }) => tag === "colgroup");
  const widths = columns
    .flatMap((group) => elements(group.children))
    .map((column) => twips(look.inside("col", column.classes).computed.box.width));
  if (widths.length === 0 || widths.includes(0)) throw new TableError("表格要在 colgroup 中给出每一列的宽度");
  return widths;
}

interface RowFacts {
  readonly place: ParagraphPlace;
  readonly isHeading: boolean;
}

/** Word knows only "keep with next", so it is the row before that carries the mark. */
function staysWithNext(next: PageElement | undefined, groupLook: StyledElement): boolean {
  return next !== undefined && groupLook.inside("tr", next.classes).computed.box.keepWithPrevious;
}

function compileRow(row: PageElement, groupLook: StyledElement, grid: Grid, facts: RowFacts): string {
  const look = groupLook.inside("tr", row.classes);
  const cells = elements(row.children);
  let xml = "";
  let column = 0;
  let next = 0;
  let keepTogether = false;
  let height = 0;
  while (column < grid.widths.length) {
    const above = grid.merged.get(column);
    if (above !== undefined) {
      xml += cellOpening(grid, column, above.span, above.look, "<w:vMerge/>") + emptyParagraph(above.look, facts.place);
      if (--above.rowsLeft === 0) grid.merged.delete(column);
      column += above.span;
      continue;
    }
    const cell = cells[next++];
    if (cell === undefined) throw new TableError(`有一行没有排满 ${grid.widths.length} 列`);
    const cellLook = look.inside(cell.tag, cell.classes);
    xml += compileCell(cell, cellLook, grid, column, facts.place);
    if (cell.rowspan === 1) {
      keepTogether ||= cellLook.computed.box.keepTogether;
      height = Math.max(height, estimateHeight(cell.children, cellLook, widthOf(grid, column, cell.colspan) / 20));
    }
    column += cell.colspan;
  }
  if (next < cells.length || column > grid.widths.length) throw new TableError(`有一行超过了 ${grid.widths.length} 列`);
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
  const opening = cellOpening(grid, column, cell.colspan, look, merges ? '<w:vMerge w:val="restart"/>' : "");
  return opening + compileCellContent(cell.children, look, place);
}

/** Paragraphs, and a paragraph for each run of text between them; Word wants at least one in a cell. */
function compileCellContent(content: readonly PageNode[], look: StyledElement, place: ParagraphPlace): string {
  let xml = "";
  let loose: PageNode[] = [];
  const closeLoose = () => {
    if (loose.some((node) => typeof node !== "string" || node.trim() !== "")) {
      xml += compileParagraph(loose, look.anonymous(), place);
    }
    loose = [];
  };
  for (const node of content) {
    if (typeof node === "string" || node.tag !== "p") loose.push(node);
    else {
      closeLoose();
      xml += compileParagraph(node.children, look.inside("p", node.classes), place);
    }
  }
  closeLoose();
  return xml === "" ? emptyParagraph(look, place) : `${xml}</w:tc>`;
}

function emptyParagraph(look: StyledElement, place: ParagraphPlace): string {
  return `${look.anonymous().paragraphOpening(place)}</w:p></w:tc>`;
}

function cellOpening(grid: Grid, column: number, span: number, look: StyledElement, merge: string): string {
  const gridSpan = span === 1 ? "" : `<w:gridSpan w:val="${span}"/>`;
  const width = `<w:tcW w:w="${widthOf(grid, column, span)}" w:type="dxa"/>`;
  return `<w:tc><w:tcPr>${width}${gridSpan}${merge}${look.cellProperties}</w:tcPr>`;
}

function widthOf(grid: Grid, column: number, span: number): number {
  let width = 0;
  for (let at = column; at < column + span; at += 1) width += grid.widths[at] ?? 0;
  return width;
}

function elements(nodes: readonly PageNode[]): PageElement[] {
  return nodes.filter((node) => typeof node !== "string");
}
