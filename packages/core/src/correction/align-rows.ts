/** Which indicator row of one form is which row of another, when rows were put in, taken out or moved. */
import { INDICATOR_FIELDS, type IndicatorField } from "../place/form-path.ts";
import type { WireForm } from "../wire/wire-schema.ts";

type Row = WireForm["indicators"][number];

/** Row numbers from 0; a row that stands on one side alone has no partner. */
export interface RowPair {
  readonly before?: number;
  readonly after?: number;
  /** The same row in another order among its neighbours. */
  readonly moved?: true;
}

/** A row put in or taken out weighs as much as this many changed cells; a name weighs as much as `NAME` of them. */
const GAP = 3;
const NAME = 3;

/**
 * The pairing with the least difference, in which the order of rows is kept: a row put in does not make the later ones
 * differ. Rows of the same name left on both sides have moved. Given in the order of the second form, each row that is
 * gone before the row that follows it.
 */
export function alignRows(before: readonly Row[], after: readonly Row[]): readonly RowPair[] {
  return pairMoved(inOrder(before, after), before, after);
}

/** As {@link alignRows}, when nothing can have moved: row by row. */
export function rowByRow(before: readonly Row[], after: readonly Row[]): readonly RowPair[] {
  const rows = Math.max(before.length, after.length);
  return Array.from({ length: rows }, (_, row) => ({
    ...(row < before.length ? { before: row } : {}),
    ...(row < after.length ? { after: row } : {}),
  }));
}

function inOrder(before: readonly Row[], after: readonly Row[]): readonly RowPair[] {
  const cost = leastCosts(before, after);
  const at = (one: number, other: number): number => cost[one]?.[other] ?? 0;
  const pairs: RowPair[] = [];
  let [one, other] = [before.length, after.length];
  while (one > 0 || other > 0) {
    const paired =
      one > 0 && other > 0
        ? at(one - 1, other - 1) + distance(before[one - 1], after[other - 1])
        : Number.POSITIVE_INFINITY;
    if (at(one, other) === paired) pairs.push({ before: (one -= 1), after: (other -= 1) });
    else if (other > 0 && at(one, other) === at(one, other - 1) + GAP) pairs.push({ after: (other -= 1) });
    else pairs.push({ before: (one -= 1) });
  }
  return pairs.toReversed();
}

/** `costs[i][j]`: the least difference between the first i rows of one form and the first j of the other. */
function leastCosts(before: readonly Row[], after: readonly Row[]): readonly (readonly number[])[] {
  const costs: number[][] = [Array.from({ length: after.length + 1 }, (_, other) => other * GAP)];
  for (const [one, row] of before.entries()) {
    const above = costs[one] ?? [];
    const line = [(one + 1) * GAP];
    for (const [other, candidate] of after.entries()) {
      const paired = (above[other] ?? 0) + distance(row, candidate);
      const gap = Math.min(above[other + 1] ?? 0, line[other] ?? 0) + GAP;
      line.push(Math.min(paired, gap));
    }
    costs.push(line);
  }
  return costs;
}

/** The number of cells that differ, the name counted {@link NAME} times. */
function distance(a: Row | undefined, b: Row | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY;
  const weigh = (field: IndicatorField): number => (a[field] === b[field] ? 0 : field === "name" ? NAME : 1);
  return INDICATOR_FIELDS.reduce((sum, field) => sum + weigh(field), 0);
}

/** A row gone here and one put in there under the same name are one row that has moved. */
function pairMoved(pairs: readonly RowPair[], before: readonly Row[], after: readonly Row[]): readonly RowPair[] {
  const gone = new Map<string, number[]>();
  for (const pair of pairs) {
    if (pair.before === undefined || pair.after !== undefined) continue;
    const name = before[pair.before]?.name ?? "";
    gone.set(name, [...(gone.get(name) ?? []), pair.before]);
  }
  const moved = new Map<number, number>();
  for (const pair of pairs) {
    if (pair.after === undefined || pair.before !== undefined) continue;
    const name = after[pair.after]?.name ?? "";
    const from = name === "" ? undefined : gone.get(name)?.shift();
    if (from !== undefined) moved.set(pair.after, from);
  }
  const left = new Set(moved.values());
  return pairs.flatMap((pair): RowPair[] => {
    if (pair.after === undefined) return pair.before !== undefined && left.has(pair.before) ? [] : [pair];
    const from = pair.before === undefined ? moved.get(pair.after) : undefined;
    return [from === undefined ? pair : { before: from, after: pair.after, moved: true }];
  });
}
