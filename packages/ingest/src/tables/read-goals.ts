/** 年度总体目标: two cells of prose. */
import type { Edition, WireForm } from "@zipingbiao/core";
import { joinWrapped } from "../lines/join-wrapped.ts";
import { foldCaption } from "../lines/normalise.ts";
import type { Grid, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { type Draft, leaveOver, putText } from "./draft.ts";
import { cellAt, cellUnder, columnOf } from "./row.ts";

/**
 *     年度总体目标 │ 预期目标 │ │ │ 实际完成情况 │ │ │
 *                 │ 完成……  │ │ │ 已完成……    │ │ │
 *
 * A merged label may repeat a goal (seen in a disclosed form); only the cells under the two captions are read.
 */
export function readGoals(
  grid: Grid,
  captions: number,
  end: number,
  edition: Edition,
  draft: Draft,
): WireForm["overallGoal"] {
  const head = grid[captions] ?? { cells: [], afterGap: false };
  const left = columnOf(head, edition.captions.expectedGoal);
  const right = columnOf(head, edition.captions.actualGoal);
  const expected: PlacedCell[] = [];
  const actual: PlacedCell[] = [];
  for (const row of grid.slice(captions + 1, end)) {
    const [first, second] =
      row.ruled === true
        ? [filled(cellUnder(row, head, left)), filled(cellUnder(row, head, right))]
        : goalCells(row, left, right, edition);
    if (first !== undefined) expected.push(first);
    if (second !== undefined) actual.push(second);
    for (const cell of row.cells) {
      const claimed = [first, second].some((goal) => goal?.text === cell.text);
      if (!claimed && !isGoalLabel(cell.text, edition)) leaveOver(draft, cell);
    }
  }
  return {
    expected: putGoal(draft, "overallGoal.expected", expected, head),
    actual: putGoal(draft, "overallGoal.actual", actual, head),
  };
}

type Goals = readonly [PlacedCell | undefined, PlacedCell | undefined];

function filled(cell: PlacedCell): PlacedCell | undefined {
  return cell.text === "" ? undefined : cell;
}

/**
 * The cells under the captions. Where the right one is blank and two texts stand in the row, the row is shifted against
 * its head: they are the two goals in their order. Equal texts could also be one goal that a merged cell repeats.
 */
function goalCells(row: PlacedRow, left: number, right: number, edition: Edition): Goals {
  const under: Goals = [filled(cellAt(row, left)), filled(cellAt(row, right))];
  if (under[1] !== undefined) return under;
  const [first, second, ...more] = row.cells.filter(({ text }) => text !== "" && !isGoalLabel(text, edition));
  if (first === undefined || second === undefined || more.length > 0) return under;
  if (first.text !== second.text) return [first, second];
  const reason = "这一行没有对齐表头，两格文字相同：可能是合并格重复，也可能两项内容一样";
  return [first, { ...second, doubt: { reason, candidates: [second.text, ""] } }];
}

function isGoalLabel(text: string, edition: Edition): boolean {
  if (text.length > 20) return false;
  const folded = foldCaption(text);
  return folded === "" || foldCaption(edition.captions.overallGoal).includes(folded);
}

function putGoal(draft: Draft, at: string, cells: readonly PlacedCell[], head: PlacedRow): string {
  const [first] = cells;
  if (first === undefined) {
    draft.origin[at] = cellAt(head, 0).origin;
    return "";
  }
  return putText(draft, at, { ...first, text: joinWrapped(cells.map(({ text }) => text)) });
}
