/** What stands in the margins of the pages, printed by an office program or a browser: no part of any form. */
import { fold } from "../lines/normalise.ts";
import { isTitle } from "../lines/split-forms.ts";
import type { Beside } from "../rows/source-row.ts";
import type { PageRow } from "./page-row.ts";
import type { RowWithBeside } from "./place-columns.ts";

/** Margins reach this far into a page, as a share of its height. */
const MARGIN = 0.08;
/** Two pages print a running line at the same height, in pt. */
const SAME = 1.5;
/** White between a running line and the text of the page, in heights of the line. */
const APART = 0.8;
const WORDS_OF_FORMS = /项目名称|主管部门|总分|评分等级|指标|预算数|^\(?\d{4}年度?\)?$/u;

/** One page with its rows from top to bottom. */
export interface PageOfRows {
  readonly height: number;
  readonly rows: readonly RowWithBeside[];
}

interface Running {
  readonly page: PageOfRows;
  readonly row: PageRow;
  readonly words: string;
}

/**
 *     某某局 2024 年度部门决算          on top of every page
 *     file:///…/自评表.html   3/17     at the foot of every page, with another figure
 *
 * The rows of all pages without such lines, which are told beside the row that stands next to them.
 */
export function withoutRunningLines(pages: readonly PageOfRows[]): RowWithBeside[] {
  const found = pages.flatMap((page) => inMargins(page));
  const running = new Set<PageRow>();
  for (const one of found)
    for (const other of found)
      if (one.page !== other.page && one.words === other.words && Math.abs(one.row.top - other.row.top) < SAME)
        running.add(one.row);
  return setAside(
    pages.flatMap(({ rows }) => rows),
    (row) => running.has(row),
  );
}

function inMargins(page: PageOfRows): Running[] {
  const { rows, height } = page;
  return rows.flatMap(({ row }, at) => {
    const { top, bottom } = row;
    const [above, below] = [rows[at - 1]?.row.bottom ?? -Infinity, rows[at + 1]?.row.top ?? Infinity];
    const size = bottom - top;
    const isOver = bottom < height * MARGIN && below - bottom > size * APART;
    const isUnder = top > height * (1 - MARGIN) && top - above > size * APART;
    if (row.ruled || (!isOver && !isUnder)) return [];
    const words = fold(textOf(row));
    const isOfForm = WORDS_OF_FORMS.test(words) || isTitle({ text: textOf(row), line: 1, gap: 0 });
    return isOfForm ? [] : [{ page, row, words: words.replaceAll(/\d+/gu, "0") }];
  });
}

function textOf(row: PageRow): string {
  return row.cells.map(({ text }) => text).join("\t");
}

/**
 * The rows of one form whose table is drawn, without the texts above and below the table on each page that it goes on
 * over: they are outside of every cell, so they are told beside it and never read as the rest of one.
 */
export function withoutOutsideLines(rows: readonly RowWithBeside[]): RowWithBeside[] {
  const [first, last] = [rows.findIndex(({ row }) => row.ruled), rows.findLastIndex(({ row }) => row.ruled)];
  const isDrawn = new Set(rows.filter(({ row }) => row.ruled).map(({ row }) => row.page));
  const inside = new Set(rows.slice(first, last).map(({ row }) => row));
  const isOutside = (row: PageRow): boolean => {
    if (row.ruled || !inside.has(row) || !isDrawn.has(row.page)) return false;
    const own = rows.filter((each) => each.row.ruled && each.row.page === row.page).map((each) => each.row);
    return own.every(({ top }) => row.top < top) || own.every(({ bottom }) => row.bottom > bottom);
  };
  return setAside(rows, isOutside);
}

function setAside(rows: readonly RowWithBeside[], isAside: (row: PageRow) => boolean): RowWithBeside[] {
  const kept: RowWithBeside[] = [];
  let waiting: Beside[] = [];
  for (const { row, beside } of rows) {
    const all = [...waiting, ...beside];
    if (isAside(row)) waiting = [...all, ...row.cells.map(({ text, origin }) => ({ text, origin }))];
    else {
      kept.push({ row, beside: all });
      waiting = [];
    }
  }
  const last = kept.at(-1);
  if (last !== undefined && waiting.length > 0)
    kept[kept.length - 1] = { ...last, beside: [...last.beside, ...waiting] };
  return kept;
}
