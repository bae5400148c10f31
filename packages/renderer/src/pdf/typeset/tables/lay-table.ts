/** A table → its grid: rows with their heights, cells with their lines; no pages yet. */
import { type PageElement, type PageNode, elements } from "../../../page/page-tree.ts";
import type { Border } from "../../../page/style-values.ts";
import { CONTINUED } from "../../../page/split-table.ts";
import { type LaidLine, heightOfLines, layCell, layText } from "../lines/lay-lines.ts";
import type { Look } from "../look.ts";
import type { LetterCase } from "../lines/set-text.ts";

export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface LaidCell {
  readonly element: PageElement;
  readonly look: Look;
  readonly row: number;
  readonly column: number;
  /** Rows covered, as far as the row group reaches. */
  readonly rowspan: number;
  readonly colspan: number;
  readonly lines: readonly LaidLine[];
  /** Points from the middle of the rules around the cell to its text. */
  readonly insets: Insets;
  /** What it needs, in points, rules included. */
  readonly height: number;
  /** A heading, or merged: it says what its rows are about, and is printed again where they go on. */
  readonly isLabel: boolean;
  /** What is painted behind it, its own or that of what it stands in; `""` for nothing. */
  readonly ground: string;
  /** Its text with （续）. */
  readonly again: () => readonly LaidLine[];
}

export interface LaidRow {
  readonly id: string;
  /** Those that begin in this row, from left to right. */
  readonly cells: readonly LaidCell[];
  /** Points, without what merged cells need. */
  readonly height: number;
  /** A cell asks that no page ends in the row. */
  readonly keepTogether: boolean;
  readonly keepWithPrevious: boolean;
  /** It begins a page. */
  readonly breakBefore: boolean;
}

export interface LaidTable {
  readonly look: Look;
  /** Rows of headings come first. */
  readonly rows: readonly LaidRow[];
  readonly headings: number;
  /** Points from the left edge of the table to the middle of every vertical rule. */
  readonly columns: readonly number[];
  /** Half of the rules around it, which is a part of its height above and below. */
  readonly edge: number;
  /** Cells of several rows. */
  readonly merged: readonly LaidCell[];
}

export function layTable(table: PageElement, look: Look, width: number, letterCase: LetterCase): LaidTable {
  const groups = elements(table.children).filter(({ tag }) => tag !== "colgroup");
  const grids = groups.map(gridOf);
  const edge = edgeOf(groups, look);
  const asked = askedWidths(table, look);
  const columns = columnsOf(asked, Math.max(asked.length, ...grids.map(widestOf)), edge, width - edge);
  const rows: LaidRow[] = [];
  let headings = 0;
  for (const [at, group] of groups.entries()) {
    layRows(group, look.inside(group), { look, columns, letterCase, rows }, grids[at] ?? []);
    if (group.tag === "thead") headings = rows.length;
  }
  const merged = rows.flatMap(({ cells }) => cells.filter(({ rowspan }) => rowspan > 1));
  return { look, rows, headings, columns, edge, merged };
}

/** The first cell stands for all that lie at the edge. */
function edgeOf(groups: readonly PageElement[], look: Look): number {
  const own = ruleWidth(look.box.borderTop) / 2;
  const group = groups[0];
  const row = elements(group?.children ?? [])[0];
  const cell = elements(row?.children ?? [])[0];
  if (group === undefined || row === undefined || cell === undefined) return own;
  return Math.max(own, ruleWidth(look.inside(group).inside(row).inside(cell).box.borderTop) / 2);
}

/** Points that the style sheet gives the columns; 0 where it leaves one to the others. */
function askedWidths(table: PageElement, look: Look): readonly number[] {
  const group = elements(table.children).find(({ tag }) => tag === "colgroup");
  if (group === undefined) return [];
  return elements(group.children).map((column) => look.inside(group).inside(column).box.width);
}

/** Points that the columns have together at least, whatever the style leaves of the paper. */
const NARROWEST = 1;

/** So many columns fill the room between the outer rules, in the proportion of what is asked for. */
function columnsOf(asked: readonly number[], count: number, left: number, right: number): readonly number[] {
  const known = asked.filter((each) => each > 0);
  const inner = Math.max(NARROWEST, right - left);
  const share = known.length === count ? 0 : Math.max(0, inner - sum(known)) / (count - known.length);
  const widths = Array.from({ length: count }, (_, at) => (asked[at] ?? 0) || share);
  const all = sum(widths);
  const scale = all === 0 ? 1 : inner / all;
  const places = [left];
  for (const each of widths) places.push((places.at(-1) ?? 0) + each * scale);
  return places;
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((all, each) => all + each, 0);
}

/** A cell at its column. */
interface GridPlace {
  readonly cell: PageElement;
  readonly column: number;
  /** Rows covered, as far as the group reaches. */
  readonly rowspan: number;
}

/** The cells of every row of a group, each at the first column that no cell from above goes on through. */
function gridOf(group: PageElement): readonly (readonly GridPlace[])[] {
  const rows = elements(group.children);
  /** By column: the row up to which a cell from above goes on. */
  const covered: number[] = [];
  return rows.map(({ children }, row) => {
    let column = 0;
    return elements(children).map((cell) => {
      while ((covered[column] ?? 0) > row) column += 1;
      const at = column;
      const rowspan = Math.min(cell.rowspan, rows.length - row);
      column += cell.colspan;
      for (let each = at; each < column; each += 1) covered[each] = row + rowspan;
      return { cell, column: at, rowspan };
    });
  });
}

/** How many columns the cells of a group reach over. */
function widestOf(grid: readonly (readonly GridPlace[])[]): number {
  return Math.max(0, ...grid.flat().map(({ cell, column }) => column + cell.colspan));
}

interface Building {
  readonly look: Look;
  readonly columns: readonly number[];
  readonly letterCase: LetterCase;
  readonly rows: LaidRow[];
}

function layRows(group: PageElement, look: Look, building: Building, grid: readonly (readonly GridPlace[])[]): void {
  const { rows } = building;
  const start = rows.length;
  for (const [at, element] of elements(group.children).entries()) {
    const row = rows.length;
    const rowLook = look.inside(element);
    const ground = [rowLook, look, building.look].map(({ box }) => box.background).find((color) => color !== "") ?? "";
    const cells = (grid[at] ?? []).map(({ cell, ...place }) =>
      layOne(cell, rowLook.inside(cell), { row, ...place, ground }, building),
    );
    const own = cells.filter(({ rowspan }) => rowspan === 1);
    rows.push({
      id: element.id,
      cells,
      height: Math.max(0, ...own.map(({ height }) => height)),
      keepTogether: own.some((cell) => cell.look.box.keepTogether),
      breakBefore: rowLook.box.breakBefore,
      keepWithPrevious: rowLook.box.keepWithPrevious || (row > start && keepsNext(rows[row - 1])),
    });
  }
}

/** What a row of its own is the title of stands in the next. */
function keepsNext(row: LaidRow | undefined): boolean {
  return row?.cells.some(({ look }) => look.box.keepWithNext) === true;
}

function layOne(
  element: PageElement,
  look: Look,
  { ground, ...place }: Pick<LaidCell, "row" | "column" | "rowspan" | "ground">,
  { columns, letterCase }: Building,
): LaidCell {
  const { box } = look;
  const borders: Insets = {
    top: box.paddingTop + ruleWidth(box.borderTop) / 2,
    right: box.paddingRight + ruleWidth(box.borderRight) / 2,
    bottom: box.paddingBottom + ruleWidth(box.borderBottom) / 2,
    left: box.paddingLeft + ruleWidth(box.borderLeft) / 2,
  };
  const width = (columns[place.column + element.colspan] ?? 0) - (columns[place.column] ?? 0);
  const room = width - borders.left - borders.right;
  const { lines, above, below } = layCell(element.children, look, room, letterCase);
  const insets = { ...borders, top: borders.top + above, bottom: borders.bottom + below };
  // A blank cell is as high as a line.
  const content = lines.length === 0 ? look.loose().lineHeight : heightOfLines(lines);
  let repeated: readonly LaidLine[] | undefined;
  return {
    element,
    look,
    ...place,
    colspan: element.colspan,
    lines,
    insets,
    height: insets.top + content + insets.bottom,
    isLabel: element.tag === "th" || place.rowspan > 1,
    ground: box.background === "" ? ground : box.background,
    again: () => (repeated ??= layAgain(element, look.loose(), room, letterCase)),
  };
}

/** Lines up to which a label is printed again; of a higher one, which would fill the page, only the sign is. */
const MOST_AGAIN = 20;

function layAgain(label: PageElement, look: Look, width: number, letterCase: LetterCase): readonly LaidLine[] {
  const lines = layText(labelText(label), look, width, letterCase, CONTINUED);
  return lines.length > MOST_AGAIN ? layText([], look, width, letterCase, CONTINUED) : lines;
}

/** The text of a label, its paragraphs below each other. */
function labelText({ children }: PageElement): readonly PageNode[] {
  return children.flatMap((node, at): readonly PageNode[] => {
    if (typeof node === "string" || node.tag !== "p") return [node];
    const isFirst = children.slice(0, at).every((each) => typeof each === "string");
    return isFirst ? node.children : [LINE_BREAK, ...node.children];
  });
}

const LINE_BREAK: PageElement = {
  tag: "br",
  kind: "br.",
  classes: "",
  rowspan: 1,
  colspan: 1,
  scope: "",
  id: "",
  target: "",
  showsPage: false,
  picture: "",
  children: [],
};

/** As browsers draw them: whole pixels of three quarters of a point, and one at least. */
export function ruleWidth({ width }: Border): number {
  return width === 0 ? 0 : Math.max(1, Math.floor(width / PIXEL)) * PIXEL;
}

const PIXEL = 0.75;
