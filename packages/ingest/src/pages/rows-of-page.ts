/** What is seen on one page → its rows from top to bottom. */
import type { Origin } from "@zipingbiao/core";
import type { Box } from "../media/pdf/matrix.ts";
import { holds, middleOf } from "../media/pdf/matrix.ts";
import type { Glyph, PageMarks } from "../media/pdf/page-marks.ts";
import { type FilledCell, fieldAt, fillCells } from "./fill-cells.ts";
import { type Table, findTables } from "./find-tables.ts";
import { mergeRules } from "./merge-rules.ts";
import { type PageCell, type PageRow, originOf } from "./page-row.ts";
import { type SetLine, setLines, textOfLines } from "./set-lines.ts";

/** The rows of a page, and the texts that stand beside its tables or aslant. */
export interface RowsOfPage {
  readonly rows: readonly PageRow[];
  readonly beside: readonly { readonly text: string; readonly origin: Origin }[];
  /** The places of the upright lines of its last table, from left to right. */
  readonly sides: readonly number[];
}

/** A gap this wide, in heights of the font, parts two texts of one line. */
const PARTING = 1.6;

/** `sides` are those of the page before, whose last row may fill this page. */
export function rowsOfPage(marks: PageMarks, file: string, sides: readonly number[]): RowsOfPage {
  const tables = findTables(mergeRules(marks.rules, true), mergeRules(marks.rules, false), sides).filter(
    (table, _, all) => !isFrame(table, all),
  );
  const upright = marks.glyphs.filter(({ direction }) => direction !== undefined);
  const inTable = tables.map((): Glyph[] => []);
  const loose: Glyph[] = [];
  for (const glyph of upright) {
    const owner = smallestAround(glyph, tables);
    if (owner === -1) loose.push(glyph);
    else inTable[owner]?.push(glyph);
  }
  const rows: PageRow[] = tables.flatMap((table, at) => rowsOfTable(table, inTable[at] ?? [], marks.page, file));
  const beside: { text: string; origin: Origin }[] = [];
  for (const line of setLines(loose)) {
    const cells = partLine(line).map((part) => looseCell(part, file, marks.page));
    const middle = (line.box[1] + line.box[3]) / 2;
    const isBeside = tables.some(({ box }) => middle > box[1] && middle < box[3]);
    if (isBeside || isPageNumber(line, marks.height)) beside.push(...cells);
    else rows.push({ page: marks.page, top: line.box[1], bottom: line.box[3], ruled: false, cells, line });
  }
  const aslant = marks.glyphs.filter(({ direction }) => direction === undefined);
  const [first] = aslant;
  if (first !== undefined) {
    const text = aslant
      .map((glyph) => glyph.text)
      .join("")
      .slice(0, 200);
    beside.push({ text: `（斜排的文字，如水印）${text}`, origin: originOf(file, marks.page, first.box) });
  }
  return { rows: rows.toSorted((a, b) => a.top - b.top), beside, sides: tables.at(-1)?.xs ?? [] };
}

/** A bare number at the edge of the page; numbers with words are told from it later. */
function isPageNumber({ text, box }: SetLine, height: number): boolean {
  const isAtEdge = box[3] < height * 0.08 || box[1] > height * 0.9;
  return isAtEdge && /^[\s\-—–－·~]*\d{1,4}[\s\-—–－·~]*$/u.test(text);
}

/** A box around other tables, or one inside a cell: no table of its own. */
function isFrame(table: Table, all: readonly Table[]): boolean {
  if (table.cells.length > 1) return false;
  const isInside = (inner: Box, outer: Box): boolean =>
    inner[0] >= outer[0] - 1 && inner[1] >= outer[1] - 1 && inner[2] <= outer[2] + 1 && inner[3] <= outer[3] + 1;
  return all.some((other) => other !== table && (isInside(other.box, table.box) || isInside(table.box, other.box)));
}

function smallestAround({ box }: Glyph, tables: readonly Table[]): number {
  const [x, y] = middleOf(box);
  let [best, area] = [-1, Infinity];
  for (const [at, table] of tables.entries()) {
    const size = (table.box[2] - table.box[0]) * (table.box[3] - table.box[1]);
    if (size < area && holds(table.box, x, y)) [best, area] = [at, size];
  }
  return best;
}

function rowsOfTable(table: Table, glyphs: readonly Glyph[], page: number, file: string): PageRow[] {
  const fields = fillCells(table, glyphs);
  const made = new Map<FilledCell, PageCell>();
  for (const filled of fields.values()) if (!made.has(filled)) made.set(filled, ruledCell(filled, file, page));
  const rows: PageRow[] = [];
  for (let row = 0; row + 1 < table.ys.length; row += 1) {
    const [top, bottom] = [table.ys[row] ?? 0, table.ys[row + 1] ?? 0];
    const cells: PageCell[] = [];
    for (let column = 0; column + 1 < table.xs.length; ) {
      const filled = fields.get(fieldAt(table, row, column));
      const merged = filled?.over ?? filled;
      const own = merged === undefined ? undefined : made.get(merged);
      if (filled === undefined || merged === undefined || own === undefined) break;
      if (merged.cell.row === row) cells.push(own);
      else {
        const box: Box = [own.box[0], top, own.box[2], bottom];
        cells.push({ text: "", box, origin: originOf(file, page, box), unreadable: false, above: own });
      }
      column = filled.cell.columnEnd;
    }
    if (cells.some(({ above }) => above === undefined)) rows.push({ page, top, bottom, ruled: true, cells });
  }
  return rows;
}

function ruledCell({ cell: { box }, lines }: FilledCell, file: string, page: number): PageCell {
  const unreadable = lines.some((line) => line.unreadable);
  return { text: textOfLines(lines), box, origin: originOf(file, page, box), unreadable };
}

/** A line outside of tables falls into its texts; a label with a colon (项目名称：某项目) is parted from its value. */
function partLine(line: SetLine): SetLine[] {
  const runs: Glyph[][] = [];
  let end = -Infinity;
  for (const glyph of line.glyphs.filter(({ text }) => text.trim() !== "")) {
    const [x0, , x1] = glyph.box;
    const last = runs.at(-1);
    if (last === undefined || (glyph.direction === 0 && x0 - end > glyph.size * PARTING)) runs.push([glyph]);
    else last.push(glyph);
    end = Math.max(end, x1);
  }
  return runs.length < 2 ? [line] : runs.flatMap((run) => setLines(run));
}

function looseCell({ text, box, unreadable }: SetLine, file: string, page: number): PageCell {
  return { text, box, origin: originOf(file, page, box), unreadable };
}
