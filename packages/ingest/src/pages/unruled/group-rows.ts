/** Labels that are merged over several rows, where no rule shows how far: which rows they stand for. */
import { formatDecimal, readGroupLabel } from "@zipingbiao/core";
import { fold } from "../../lines/normalise.ts";
import { completes, isWholeLabel, labelName, labelText, parentsOf } from "../../tables/labels.ts";
import { type SetLine, textOfLines } from "../set-lines.ts";
import { type Alignment, NEAR } from "./share-lines.ts";

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
  /** The weight of every row in hundredths; `undefined` where it is no figure. */
  readonly weights: readonly (bigint | undefined)[];
}

interface Label {
  readonly text: string;
  readonly lines: readonly SetLine[];
  readonly top: number;
  readonly bottom: number;
}

/** The lines of a label, `undefined` where it goes on from the page before. */
export type LabelLines = readonly SetLine[] | undefined;

/** For every row its label, and another one that fits nearly as well; and how ill the whole fits. */
export interface GroupedRows {
  readonly labels: readonly LabelLines[];
  readonly rivals: readonly (readonly LabelLines[])[];
  readonly cost: number;
}

const STRANGER = 3;
const WRONG_POINTS = 3;

export function groupRows(lines: readonly SetLine[], places: LabelPlaces): GroupedRows {
  const labels = labelsOf(lines, places.pitch);
  const { rows, cutAbove } = places;
  if (labels.length === 0) return { labels: rows.map(() => undefined), rivals: rows.map(() => []), cost: 0 };
  if (labels.length > rows.length) return nearest(labels, rows);
  const way = (label: number, from: number, to: number): number => costOf(labels, label, from, to, places);
  // rest[label][row]: the labels from `label` on stand for the rows from `row` on. Before the first label, the one of the page before goes on.
  const rest = Array.from({ length: labels.length + 1 }, () => Array<number>(rows.length + 1).fill(Infinity));
  const best = Array.from({ length: labels.length + 1 }, () => Array<number>(rows.length + 1).fill(Infinity));
  const [start, end] = [best[0] ?? [], rest[labels.length] ?? []];
  end[rows.length] = 0;
  for (let row = 0; row <= (cutAbove ? rows.length : 0); row += 1) start[row] = row === 0 ? 0 : 0.2 + row * 0.01;
  for (const at of labels.keys()) {
    const [own, next] = [best[at] ?? [], best[at + 1] ?? []];
    for (let from = 0; from < rows.length; from += 1)
      for (let to = from + 1; to <= rows.length; to += 1)
        next[to] = Math.min(next[to] ?? Infinity, (own[from] ?? Infinity) + way(at, from, to));
  }
  for (let at = labels.length - 1; at >= 0; at -= 1) {
    const [own, next] = [rest[at] ?? [], rest[at + 1] ?? []];
    for (let from = 0; from < rows.length; from += 1)
      for (let to = from + 1; to <= rows.length; to += 1)
        own[from] = Math.min(own[from] ?? Infinity, way(at, from, to) + (next[to] ?? Infinity));
  }
  return decide(labels, { best, rest, way }, places);
}

interface Costs {
  readonly best: readonly (readonly number[])[];
  readonly rest: readonly (readonly number[])[];
  readonly way: (label: number, from: number, to: number) => number;
}

/** For every row what each label would cost there at least: the cheapest one, and those that cost hardly more. */
function decide(labels: readonly Label[], { best, rest, way }: Costs, { rows }: LabelPlaces): GroupedRows {
  const cost = best[labels.length]?.[rows.length] ?? Infinity;
  const least = rows.map(() => new Map<number, number>());
  const note = (label: number, from: number, to: number, all: number): void => {
    if (all >= cost + NEAR) return;
    for (const some of least.slice(from, to)) some.set(label, Math.min(some.get(label) ?? Infinity, all));
  };
  for (let row = 1; row <= rows.length; row += 1)
    note(-1, 0, row, (best[0]?.[row] ?? Infinity) + (rest[0]?.[row] ?? Infinity));
  for (const at of labels.keys())
    for (let from = 0; from < rows.length; from += 1) {
      const so = best[at]?.[from] ?? Infinity;
      if (so + (rest[at]?.[from] ?? Infinity) >= cost + NEAR) continue;
      for (let to = from + 1; to <= rows.length; to += 1)
        note(at, from, to, so + way(at, from, to) + (rest[at + 1]?.[to] ?? Infinity));
    }
  const ranked = least.map((some) => [...some].toSorted((a, b) => a[1] - b[1]).map(([label]) => labels[label]?.lines));
  return { labels: ranked.map(([first]) => first), rivals: ranked.map(([, ...others]) => others), cost };
}

function costOf(labels: readonly Label[], at: number, from: number, to: number, places: LabelPlaces): number {
  const label = labels[at];
  if (label === undefined) return Infinity;
  const { rows, pitch, alignment, cutBelow, below, names } = places;
  const [top, bottom] = [rows[from]?.top ?? 0, rows[to - 1]?.bottom ?? 0];
  const fromTop = Math.abs(label.top - top);
  const fromMiddle = Math.abs(label.top + label.bottom - top - bottom) / 2;
  const isCut = at === labels.length - 1 && cutBelow;
  // Of a merged cell that the page cuts, some programs set the label beside the first row.
  const distance = isCut
    ? Math.min(fromMiddle, fromTop) * 0.3
    : alignment === "middle"
      ? fromMiddle
      : alignment === "top"
        ? fromTop
        : Math.abs(label.bottom - bottom);
  const isOutside = label.bottom < top - pitch / 2 || label.top > bottom + pitch / 2;
  const parent = labelName(label.text);
  let strangers = 0;
  for (let row = from; row < Math.min(to, below.length); row += 1) {
    const parents = parentsOf(below[row] ?? "");
    if (parents.length > 0 && !parents.includes(parent)) strangers += 1;
  }
  return (
    distance / pitch +
    (isOutside ? 3 : 0) +
    strangers * STRANGER +
    timely(parent, names, from, to) * 0.06 +
    (fitsPoints(label, from, to, isCut, places) ? 0 : WRONG_POINTS)
  );
}

/** 产出指标(50分): the weights of its rows make up its points. */
function fitsPoints({ text }: Label, from: number, to: number, isCut: boolean, { weights }: LabelPlaces): boolean {
  const points = pointsOf(text);
  const own = weights.slice(from, to);
  if (points === undefined || own.length < to - from || own.includes(undefined)) return true;
  const sum = own.reduce<bigint>((all, weight) => all + (weight ?? 0n), 0n);
  return isCut ? sum <= points : sum === points;
}

/** The points that a label prints, in hundredths. */
export function pointsOf(label: string): bigint | undefined {
  const { points } = readGroupLabel(label.normalize("NFKC"));
  return points === undefined ? undefined : hundredths(formatDecimal(points));
}

/** A plain decimal with two places at most, in hundredths. */
export function hundredths(plain: string | undefined): bigint | undefined {
  const [, whole, part = ""] = /^(\d{1,9})(?:\.(\d{1,2}?)0*)?$/u.exec(plain ?? "") ?? [];
  return whole === undefined ? undefined : BigInt(whole + part.padEnd(2, "0"));
}

/** Two ways to share rows out may fit equally well; then 及时 in a name speaks for 时效指标. */
function timely(label: string, names: readonly string[], from: number, to: number): number {
  if (!label.endsWith("指标") || parentsOf(label).length === 0 || label === "时效指标") return 0;
  return names.slice(from, to).filter((name) => /及时|按时|按期|时效/u.test(name)).length;
}

/** Lines that follow each other until a label is whole, with its points. */
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
    const text = labelText(textOfLines(open));
    const distance = last === undefined ? 0 : line.box[1] - last.box[1];
    const goesOn = isWholeLabel(text)
      ? completes(text, labelText(line.text)) || opensPoints(text, line.text)
      : distance < pitch * 1.7;
    if (!goesOn || distance > pitch * 3) close();
    open.push(line);
  }
  close();
  return labels;
}

/** 产出指标 / （50 / 分）: points in a narrow column are torn themselves. */
function opensPoints(label: string, line: string): boolean {
  return pointsOf(label) === undefined && /^\(\d{0,3}(?:\.\d{0,2})?分?$/u.test(fold(line));
}

/** More labels than rows: nothing is certain. */
function nearest(labels: readonly Label[], rows: readonly RowHeight[]): GroupedRows {
  const ranked = rows.map(({ top, bottom }) => {
    const distance = (label: Label): number => Math.abs(label.top + label.bottom - top - bottom);
    return labels.toSorted((a, b) => distance(a) - distance(b)).map(({ lines }) => lines);
  });
  return {
    labels: ranked.map(([first]) => first),
    rivals: ranked.map(([, ...others]) => others.slice(0, 3)),
    cost: 10,
  };
}
