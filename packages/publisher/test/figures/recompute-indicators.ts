/** 指标完成情况 and the quoted notes, reckoned again. */
import { integerOf, quotientText, sumOf, textOf } from "./plain-number.ts";
import type { PlainCounts, PlainGroup, PlainLine, PlainPoints } from "./plain-shape.ts";
import { type PlainJudgement, type WireIndicator, givesReason, judge } from "./read-plainly.ts";
import { type Numbered, leftOutText } from "./published-entry.ts";

const LEVEL1 = "成本指标 产出指标 效益指标 满意度指标".split(" ");
const LEVEL2 = [
  "经济成本指标 社会成本指标 生态环境成本指标 数量指标 质量指标 时效指标 成本指标",
  "经济效益指标 社会效益指标 生态效益指标 可持续影响指标 服务对象满意度指标",
].flatMap((labels) => labels.split(" "));

interface Row extends PlainJudgement {
  readonly at: string;
  readonly wire: WireIndicator;
  readonly line: PlainLine;
  readonly isDeducted: boolean;
}

type PlainIndicators = Pick<
  PlainGroup,
  | "indicators"
  | "sections"
  | "execution"
  | "missed"
  | "deducted"
  | "deductedWithoutReason"
  | "unjudgedReasons"
  | "deviations"
  | "remarks"
> & { readonly rows: readonly PlainLine[] };

export function plainIndicators(entries: readonly Numbered[]): PlainIndicators {
  const rows = entries.flatMap((entry) => entry.wire.indicators.map((wire, at) => rowOf(entry, wire, at)));
  const places = (some: readonly Row[]): readonly string[] => some.map(({ at }) => at);
  const deducted = rows.filter(({ isDeducted }) => isDeducted);
  const telling = rows.filter(({ line }) => line.givesReason);
  const isDeviation = ({ judgement, line }: Row): boolean =>
    judgement === "missed" || (line.lost !== undefined && integerOf(line.lost) > 0n);
  return {
    indicators: countsOf(rows),
    sections: labelled(rows, (wire) => wire.level1, LEVEL1).map(([label, members]) => ({
      label,
      counts: countsOf(members),
      groups: labelled(members, (wire) => wire.level2, LEVEL2).map(([inner, below]) => ({
        label: inner,
        counts: countsOf(below),
      })),
    })),
    execution: pointsOf(entries.map(({ wire }) => wire.funds.total)),
    missed: places(rows.filter(({ judgement }) => judgement === "missed")),
    deducted: places(deducted),
    deductedWithoutReason: places(deducted.filter(({ line }) => !line.givesReason)),
    unjudgedReasons: reasonsOf(rows),
    deviations: quoted(telling.filter(isDeviation)),
    remarks: quoted(telling.filter((row) => !isDeviation(row))),
    rows: rows.map(({ line }) => line),
  };
}

function rowOf({ number, wire: form }: Numbered, wire: WireIndicator, index: number): Row {
  const at = `${number}.${index}`;
  const { weight, score } = wire;
  const lost = weight === null || score === null ? undefined : integerOf(weight) - integerOf(score);
  const cell = (field: "weight" | "score"): string => {
    const text = wire[field];
    if (text !== null) return textOf(integerOf(text));
    return leftOutText(form, `indicators[${index}].${field}`).includes(" unreadable ") ? "unreadable" : "blank";
  };
  const { judgement, byWording, reason } = judge(wire);
  return {
    at,
    wire,
    judgement,
    byWording,
    reason,
    line: {
      at,
      weight: cell("weight"),
      score: cell("score"),
      lost: lost === undefined ? undefined : textOf(lost),
      judgement,
      byWording,
      givesReason: givesReason(wire.deviationNote),
    },
    isDeducted: lost !== undefined && lost > 0n && integerOf(weight ?? "0") > 0n && integerOf(score ?? "0") >= 0n,
  };
}

function reasonsOf(rows: readonly Row[]): readonly string[] {
  const reasons = rows.flatMap(({ judgement, reason }) => (judgement === "unjudged" ? [reason] : []));
  const count = (wanted: string): number => reasons.filter((reason) => reason === wanted).length;
  return [...new Set(reasons)]
    .toSorted((a, b) => count(b) - count(a) || (a < b ? -1 : 1))
    .map((reason) => `${reason} ${count(reason)}`);
}

function countsOf(rows: readonly Row[]): PlainCounts {
  const count = (wanted: PlainJudgement["judgement"], wording = false): number =>
    rows.filter(({ judgement, byWording }) => judgement === wanted && (!wording || byWording)).length;
  return {
    indicators: rows.length,
    met: count("met"),
    missed: count("missed"),
    unjudged: count("unjudged"),
    metByWording: count("met", true),
    missedByWording: count("missed", true),
    fullMarks: rows.filter(({ wire, line }) => line.lost === "0" && integerOf(wire.weight ?? "0") > 0n).length,
    points: pointsOf(rows.map(({ wire }) => wire)),
  };
}

function pointsOf(rows: readonly { readonly weight: string | null; readonly score: string | null }[]): PlainPoints {
  const read = rows.flatMap(({ weight, score }) =>
    weight === null || score === null ? [] : [[integerOf(weight), integerOf(score)] as const],
  );
  const weights = sumOf(read.map(([weight]) => weight));
  const scores = sumOf(read.map(([, score]) => score));
  return {
    weight: textOf(weights),
    score: textOf(scores),
    lost: textOf(weights - scores),
    rate: quotientText(scores, weights),
    counted: read.length,
    leftOut: rows.length - read.length,
  };
}

function labelled(
  rows: readonly Row[],
  labelOf: (wire: WireIndicator) => string,
  order: readonly string[],
): readonly (readonly [label: string, rows: readonly Row[]])[] {
  const labels = [...new Set(rows.map(({ wire }) => labelOf(wire).replaceAll(/\s/gu, "")))];
  const known = order.filter((label) => labels.includes(label));
  const unknown = labels.filter((label) => label !== "" && !order.includes(label)).toSorted();
  return [...known, ...unknown, ...labels.filter((label) => label === "")].map((label) => [
    label,
    rows.filter(({ wire }) => labelOf(wire).replaceAll(/\s/gu, "") === label),
  ]);
}

function quoted(rows: readonly Row[]): readonly (readonly string[])[] {
  const texts = new Map<string, string[]>();
  for (const { at, wire } of rows) {
    const key = wire.deviationNote.replaceAll(/\s/gu, "");
    texts.set(key, [...(texts.get(key) ?? [wire.deviationNote.trim()]), at]);
  }
  return [...texts.values()].toSorted((a, b) => b.length - a.length);
}
