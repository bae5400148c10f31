/**
 * Page breaks of tables, settled by what a print has shown: a merged cell that goes on over a page is parted there
 * and its label printed again, and a row that is higher than a page begins where the one before it ends.
 */
import {
  type TableMarks,
  type TablePages,
  isRepeated,
  joinTables,
  readMarks,
  splitTable,
} from "../page/split-table.ts";
import { type GridCell, type TableGrid, readTableGrids } from "../page/table-grid.ts";
import { NOWHERE, type PageRange, type PrintedTables, around, readLayout } from "./read-layout.ts";
import { unreadableFailure } from "./print-failures.ts";
import type { RawPdf } from "./raw-pdf.ts";

interface Printed {
  readonly pdf: RawPdf;
  readonly pages: readonly number[];
}

/**
 * The document with its tables parted where this print has begun new pages.
 * @throws PrintFailure when the print does not have the page's tables
 */
export function settleTables(html: string, { pdf, pages }: Printed): string {
  if (pages.length === 1) return html;
  try {
    return partTables(html, pdf);
  } catch (error) {
    throw unreadableFailure(error);
  }
}

function partTables(html: string, pdf: RawPdf): string {
  const shown = readTableGrids(html);
  const joined = joinTables(html);
  const grids = joined === html ? shown : readTableGrids(joined);
  const rows = printedRows(html, shown, readLayout(pdf));
  const starters = pageStarters(html);
  let text = "";
  let done = 0;
  let isSettled = true;
  for (const [at, grid] of grids.entries()) {
    const before = joined.slice(done, grid.start);
    // 前面的内容还要移动时，这张表的分页作不得数；另起一页之后不受前面影响。
    if (starters?.test(before)) isSettled = true;
    const marks = readMarks(html, shown[at] ?? grid);
    const plan: Plan = isSettled ? planPages(grid, rows[at] ?? [], marks) : NO_PAGES;
    text += before + splitTable(joined, grid, plan);
    done = grid.end;
    isSettled &&= plan.isSettled;
  }
  return text + joined.slice(done);
}

interface Plan extends TablePages {
  /** Nothing behind this table will move by more than what the labels add. */
  readonly isSettled: boolean;
}

const NO_PAGES: Plan = { breaks: [], parted: new Map(), isSettled: false };

/** Matches a section that begins on a new page, whatever stands before it. Words of a form are no style sheet. */
function pageStarters(html: string): RegExp | undefined {
  const head = html.slice(0, html.search(/<body\b/i));
  const classes = [...head.matchAll(/\.([\w-]+)\s*\{[^{}]*\bbreak-before:\s*page\b/g)].map(([, name]) => name);
  return classes.length === 0 ? undefined : new RegExp(`<section class="(?:[^"]* )?(?:${classes.join("|")})[ "]`);
}

/**
 * Pages of every row, by the cells that are its own: what a merged cell shows may stand beside any of its rows.
 * Tables and rows are the page's and the tags' alike, in the same order.
 */
function printedRows(html: string, grids: readonly TableGrid[], printed: PrintedTables): PageRange[][] {
  if (grids.length !== printed.length) throw new Error(`应有 ${grids.length} 张表，打印出 ${printed.length} 张`);
  return grids.map(({ rows }, table) => {
    const found = printed[table] ?? [];
    if (rows.length !== found.length) {
      throw new Error(`第 ${table + 1} 张表应有 ${rows.length} 行，打印出 ${found.length} 行`);
    }
    return rows.map(({ cells }, row) => {
      const ranges = found[row] ?? [];
      const isOwn = (cell: GridCell | undefined) => cell?.rowspan === 1 && !isRepeated(html, cell);
      const own = ranges.length === cells.length ? ranges.filter((_, at) => isOwn(cells[at])) : [];
      return (own.length === 0 ? ranges : own).reduce(around, NOWHERE);
    });
  });
}

/** `marks` is what was done to the table before this print, `rows` the pages on which it was seen. */
function planPages(grid: TableGrid, rows: readonly PageRange[], { begins, parts }: TableMarks): Plan {
  const parted = new Map<number, number>();
  let tooHigh = grid.rows.length;
  for (const [row, [first, last]] of rows.entries()) {
    if (grid.rows[row]?.isHeading === true) continue;
    if (parts.has(row)) parted.set(row, last - first);
    else if (last > first) {
      parted.set(row, 0);
      tooHigh = Math.min(tooHigh, row);
    }
  }
  const { told, found, moved } = planBreaks(pageStarts(grid, rows), begins);
  const covered = found.findLastIndex((row) => isCovered(grid, row));
  return {
    breaks: [...told, ...found.slice(0, covered + 1)].filter((row) => row < tooHigh),
    parted,
    isSettled: !moved && tooHigh === grid.rows.length,
  };
}

/** Rows that were seen to begin a page. */
function pageStarts(grid: TableGrid, rows: readonly PageRange[]): number[] {
  const starts: number[] = [];
  for (let row = 1; row < rows.length; row += 1) {
    const [first] = rows[row] ?? NOWHERE;
    const [, lastAbove] = rows[row - 1] ?? NOWHERE;
    if (first > lastAbove && grid.rows[row]?.isHeading === false) starts.push(row);
  }
  return starts;
}

interface Breaks {
  /** To be kept, also where nothing is parted any more: without them the pages would fall back to where they were. */
  readonly told: readonly number[];
  /** Seen behind those; only up to the last in which something is parted do they have to be told. */
  readonly found: readonly number[];
  readonly moved: boolean;
}

/**
 * All pages of the table are settled at once, since parting cells adds no more than some lines. Where those do push
 * a row onto the next page, that page begins earlier than it was told, and what comes after is found anew.
 */
function planBreaks(starts: readonly number[], begins: readonly number[]): Breaks {
  for (const [page, told] of begins.entries()) {
    const start = starts[page];
    if (start === undefined || start > told) throw new Error(`第 ${told + 1} 行没有另起一页`);
    if (start < told) return { told: starts.slice(0, page + 1), found: [], moved: true };
  }
  return { told: begins, found: starts.slice(begins.length), moved: false };
}

/** Whether a merged cell goes on from the row above. */
function isCovered(grid: TableGrid, row: number): boolean {
  return grid.rows.some(({ cells }) => cells.some((cell) => cell.row < row && cell.row + cell.rowspan > row));
}
