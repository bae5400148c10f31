/** A table → `w:tbl`: fixed layout, a width on every cell, merged cells, repeated heading rows. */
import type { PageElement, PageNode } from "../page/page-tree.ts";
import { compileParagraph } from "./compile-paragraph.ts";
import { type PlacedCell, type PlacedRow, elements, keptRows, placeRows } from "./place-rows.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
import { TableColumns } from "./table-columns.ts";

/** Estimated heights in points up to which something is kept on one page. */
export interface TallestKept {
  /** A higher row may break between its lines. */
  readonly row: number;
  /** The rows of a higher merged cell may stand on several pages. */
  readonly block: number;
}

export function compileTable(table: PageElement, look: StyledElement, tallest: TallestKept): string {
  const columns = columnsOf(table, look);
  let xml = columns.opening;
  for (const group of elements(table.children)) {
    if (group.tag === "colgroup") continue;
    const isHeading = group.tag === "thead";
    const rows = placeRows(group, look.inside(group), columns);
    const kept = keptRows(rows, tallest.block);
    for (const [at, row] of rows.entries()) {
      // 标题行不单独留在页末：Word 在每页重印它，却不管它与下一行是否同页。
      const place = isHeading || kept[at] === true ? "kept-row" : "anywhere";
      xml += `<w:tr>${rowProperties(row, tallest, isHeading)}`;
      for (const placed of row.cells) xml += compileCell(placed, columns, place);
      xml += "</w:tr>";
    }
  }
  return `${xml}</w:tbl>`;
}

function columnsOf(table: PageElement, look: StyledElement): TableColumns {
  const groups = elements(table.children).filter(({ tag }) => tag === "colgroup");
  const columns = groups.flatMap((group) => elements(group.children));
  return look.keep(columns.map(({ kind }) => kind).join(" "), () => new TableColumns(columns, look));
}

function rowProperties({ keepTogether, height }: PlacedRow, tallest: TallestKept, isHeading: boolean): string {
  const inside = (keepTogether && height <= tallest.row ? "<w:cantSplit/>" : "") + (isHeading ? "<w:tblHeader/>" : "");
  return inside === "" ? "" : `<w:trPr>${inside}</w:trPr>`;
}

function compileCell(
  { cell, look, column, isFurther }: PlacedCell,
  columns: TableColumns,
  place: ParagraphPlace,
): string {
  if (isFurther) return columns.cellOpening(column, cell.colspan, look, "continue") + emptyParagraph(look, place);
  const opening = columns.cellOpening(column, cell.colspan, look, cell.rowspan > 1 ? "restart" : "");
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
