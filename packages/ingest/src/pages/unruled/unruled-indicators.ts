/** The indicator rows of a table without rules. */
import { type Edition, INDICATOR_FIELDS, type IndicatorField } from "@zipingbiao/core";
import { holds } from "../../media/pdf/matrix.ts";
import type { Glyph } from "../../media/pdf/page-marks.ts";
import type { PlacedCell } from "../../media/placed-text.ts";
import { completes, isWholeLabel, labelText } from "../../tables/labels.ts";
import { type SetLine, textOfLines } from "../set-lines.ts";
import { borderBetween } from "./find-borders.ts";
import type { Caption, PageLine } from "./find-captions.ts";
import { groupRows } from "./group-rows.ts";
import { type Alignment, type Shares, shareLines } from "./share-lines.ts";
import { type Height, bottomOf, cellOfLines, glyphsBetween, linesWithin, middleOf, topOf } from "./table-region.ts";

const TEXTS = ["name", "target", "actual", "deviationNote"] as const;
const BLANK: Readonly<Record<(typeof TEXTS)[number], number>> = {
  name: 1.5,
  target: 0.8,
  actual: 0.8,
  deviationNote: 0.05,
};
/** Further from its figures, in lines, a text may belong to a neighbour. */
const UNCERTAIN = 0.6;
const DOUBT = "这张表没有框线，这一格按位置归到这一行，可能有出入";

/** Lines of every column of one page, and the heights of its rows' figures. */
interface PageTable {
  readonly page: number;
  readonly columns: Readonly<Record<IndicatorField, readonly SetLine[]>>;
  readonly anchors: readonly number[];
}

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
  const borders: number[] = [-Infinity];
  for (const [at, { box }] of head.entries()) {
    const next = head[at + 1];
    if (next === undefined) break;
    const border = borderBetween(glyphs, box[2] - 1, next.box[0] + 1);
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

function rowsOf(pages: readonly PageTable[], file: string): readonly (readonly PlacedCell[])[] | undefined {
  const pitch = pitchOf(pages);
  let best: Assembled | undefined;
  for (const alignment of ["middle", "top", "bottom"] as const) {
    const shared = pages.map((page, at) => sharePage(page, at, pages.length, pitch, alignment));
    if (shared.includes(undefined)) return undefined;
    const known = shared.filter((each) => each !== undefined);
    const found = assemble(pages, known, alignment, pitch, file);
    if (best === undefined || found.cost < best.cost - 0.01) best = found;
  }
  return best?.rows;
}

interface Assembled {
  readonly rows: readonly (readonly PlacedCell[])[];
  readonly cost: number;
}

interface SharedPage {
  readonly shares: Readonly<Record<(typeof TEXTS)[number], Shares>>;
  readonly cost: number;
}

function sharePage(
  page: PageTable,
  at: number,
  count: number,
  pitch: number,
  alignment: Alignment,
): SharedPage | undefined {
  const entries = TEXTS.map((field) => {
    const cuts = { cutAbove: at > 0, cutBelow: at + 1 < count };
    return [
      field,
      shareLines(page.columns[field], { anchors: page.anchors, pitch, alignment, ...cuts, blank: BLANK[field] }),
    ] as const;
  });
  let cost = 0;
  for (const [, shares] of entries) {
    if (shares === undefined) return undefined;
    cost += shares.cost;
  }
  return { shares: Object.fromEntries(entries) as unknown as SharedPage["shares"], cost };
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

interface OpenRow {
  readonly page: number;
  readonly texts: Record<IndicatorField, readonly SetLine[]>;
  readonly anchor: Caption;
  readonly isDoubtful: boolean;
}

/** A label that the page has torn (产出 / 指标) is one label on both pages. Gives back the lines that are left. */
function mendLabel(
  above: readonly OpenRow[],
  lines: readonly SetLine[],
  field: "level1" | "level2",
): readonly SetLine[] {
  const torn = above.at(-1)?.texts[field];
  if (torn === undefined) return lines;
  const printed = labelText(textOfLines(torn));
  for (let count = 1; count <= Math.min(lines.length, 6); count += 1) {
    const rest = labelText(textOfLines(lines.slice(0, count)));
    if (!completes(printed, rest)) return lines;
    if (!isWholeLabel(rest) && !isWholeLabel(printed + rest)) continue;
    const whole = [...torn, ...lines.slice(0, count)];
    for (const row of above) if (row.texts[field] === torn) row.texts[field] = whole;
    return lines.slice(count);
  }
  return lines;
}

function assemble(
  pages: readonly PageTable[],
  shared: readonly SharedPage[],
  alignment: Alignment,
  pitch: number,
  file: string,
): Assembled {
  let cost = shared.reduce((sum, each) => sum + each.cost, 0);
  const rows: OpenRow[] = [];
  let waiting: Partial<Record<IndicatorField, readonly SetLine[]>> = {};
  for (const [at, table] of pages.entries()) {
    const shares = shared[at]?.shares;
    if (shares === undefined) continue;
    const cutBelow = at + 1 < pages.length;
    const heights = table.anchors.map((anchor, row) => {
      const own = TEXTS.flatMap((field) => shares[field].rows[row] ?? []);
      return {
        top: Math.min(anchor - pitch / 3, ...own.map(({ box }) => box[1])),
        bottom: Math.max(anchor + pitch / 3, ...own.map(({ box }) => box[3])),
      };
    });
    const names = table.anchors.map((_, row) => textOfLines(shares.name.rows[row] ?? []));
    const cuts = { rows: heights, names, pitch, alignment, cutAbove: at > 0, cutBelow };
    const seconds = groupRows(mendLabel(rows, table.columns.level2, "level2"), { ...cuts, below: [] });
    const level2 = [...seconds.labels];
    const below = level2.map((label) => textOfLines(label ?? []));
    const firsts = groupRows(mendLabel(rows, table.columns.level1, "level1"), { ...cuts, below });
    const level1 = [...firsts.labels];
    cost += seconds.cost + firsts.cost;
    const last = rows.at(-1);
    for (const field of TEXTS)
      if (last !== undefined) last.texts[field] = [...last.texts[field], ...shares[field].before];
    for (const [row, anchor] of table.anchors.entries()) {
      const above = rows.at(-1)?.texts;
      const atFigures = (lines: readonly SetLine[]): SetLine[] =>
        lines.filter(({ box }) => Math.abs(middleOf(box) - anchor) < pitch * 0.4);
      const figures = { weight: atFigures(table.columns.weight), score: atFigures(table.columns.score) };
      const own = (field: (typeof TEXTS)[number]): readonly SetLine[] => [
        ...(waiting[field] ?? []),
        ...(shares[field].rows[row] ?? []),
      ];
      const box = [...figures.weight, ...figures.score][0]?.box ?? [0, anchor, 0, anchor];
      rows.push({
        page: table.page,
        texts: {
          level1: level1[row] ?? above?.level1 ?? [],
          level2: level2[row] ?? above?.level2 ?? [],
          name: own("name"),
          target: own("target"),
          actual: own("actual"),
          deviationNote: own("deviationNote"),
          ...figures,
        },
        anchor: { page: table.page, box, text: "", size: pitch },
        isDoubtful: TEXTS.some((field) => shares[field].worst > UNCERTAIN),
      });
      waiting = {};
    }
    waiting = Object.fromEntries(TEXTS.map((field) => [field, shares[field].after]));
  }
  const cells = rows.map(({ texts, anchor, isDoubtful }) =>
    INDICATOR_FIELDS.map((field) =>
      cellOfLines(texts[field], file, anchor, isDoubtful && field === "name" ? DOUBT : undefined),
    ),
  );
  return { rows: cells, cost };
}
