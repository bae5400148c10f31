/** The dots of dotted borders, each an object of its own, → the lines that they make. */
import type { Box } from "./matrix.ts";
import type { Rule } from "./page-marks.ts";
import { MAX_THICKNESS } from "./painted-areas.ts";

/** The widest gap between two dots, and how much dots of one line miss each other across it. */
const GAP = 4.5;
const SAME = 0.6;
/** Fewer dots may be anything. */
const FEWEST = 4;

interface Dot {
  readonly rule: Rule;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** The rules with every row of dots as one rule; a page of dotted borders has tens of thousands of them. */
export function joinDots(rules: readonly Rule[]): readonly Rule[] {
  const dots = rules.filter(isDot);
  if (dots.length < FEWEST) return rules;
  const joined: Rule[] = [];
  const taken = new Set<Box>();
  for (const horizontal of [true, false]) {
    for (const row of rowsOf(dots.filter((rule) => rule.horizontal === horizontal))) {
      if (row.length < FEWEST) continue;
      for (const { rule } of row) taken.add(rule.box);
      joined.push({ box: around(row.map(({ rule }) => rule.box)), horizontal });
    }
  }
  return [...rules.filter((rule) => !taken.has(rule.box)), ...joined];
}

function isDot({ box: [x0, y0, x1, y1] }: Rule): boolean {
  return x1 - x0 <= MAX_THICKNESS && y1 - y0 <= MAX_THICKNESS;
}

function rowsOf(rules: readonly Rule[]): (readonly Dot[])[] {
  const dots = rules
    .map((rule): Dot => {
      const [x0, y0, x1, y1] = rule.box;
      return rule.horizontal
        ? { rule, at: (y0 + y1) / 2, from: x0, to: x1 }
        : { rule, at: (x0 + x1) / 2, from: y0, to: y1 };
    })
    .toSorted((a, b) => a.at - b.at);
  const rows: (readonly Dot[])[] = [];
  for (let start = 0; start < dots.length; ) {
    const first = dots[start]?.at ?? 0;
    let end = start;
    while (end < dots.length && (dots[end]?.at ?? Infinity) - first <= SAME) end += 1;
    let row: Dot[] = [];
    let reached = -Infinity;
    for (const dot of dots.slice(start, end).toSorted((a, b) => a.from - b.from)) {
      if (dot.from - reached > GAP) rows.push((row = []));
      row.push(dot);
      reached = Math.max(reached, dot.to);
    }
    start = end;
  }
  return rows;
}

function around(boxes: readonly Box[]): Box {
  return boxes.reduce<Box>(
    (one, [x0, y0, x1, y1]) => [Math.min(one[0], x0), Math.min(one[1], y0), Math.max(one[2], x1), Math.max(one[3], y1)],
    [Infinity, Infinity, -Infinity, -Infinity],
  );
}
