/** Labels that are merged over several rows, where no rule shows how far: which rows they stand for. */
import { fold } from "../../lines/normalise.ts";
import { isWholeLabel, labelText, parentsOf } from "../../tables/labels.ts";
import { type SetLine, textOfLines } from "../set-lines.ts";
import type { Alignment } from "./share-lines.ts";

/** The height of a row's texts. */
export interface RowHeight {
  readonly top: number;
  readonly bottom: number;
}

/** What is known of one page. */
export interface LabelPlaces {
  readonly rows: readonly RowHeight[];
  readonly pitch: number;
  readonly alignment: Alignment;
  readonly cutAbove: boolean;
  readonly cutBelow: boolean;
  /** The second-level label of every row, where the first level is looked for. */
  readonly below: readonly string[];
  /** The name of every indicator. */
  readonly names: readonly string[];
}

interface Label {
  readonly text: string;
  readonly lines: readonly SetLine[];
  readonly top: number;
  readonly bottom: number;
}

/** For every row the lines of its label, `undefined` where it goes on from the page before; and how ill that fits. */
export interface GroupedRows {
  readonly labels: readonly (readonly SetLine[] | undefined)[];
  readonly cost: number;
}

export function groupRows(lines: readonly SetLine[], places: LabelPlaces): GroupedRows {
  const labels = labelsOf(lines, places.pitch);
  const { rows } = places;
  const none = rows.map(() => undefined);
  if (labels.length === 0 || labels.length > rows.length)
    return { labels: labels.length === 0 ? none : nearest(labels, rows), cost: labels.length === 0 ? 0 : 10 };
  // best[label][row]: the first `label` labels stand for the first `row` rows.
  const best = Array.from({ length: labels.length + 1 }, () => Array<number>(rows.length + 1).fill(Infinity));
  const chosen = Array.from({ length: labels.length + 1 }, () => Array<number>(rows.length + 1).fill(0));
  const start = best[0] ?? [];
  for (let row = 0; row <= (places.cutAbove ? rows.length : 0); row += 1) start[row] = row === 0 ? 0 : 0.2 + row * 0.01;
  for (const [at, label] of labels.entries()) {
    for (let from = 0; from < rows.length; from += 1) {
      const so = best[at]?.[from] ?? Infinity;
      if (so === Infinity) continue;
      for (let to = from + 1; to <= rows.length; to += 1) {
        const cost = so + costOf(label, from, to, at === labels.length - 1, places);
        const next = best[at + 1];
        if (next !== undefined && cost < (next[to] ?? Infinity)) {
          next[to] = cost;
          (chosen[at + 1] ?? [])[to] = from;
        }
      }
    }
  }
  const found: (readonly SetLine[] | undefined)[] = [...none];
  for (let at = labels.length, to = rows.length; at > 0; at -= 1) {
    const from = chosen[at]?.[to] ?? 0;
    for (let row = from; row < to; row += 1) found[row] = labels[at - 1]?.lines;
    to = from;
  }
  return { labels: found, cost: best[labels.length]?.[rows.length] ?? 0 };
}

function costOf(label: Label, from: number, to: number, isLast: boolean, places: LabelPlaces): number {
  const { rows, pitch, alignment, cutBelow, below, names } = places;
  const [top, bottom] = [rows[from]?.top ?? 0, rows[to - 1]?.bottom ?? 0];
  const fromTop = Math.abs(label.top - top);
  const fromMiddle = Math.abs(label.top + label.bottom - top - bottom) / 2;
  const isCut = isLast && cutBelow;
  // Of a merged cell that the page cuts, some programs set the label beside the first row.
  const distance = isCut
    ? Math.min(fromMiddle, fromTop) * 0.3
    : alignment === "middle"
      ? fromMiddle
      : alignment === "top"
        ? fromTop
        : Math.abs(label.bottom - bottom);
  const isOutside = label.bottom < top - pitch / 2 || label.top > bottom + pitch / 2;
  const parent = fold(label.text);
  const strangers = below
    .slice(from, to)
    .filter((level2) => parentsOf(level2).length > 0 && !parentsOf(level2).includes(parent)).length;
  return distance / pitch + (isOutside ? 3 : 0) + strangers * 0.8 + timely(parent, names.slice(from, to)) * 0.06;
}

/** Two ways to share rows out may fit equally well; then 及时 in a name speaks for 时效指标. */
function timely(label: string, names: readonly string[]): number {
  if (!label.endsWith("指标") || parentsOf(label).length === 0 || label === "时效指标") return 0;
  return names.filter((name) => /及时|按时|按期|时效/u.test(name)).length;
}

/** Lines that follow each other until a label is whole. */
function labelsOf(lines: readonly SetLine[], pitch: number): Label[] {
  const labels: Label[] = [];
  let open: SetLine[] = [];
  const close = (): void => {
    const [first, last] = [open[0], open.at(-1)];
    if (first !== undefined && last !== undefined)
      labels.push({ text: labelText(textOfLines(open)), lines: open, top: first.box[1], bottom: last.box[3] });
    open = [];
  };
  for (const line of lines) {
    const last = open.at(-1);
    if (last !== undefined && line.box[1] - last.box[1] > pitch * 1.7) close();
    open.push(line);
    if (isWholeLabel(labelText(textOfLines(open)))) close();
  }
  close();
  return labels;
}

function nearest(labels: readonly Label[], rows: readonly RowHeight[]): readonly (readonly SetLine[] | undefined)[] {
  return rows.map(({ top, bottom }) => {
    const distance = (label: Label): number => Math.abs(label.top + label.bottom - top - bottom);
    return labels.toSorted((a, b) => distance(a) - distance(b))[0]?.lines;
  });
}
