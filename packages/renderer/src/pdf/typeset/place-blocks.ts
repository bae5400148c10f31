/** Blocks on pages → texts, rules and names at their places, with their tags. */
import { headingsOf } from "./tables/cell-headings.ts";
import type { LetterCase } from "./lines/set-text.ts";
import type { TableStanding, OnPage, TextStanding } from "./paginate.ts";
import type { Border } from "../../page/style-values.ts";
import { type LaidCell, type LaidTable, ruleWidth } from "./tables/lay-table.ts";
import type { TablePart, PlacedCell } from "./tables/fit-rows.ts";
import { heightOfLines } from "./lines/lay-lines.ts";
import { placeLines } from "./lines/place-lines.ts";
import { type PlacedFill, type PlacedPage, emptyPage } from "./placed.ts";
import { rulesOf } from "./tables/rules.ts";
import { TagNode } from "./tag-node.ts";
import type { FlowBlock } from "./flow.ts";

/** Points from the upper left corner of the paper to that of the type area. */
export interface TypeArea {
  readonly left: number;
  readonly top: number;
}

interface Placing {
  readonly area: TypeArea;
  readonly letterCase: LetterCase;
  readonly document: TagNode;
  /** Tags of blocks that go on over pages. */
  readonly blocks: Map<FlowBlock, TagNode>;
  /** The tag under which a cell's text was begun last. */
  readonly cells: Map<LaidCell, TagNode>;
  readonly headings: Map<LaidTable, (cell: LaidCell) => readonly LaidCell[]>;
}

export interface PlacedDocument {
  readonly pages: readonly PlacedPage[];
  readonly document: TagNode;
}

export function placeBlocks(
  pages: readonly (readonly OnPage[])[],
  area: TypeArea,
  letterCase: LetterCase,
): PlacedDocument {
  const document = new TagNode("Document");
  const placing: Placing = {
    area,
    letterCase,
    document,
    blocks: new Map(),
    cells: new Map(),
    headings: new Map(),
  };
  return {
    document,
    pages: pages.map((standing) => {
      const page = emptyPage();
      for (const each of standing) {
        if (!each.isRest) nameBlock(page, each.block, area.top + each.y);
        if ("part" in each) placeTable(page, each, placing);
        else placeText(page, each, placing);
      }
      return page;
    }),
  };
}

function nameBlock(page: PlacedPage, block: FlowBlock, y: number): void {
  for (const name of block.names) page.names.push({ name, y });
}

function placeText(page: PlacedPage, { block, lines, y }: TextStanding, placing: Placing): void {
  const { area, document, letterCase, blocks } = placing;
  const tag = blocks.get(block) ?? new TagNode(block.role, document);
  blocks.set(block, tag);
  page.fills.push(...boxOf(block, lines, { x: area.left + block.left, y: area.top + y }));
  placeLines(page, lines, { x: area.left + block.left, y: area.top + y, width: block.width, tag, letterCase });
}

/** Ground and rules of a paragraph, around what of it stands on the page. */
function boxOf(
  { look: { box }, width }: TextStanding["block"],
  lines: TextStanding["lines"],
  at: { readonly x: number; readonly y: number },
): PlacedFill[] {
  const [x, y] = [at.x - box.paddingLeft, at.y - box.paddingTop];
  const [wide, high] = [
    width + box.paddingLeft + box.paddingRight,
    heightOfLines(lines) + box.paddingTop + box.paddingBottom,
  ];
  const rule = (line: Border, place: Omit<PlacedFill, "color">) =>
    line.width === 0 ? [] : [{ ...place, color: line.color }];
  const [top, right, bottom, left] = [box.borderTop, box.borderRight, box.borderBottom, box.borderLeft].map(ruleWidth);
  return [
    ...(box.background === "" ? [] : [{ x, y, width: wide, height: high, color: box.background }]),
    ...rule(box.borderTop, { x, y: y - (top ?? 0), width: wide, height: top ?? 0 }),
    ...rule(box.borderBottom, { x, y: y + high, width: wide, height: bottom ?? 0 }),
    ...rule(box.borderLeft, { x: x - (left ?? 0), y, width: left ?? 0, height: high }),
    ...rule(box.borderRight, { x: x + wide, y, width: right ?? 0, height: high }),
  ];
}

function placeTable(page: PlacedPage, { block, part, y }: TableStanding, placing: Placing): void {
  const { area, document, letterCase, blocks, cells } = placing;
  const { table } = block;
  const tag = blocks.get(block) ?? new TagNode("Table", document);
  blocks.set(block, tag);
  const left = area.left + block.left;
  const columns = table.columns.map((column) => left + column);
  const rows = [area.top + y + table.edge];
  for (const { height } of part.pieces) rows.push((rows.at(-1) ?? 0) + height);
  page.fills.push(...groundsOf(part, columns, rows), ...rulesOf(part, table, columns, rows));
  const rowTags = part.pieces.map(({ isRepeated, isRest }) =>
    isRepeated || isRest ? undefined : new TagNode("TR", tag),
  );
  for (const [at, { row, isRepeated, isRest }] of part.pieces.entries()) {
    if (row.id !== "" && !isRepeated && !isRest) page.names.push({ name: row.id, y: rows[at] ?? 0 });
  }
  for (const placed of part.cells) {
    const row = rowTags[placed.first];
    if (row !== undefined) cells.set(placed.cell, cellTag(placed, row, table, placing));
    else if (part.pieces[placed.first]?.isRest === true) addRows(cells.get(placed.cell), placed);
    const tag = cells.get(placed.cell);
    if (tag === undefined) throw new Error("a cell goes on that never began");
    placeCell(page, placed, { columns, rows, tag, letterCase });
  }
}

/** A merged cell that began beside the first part of a row goes on beside the rows behind its rest. */
function addRows(tag: TagNode | undefined, { first, last }: PlacedCell): void {
  if (tag !== undefined) tag.rowspan += last - first;
}

function cellTag(
  { cell, first, last }: PlacedCell,
  row: TagNode,
  table: LaidTable,
  { cells, headings }: Placing,
): TagNode {
  const isHeading = cell.element.tag === "th";
  const tag = new TagNode(isHeading ? "TH" : "TD", row);
  tag.rowspan = last - first + 1;
  tag.colspan = cell.colspan;
  if (isHeading) tag.scope = cell.element.scope.startsWith("col") ? "Column" : "Row";
  else {
    const known = headings.get(table) ?? headingsOf(table);
    headings.set(table, known);
    tag.headings = known(cell).flatMap((heading) => cells.get(heading) ?? []);
  }
  return tag;
}

interface CellPlace {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly tag: TagNode;
  readonly letterCase: LetterCase;
}

function placeCell(
  page: PlacedPage,
  { cell, first, last, lines }: PlacedCell,
  { columns, rows, tag, letterCase }: CellPlace,
): void {
  const { insets, look } = cell;
  const left = (columns[cell.column] ?? 0) + insets.left;
  const right = (columns[cell.column + cell.colspan] ?? 0) - insets.right;
  const top = (rows[first] ?? 0) + insets.top;
  const free = (rows[last + 1] ?? 0) - insets.bottom - top - heightOfLines(lines);
  const isWhole = lines === cell.lines || cell.rowspan > 1;
  const share = !isWhole ? 0 : look.box.verticalAlign === "middle" ? 0.5 : look.box.verticalAlign === "bottom" ? 1 : 0;
  const y = top + Math.max(0, free) * share;
  placeLines(page, lines, { x: left, y, width: right - left, tag, letterCase });
}

/** What is painted behind cells. */
function groundsOf(part: TablePart, columns: readonly number[], rows: readonly number[]) {
  return part.cells.flatMap(({ cell, first, last }) => {
    const color = cell.ground;
    if (color === "") return [];
    const [x, y] = [columns[cell.column] ?? 0, rows[first] ?? 0];
    const width = (columns[cell.column + cell.colspan] ?? 0) - x;
    return [{ x, y, width, height: (rows[last + 1] ?? 0) - y, color }];
  });
}
