/** The indicator rows of a table without rules. */
import { type Edition, INDICATOR_FIELDS } from "@zipingbiao/core";
import { holds } from "../../media/pdf/matrix.ts";
import type { Glyph } from "../../media/pdf/page-marks.ts";
import type { PlacedCell } from "../../media/placed-text.ts";
import { type Assembled, type PageTable, assembleRows, sharePage } from "./assemble-rows.ts";
import { cellsOfRows } from "./doubt-rows.ts";
import { bordersBetween } from "./find-borders.ts";
import type { Caption, PageLine } from "./find-captions.ts";
import { NEAR } from "./share-lines.ts";
import { type Height, bottomOf, glyphsBetween, linesWithin, middleOf, topOf } from "./table-region.ts";

const ALIGNMENTS = ["middle", "top", "bottom"] as const;

/** Where the table begins, page by page, and where it ends. */
export interface IndicatorPlaces {
  readonly heads: readonly (readonly Caption[])[];
  readonly block: readonly Caption[];
  readonly end: Height;
  readonly edition: Edition;
  readonly file: string;
}

/** The rows, and the borders of the columns of the last page. */
export interface UnruledIndicators {
  readonly rows: readonly (readonly PlacedCell[])[];
  readonly borders: readonly number[];
}

/** `undefined` where columns or rows cannot be told apart. */
export function unruledIndicators(lines: readonly PageLine[], places: IndicatorPlaces): UnruledIndicators | undefined {
  const { heads, end, file } = places;
  const [firstHead] = heads;
  if (firstHead === undefined) return undefined;
  const pages: PageTable[] = [];
  let borders: readonly number[] | undefined;
  const first = firstHead[0]?.page ?? 0;
  const headOf = (page: number): readonly Caption[] | undefined => heads.find(([caption]) => caption?.page === page);
  const glyphsOf = (page: number, from: Height): Glyph[] =>
    [...(glyphsBetween(lines, from, page === end.page ? end : { page, y: Infinity }).get(page) ?? [])].filter(
      (glyph) => !isCaption(glyph, page, places),
    );
  for (let page = first; page <= end.page; page += 1) {
    const head = headOf(page);
    if (head !== undefined) {
      const under = [glyphsOf(page, topOf(head))];
      for (let next = page + 1; next <= end.page && headOf(next) === undefined; next += 1)
        under.push(glyphsOf(next, { page: next, y: -Infinity }));
      borders = bordersOf(head, under.flat());
    }
    if (borders === undefined) return undefined;
    const table = tableOf(page, borders, glyphsOf(page, head === undefined ? { page, y: -Infinity } : bottomOf(head)));
    if (INDICATOR_FIELDS.some((field) => table.columns[field].length > 0)) pages.push(table);
  }
  const rows = rowsOf(pages, file);
  return rows === undefined || borders === undefined ? undefined : { rows, borders };
}

/** 绩效指标 beside the rows, and what the page's end has cut off the head. */
function isCaption({ box }: Glyph, page: number, { block, heads }: IndicatorPlaces): boolean {
  const isBlock = block.some((each) => each.page === page && box[0] >= each.box[0] - 1 && box[2] <= each.box[2] + 1);
  const isTail = ({ page: on, tail }: Caption): boolean =>
    on + 1 === page && tail !== undefined && holds(tail, (box[0] + box[2]) / 2, middleOf(box));
  return isBlock || heads.some((row) => row.some(isTail));
}

/** The left border of every column, and the right one of the last. */
function bordersOf(head: readonly Caption[], glyphs: readonly Glyph[]): readonly number[] | undefined {
  const below = glyphs.filter(({ box }) => middleOf(box) > bottomOf(head).y || middleOf(box) < topOf(head).y);
  const borders: number[] = [-Infinity];
  for (const [at, { box }] of head.entries()) {
    const next = head[at + 1];
    if (next === undefined) break;
    const wide = bordersBetween(glyphs, box[2] - 1, next.box[0] + 1);
    // Beside a caption in the middle of a wide column, the white behind a short text is wider than that before it.
    const isFilled = (border: number): boolean =>
      below.some(
        (glyph) => glyph.text.trim() !== "" && glyph.box[0] > border && glyph.box[0] < (next.box[0] + next.box[2]) / 2,
      );
    const border = wide.find(isFilled) ?? wide[0];
    if (border === undefined) return undefined;
    borders.push(border);
  }
  return [...borders, Infinity];
}

function tableOf(page: number, borders: readonly number[], glyphs: readonly Glyph[]): PageTable {
  const columns = Object.fromEntries(
    INDICATOR_FIELDS.map((field, at) => [field, linesWithin(glyphs, borders[at] ?? 0, borders[at + 1] ?? 0)] as const),
  ) as unknown as PageTable["columns"];
  const anchors: number[] = [];
  const figures = [...columns.weight, ...columns.score].toSorted((a, b) => middleOf(a.box) - middleOf(b.box));
  for (const { box, glyphs: own } of figures) {
    const size = own[0]?.size ?? 9;
    if (middleOf(box) - (anchors.at(-1) ?? -Infinity) > size * 0.6) anchors.push(middleOf(box));
  }
  return { page, columns, anchors };
}

/** The cheapest way to read the rows; what another way reads nearly as cheaply is doubted. */
function rowsOf(pages: readonly PageTable[], file: string): readonly (readonly PlacedCell[])[] | undefined {
  const pitch = pitchOf(pages);
  const ways: Assembled[] = [];
  for (const alignment of ALIGNMENTS) {
    const shared = pages.map((page, at) => sharePage(page, at, pages.length, pitch, alignment));
    const known = shared.filter((each) => each !== undefined);
    if (known.length < shared.length) return undefined;
    for (const labels of ALIGNMENTS) ways.push(assembleRows(pages, known, { labels, texts: alignment, pitch }));
  }
  const [best, ...others] = ways.toSorted((a, b) => a.cost - b.cost);
  if (best === undefined) return undefined;
  const near = others.filter(({ cost }) => cost < best.cost + NEAR * 2);
  return cellsOfRows(best.rows, near, file);
}

/** The smallest distance of two lines of a column is the distance of lines in a cell. */
function pitchOf(pages: readonly PageTable[]): number {
  let pitch = Infinity;
  let largest = 0;
  for (const { columns } of pages) {
    for (const lines of Object.values(columns)) {
      for (const [at, line] of lines.entries()) {
        const next = lines[at + 1];
        const size = line.glyphs[0]?.size ?? 9;
        const distance = next === undefined ? Infinity : middleOf(next.box) - middleOf(line.box);
        largest = Math.max(largest, size);
        if (distance > size * 0.8) pitch = Math.min(pitch, distance);
      }
    }
  }
  return Math.min(pitch, Math.max(largest, 5) * 1.9);
}
