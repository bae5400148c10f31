/** A table → `w:tbl`: fixed layout, a width on every cell, merged cells, repeated heading rows. */
import { type PageElement, type PageNode, elements } from "../page/page-tree.ts";
import type { XmlWriter } from "../ooxml/xml-writer.ts";
import { compileParagraph, onlyText } from "./compile-paragraph.ts";
import { type PlacedCell, type PlacedRow, keptRows, placeRows } from "./place-rows.ts";
import type { ParagraphPlace, StyledElement } from "./styled-element.ts";
import { type CellPlace, TableColumns } from "./table-columns.ts";

/** Estimated heights in points up to which something is kept on one page. */
export interface TallestKept {
  /** A higher row may break between its lines. */
  readonly row: number;
  /** The rows of a higher merged cell may stand on several pages. */
  readonly block: number;
}

const ROW = Buffer.from("<w:tr>");
const WHOLE_ROW = Buffer.from("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
const HEADING_ROW = Buffer.from("<w:tr><w:trPr><w:tblHeader/></w:trPr>");
const WHOLE_HEADING_ROW = Buffer.from("<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
const ROW_END = Buffer.from("</w:tr>");
const CELL_END = Buffer.from("</w:tc>");
const TEXT_CELL_END = Buffer.from("</w:t></w:r></w:p></w:tc>");

export function compileTable(out: XmlWriter, table: PageElement, look: StyledElement, tallest: TallestKept): void {
  const columns = columnsOf(table, look);
  out.piece(columns.opening);
  for (const group of elements(table.children)) {
    if (group.tag === "colgroup") continue;
    const isHeading = group.tag === "thead";
    const rows = placeRows(group, look.inside(group), columns);
    const kept = keptRows(rows, tallest.block);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined) break;
      // 标题行不单独留在页末：Word 在每页重印它，却不管它与下一行是否同页。
      const place = isHeading || kept[at] === true ? "kept-row" : "anywhere";
      out.piece(rowOpening(row, tallest, isHeading));
      for (const placed of row.cells) compileCell(out, placed, columns, place);
      out.piece(ROW_END);
    }
  }
  out.markup("</w:tbl>");
}

function columnsOf(table: PageElement, look: StyledElement): TableColumns {
  const groups = elements(table.children).filter(({ tag }) => tag === "colgroup");
  const columns = groups.flatMap((group) => elements(group.children));
  return look.keep(columns.map(({ kind }) => kind).join(" "), () => new TableColumns(columns, look));
}

function rowOpening({ keepTogether, height }: PlacedRow, tallest: TallestKept, isHeading: boolean): Uint8Array {
  if (keepTogether && height <= tallest.row) return isHeading ? WHOLE_HEADING_ROW : WHOLE_ROW;
  return isHeading ? HEADING_ROW : ROW;
}

function compileCell(
  out: XmlWriter,
  { cell, look, column, isFurther }: PlacedCell,
  columns: TableColumns,
  place: ParagraphPlace,
): void {
  const merge = isFurther ? "continue" : cell.rowspan > 1 ? "restart" : "";
  const at: CellPlace = { column, span: cell.colspan, merge, place };
  const only = isFurther || cell.children.length === 0 ? "" : onlyText(cell.children);
  if (only === "") out.piece(columns.emptyCell(at, look));
  else if (only === undefined) {
    out.piece(columns.cellOpening(at, look));
    compileCellContent(out, cell.children, look, place);
    out.piece(CELL_END);
  } else {
    // Most cells hold one text, and most of a document is cells.
    out.piece(columns.textCellOpening(at, look));
    out.text(only);
    out.piece(TEXT_CELL_END);
  }
}

/** Paragraphs, and a paragraph for each run of text between them; Word wants at least one in a cell. */
function compileCellContent(
  out: XmlWriter,
  content: readonly PageNode[],
  look: StyledElement,
  place: ParagraphPlace,
): void {
  if (!content.some((node) => typeof node !== "string" && node.tag === "p")) {
    compileParagraph(out, content, look.anonymous(), place);
    return;
  }
  let from = 0;
  for (const [at, node] of content.entries()) {
    if (typeof node === "string" || node.tag !== "p") continue;
    compileLoose(out, content.slice(from, at), look, place);
    compileParagraph(out, node.children, look.inside(node), place);
    from = at + 1;
  }
  compileLoose(out, content.slice(from), look, place);
}

/** Text between two paragraphs; mostly the white space of the template. */
function compileLoose(out: XmlWriter, content: readonly PageNode[], look: StyledElement, place: ParagraphPlace): void {
  const isBlank = content.every((node) => typeof node === "string" && node.trim() === "");
  if (!isBlank) compileParagraph(out, content, look.anonymous(), place);
}
