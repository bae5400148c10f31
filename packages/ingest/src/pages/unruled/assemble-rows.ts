/** Texts and labels of every page → the indicator rows of the whole table. */
import type { IndicatorField } from "@zipingbiao/core";
import { plainDecimal } from "../../lines/normalise.ts";
import { completes, isWholeLabel, labelText } from "../../tables/labels.ts";
import { type SetLine, textOfLines } from "../set-lines.ts";
import type { Caption } from "./find-captions.ts";
import { type GroupedRows, type LabelLines, type LabelPlaces, groupRows, hundredths } from "./group-rows.ts";
import { type Alignment, type Shares, shareLines } from "./share-lines.ts";
import { middleOf } from "./table-region.ts";

const TEXTS = ["name", "target", "actual", "deviationNote"] as const;
const LABELS = ["level1", "level2"] as const;
type TextField = (typeof TEXTS)[number];
type LabelField = (typeof LABELS)[number];

/** Lines of every column of one page, and the heights of its rows' figures. */
export interface PageTable {
  readonly page: number;
  readonly columns: Readonly<Record<IndicatorField, readonly SetLine[]>>;
  readonly anchors: readonly number[];
}

/** The texts of one page by row. */
export interface SharedPage {
  readonly shares: Readonly<Record<TextField, Shares>>;
  readonly cost: number;
}

/** A row with its lines by column, and other lines that would fit nearly as well. */
export interface OpenRow {
  readonly page: number;
  readonly texts: Record<IndicatorField, readonly SetLine[]>;
  readonly rivals: Record<TextField | LabelField, readonly (readonly SetLine[])[]>;
  /** Texts that stand too far from the figures of the row to belong to it alone. */
  readonly far: readonly TextField[];
  readonly anchor: Caption;
}

/** One way to read the table. */
export interface Assembled {
  readonly rows: readonly OpenRow[];
  readonly cost: number;
}

/** What a cell without text costs. */
const BLANK: Readonly<Record<TextField, number>> = { name: 1.5, target: 0.8, actual: 0.8, deviationNote: 0.05 };
/** Further from its figures, in lines, a text may belong to a neighbour. */
const FAR = 0.6;

/** `undefined` where there are more lines than any form has. */
export function sharePage(
  page: PageTable,
  at: number,
  count: number,
  pitch: number,
  alignment: Alignment,
): SharedPage | undefined {
  const cuts = { cutAbove: at > 0, cutBelow: at + 1 < count };
  const share = (field: TextField): Shares | undefined =>
    shareLines(page.columns[field], { anchors: page.anchors, pitch, alignment, ...cuts, blank: BLANK[field] });
  const [name, target, actual, deviationNote] = TEXTS.map(share);
  if (name === undefined || target === undefined || actual === undefined || deviationNote === undefined)
    return undefined;
  const cost = name.cost + target.cost + actual.cost + deviationNote.cost;
  return { shares: { name, target, actual, deviationNote }, cost };
}

/** Labels that stand otherwise than the texts: seldom, but for those in the middle of a merged cell. */
const UNLIKE = { middle: 0.1, top: 1, bottom: 1 };

/** `labels` tells how the labels stand in their merged cells, `texts` how the texts stand in theirs. */
export function assembleRows(
  pages: readonly PageTable[],
  shared: readonly SharedPage[],
  setting: { readonly labels: Alignment; readonly texts: Alignment; readonly pitch: number },
): Assembled {
  let cost = shared.reduce((sum, each) => sum + each.cost, 0);
  if (setting.labels !== setting.texts) cost += UNLIKE[setting.labels];
  const rows: OpenRow[] = [];
  let waiting: Partial<Record<IndicatorField, readonly SetLine[]>> = {};
  for (const [at, table] of pages.entries()) {
    const shares = shared[at]?.shares;
    if (shares === undefined) continue;
    const figures = table.anchors.map((anchor) => figuresAt(table, anchor, setting.pitch));
    const places = {
      ...placesOf(table, shares, setting.pitch),
      alignment: setting.labels,
      weights: figures.map(({ weight }) => hundredths(plainDecimal(textOfLines(weight), false))),
      cutAbove: at > 0,
      cutBelow: at + 1 < pages.length,
    };
    const level2 = groupRows(mendLabel(rows, table.columns.level2, "level2"), { ...places, below: [] });
    const below = level2.labels.map((label) => textOfLines(label ?? rows.at(-1)?.texts.level2 ?? []));
    const firsts = mendLabel(rows, table.columns.level1, "level1");
    const level1 = groupRows(firsts, { ...places, below });
    // What the words of the labels say may be odd all the same; then the places alone are told as well.
    const byPlace = groupRows(firsts, { ...places, below: [], weights: [] });
    cost += level2.cost + level1.cost;
    const last = rows.at(-1);
    for (const field of TEXTS)
      if (last !== undefined) last.texts[field] = [...last.texts[field], ...shares[field].before];
    const before = last?.texts;
    for (const [row, own] of figures.entries()) {
      const anchor = table.anchors[row] ?? 0;
      const text = (field: TextField, lines: readonly SetLine[] = []): readonly SetLine[] => [
        ...(waiting[field] ?? []),
        ...lines,
      ];
      const label = (field: LabelField, lines: LabelLines): readonly SetLine[] => lines ?? before?.[field] ?? [];
      const rival = (field: TextField): readonly (readonly SetLine[])[] => {
        const lines = shares[field].rivals[row];
        return lines === undefined ? [] : [text(field, lines)];
      };
      const rivals = ({ rivals: some }: GroupedRows, field: LabelField): readonly (readonly SetLine[])[] =>
        (some[row] ?? []).map((lines) => label(field, lines));
      rows.push({
        page: table.page,
        texts: {
          level1: label("level1", level1.labels[row]),
          level2: label("level2", level2.labels[row]),
          name: text("name", shares.name.rows[row]),
          target: text("target", shares.target.rows[row]),
          actual: text("actual", shares.actual.rows[row]),
          deviationNote: text("deviationNote", shares.deviationNote.rows[row]),
          ...own,
        },
        rivals: {
          level1: [label("level1", byPlace.labels[row]), ...rivals(level1, "level1")],
          level2: rivals(level2, "level2"),
          name: rival("name"),
          target: rival("target"),
          actual: rival("actual"),
          deviationNote: rival("deviationNote"),
        },
        far: TEXTS.filter((field) => (shares[field].misfits[row] ?? 0) > FAR),
        anchor: {
          page: table.page,
          box: [...own.weight, ...own.score][0]?.box ?? [0, anchor, 0, anchor],
          text: "",
          size: setting.pitch,
        },
      });
      waiting = {};
    }
    waiting = Object.fromEntries(TEXTS.map((field) => [field, shares[field].after]));
  }
  return { rows, cost };
}

function figuresAt(
  { columns }: PageTable,
  anchor: number,
  pitch: number,
): Readonly<Record<"weight" | "score", readonly SetLine[]>> {
  const near = ({ box }: SetLine): boolean => Math.abs(middleOf(box) - anchor) < pitch * 0.4;
  return { weight: columns.weight.filter(near), score: columns.score.filter(near) };
}

function placesOf(
  { anchors }: PageTable,
  shares: SharedPage["shares"],
  pitch: number,
): Pick<LabelPlaces, "rows" | "names" | "pitch"> {
  const heights = anchors.map((anchor, row) => {
    const own = TEXTS.flatMap((field) => shares[field].rows[row] ?? []);
    return {
      top: Math.min(anchor - pitch / 3, ...own.map(({ box }) => box[1])),
      bottom: Math.max(anchor + pitch / 3, ...own.map(({ box }) => box[3])),
    };
  });
  return { rows: heights, names: anchors.map((_, row) => textOfLines(shares.name.rows[row] ?? [])), pitch };
}

/** A label that the page has torn (产出 / 指标) is one label on both pages. Gives back the lines that are left. */
function mendLabel(above: readonly OpenRow[], lines: readonly SetLine[], field: LabelField): readonly SetLine[] {
  const torn = above.at(-1)?.texts[field];
  if (torn === undefined) return lines;
  const printed = labelText(textOfLines(torn));
  for (let count = 1; count <= Math.min(lines.length, 6); count += 1) {
    const rest = labelText(textOfLines(lines.slice(0, count)));
    if (!completes(printed, rest)) return lines;
    if (!isWholeLabel(rest) && !isWholeLabel(printed + rest)) continue;
    const whole = [...torn, ...lines.slice(0, count)];
    for (const row of above) {
      if (row.texts[field] === torn) row.texts[field] = whole;
      row.rivals[field] = row.rivals[field].map((each) => (each === torn ? whole : each));
    }
    return lines.slice(count);
  }
  return lines;
}
