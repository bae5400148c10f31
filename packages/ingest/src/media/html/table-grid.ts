/** The cells of an HTML table in its grid, by the rules of HTML: colspan, rowspan, row groups, cells that overlap. */
import { Refusal } from "../../refusal.ts";
import type { TableCell } from "../document.ts";
import { type PageElement, attributeOf, isElement } from "./parse-page.ts";

/** What HTML allows; a larger number counts as the most, `colspan` as one. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

/** An element in the grid; where it goes on from the row above it is the element of that row. */
export interface GridCell extends Pick<TableCell, "column" | "columns" | "goesOn"> {
  readonly element: PageElement;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
}

/** What the tables of one page may still hold. */
export interface GridBudget {
  cells: number;
  tables: number;
}

export const newGridBudget = (): GridBudget => ({ cells: 600_000, tables: 20_000 });

/** A cell that reaches into the rows below. */
interface Reaching {
  readonly element: PageElement;
  readonly column: number;
  readonly columns: number;
  left: number;
}

/** A table in its grid, and the rows and cells that have no place in it because they are hidden. */
export interface PageGrid {
  readonly rows: readonly GridRow[];
  readonly hidden: readonly PageElement[];
}

/** All rows as a page shows them: those of `thead` first, those of `tfoot` last. Hidden ones count for no span. */
export function gridOf(
  table: PageElement,
  number: number,
  budget: GridBudget,
  isGone: (element: PageElement) => boolean,
): PageGrid {
  budget.tables -= 1;
  if (budget.tables < 0) throw tooLarge(number, 1);
  const hidden: PageElement[] = [];
  const isShown = (element: PageElement): boolean => {
    const gone = isGone(element);
    if (gone) hidden.push(element);
    return !gone;
  };
  const rows = groupsOf(table, isShown).flatMap((group) => rowsOfGroup(group, number, budget, isShown));
  return { rows, hidden };
}

/** The rows of a table in their groups. */
function groupsOf(table: PageElement, isShown: (element: PageElement) => boolean): PageElement[][] {
  const heads: PageElement[][] = [];
  const bodies: PageElement[][] = [];
  const feet: PageElement[][] = [];
  for (const child of table.childNodes.filter(isElement)) {
    if (!/^t(?:head|body|foot)$/u.test(child.tagName) || !isShown(child)) continue;
    const rows = child.childNodes.filter(isElement).filter((row) => row.tagName === "tr" && isShown(row));
    if (child.tagName === "thead") heads.push(rows);
    else if (child.tagName === "tfoot") feet.push(rows);
    else bodies.push(rows);
  }
  return [...heads, ...bodies, ...feet];
}

function rowsOfGroup(
  rows: readonly PageElement[],
  table: number,
  budget: GridBudget,
  isShown: (element: PageElement) => boolean,
): GridRow[] {
  let reaching: Reaching[] = [];
  return rows.map((element, at) => {
    const taken = new Map<number, GridCell>();
    for (const each of reaching) {
      const { column, columns } = each;
      taken.set(column, { element: each.element, column, columns, goesOn: true });
      each.left -= 1;
    }
    const isTaken = (column: number): boolean =>
      reaching.some((each) => column >= each.column && column < each.column + each.columns);
    const begun: Reaching[] = [];
    let column = 0;
    for (const cell of element.childNodes.filter(isElement)) {
      if ((cell.tagName !== "td" && cell.tagName !== "th") || !isShown(cell)) continue;
      while (isTaken(column)) column += 1;
      let columns = spanOf(cell, "colspan", MOST_COLUMNS);
      // Cells that overlap are drawn over each other; each keeps the columns that it has for itself.
      for (let by = 1; by < columns; by += 1) if (isTaken(column + by)) columns = by;
      if (column + columns > MOST_COLUMNS * 2) throw tooLarge(table, at + 1);
      budget.cells -= 1;
      taken.set(column, { element: cell, column, columns, goesOn: false });
      const down = attributeOf(cell, "rowspan")?.trim() === "0" ? MOST_ROWS : spanOf(cell, "rowspan", MOST_ROWS);
      if (down > 1) begun.push({ element: cell, column, columns, left: down - 1 });
      column += columns;
    }
    reaching = [...reaching.filter(({ left }) => left > 0), ...begun];
    budget.cells -= reaching.length;
    if (budget.cells < 0) throw tooLarge(table, at + 1);
    return { cells: [...taken.values()].toSorted((a, b) => a.column - b.column) };
  });
}

/** A whole number at the beginning, as HTML reads it; what is none, or 0, counts as 1. */
function spanOf(cell: PageElement, name: "colspan" | "rowspan", most: number): number {
  const digits = /^\s*\+?(\d+)/u.exec(attributeOf(cell, name) ?? "")?.[1] ?? "1";
  if (digits.length > 6) return name === "colspan" ? 1 : most;
  const span = Number.parseInt(digits, 10);
  return span === 0 || (name === "colspan" && span > most) ? 1 : Math.min(span, most);
}

function tooLarge(table: number, row: number): Refusal {
  return new Refusal("too-large", { table, row }, "网页的表格过大，没有读取。", "单元格过多。", "请拆成几份再读。");
}
