/** 项目资金: four rows of six figures. */
import {
  type Edition,
  FUND_COLUMNS,
  FUND_ROWS,
  type FundRow,
  type WireForm,
  fundColumnSpellings,
  fundPath,
  fundRowSpellings,
} from "@zipingbiao/core";
import { foldCaption, isBlank } from "../lines/normalise.ts";
import type { Grid, PlacedRow } from "../media/placed-text.ts";
import { unrecognised } from "../refusal.ts";
import { type Draft, leaveOver, putNumber } from "./draft.ts";
import { cellAt, cellUnder, columnOf, placeOf, textOfRow } from "./row.ts";
import { askUneven } from "./uneven-row.ts";

type WireFunds = WireForm["funds"];

/**
 *     项目资金(万元) │                │ 年初预算数 │ 全年预算数 │ 全年执行数 │ 分数 │ 执行率(%) │ 得分
 *                   │ 年度资金总额：  │ 0.00 │ 308.00 │ 306.75 │ 10.00 │ 99.59 │ 9.96
 *                   │ 其中：当年财政拨款 │ 0.00 │ 308.00 │ 306.75 │ - │ 99.59 │ -
 */
export function readFundTable(grid: Grid, captions: number, end: number, edition: Edition, draft: Draft): WireFunds {
  const head = grid[captions];
  const columns = FUND_COLUMNS.map((column) =>
    head === undefined ? -1 : columnOf(head, ...fundColumnSpellings(edition, column)),
  );
  const first = Math.min(...columns);
  const funds: Partial<Record<FundRow, WireFunds[FundRow]>> = {};
  for (const each of grid.slice(captions + 1, end)) {
    const row = head === undefined ? each : askUneven(each, head);
    const at = row.cells.findIndex(({ text }) => fundRowOf(text, edition) !== undefined);
    const name = fundRowOf(row.cells[at]?.text ?? "", edition);
    if (name === undefined || funds[name] !== undefined) {
      for (const cell of row.cells) if (!isLabelRest(cell.text)) leaveOver(draft, cell);
      continue;
    }
    const shift = row.ruled === true ? 0 : shiftOf(row, at, first);
    funds[name] = readLine(
      row,
      name,
      head,
      columns.map((column) => column + shift),
      at,
      draft,
    );
  }
  const lost = FUND_ROWS.filter((name) => funds[name] === undefined);
  if (lost.length > 0) {
    const words = lost.map((name) => edition.captions.fundRows[name]).join("、");
    throw unrecognised(placeOf(head), head === undefined ? "" : textOfRow(head), `项目资金的「${words}」一行`);
  }
  return funds as WireFunds;
}

/** Which of the four rows a label names; the label may have been torn or set with blanks. */
export function fundRowOf(label: string, edition: Edition): FundRow | undefined {
  if (label.length > 60) return undefined;
  const folded = stemOf(label);
  return FUND_ROWS.find((row) =>
    fundRowSpellings(edition, row).some((spelling) => {
      const stem = stemOf(spelling);
      // 当年财政 / 拨款: the end of a label may stand in another line or behind its figures.
      return folded.startsWith(row === "total" ? stem : stem.slice(0, 4));
    }),
  );
}

function stemOf(label: string): string {
  return foldCaption(label).replace(/^其中:?/u, "");
}

// A label that the page has cut leaves its rest (拨款) in a row of its own.
function isLabelRest(text: string): boolean {
  return /^(?:拨款|资金|总额|其中:?)?$/u.test(foldCaption(text));
}

// A row that lost or gained a cell before its label is shifted as a whole.
function shiftOf(row: PlacedRow, label: number, first: number): number {
  const firstFigure = row.cells.findIndex(({ text }, at) => at > label && text.trim() !== "");
  const shift = label - (first - 1);
  // Labels may span two columns; then the figures begin where the head says, or just behind the label.
  return firstFigure === -1 || firstFigure >= first ? 0 : Math.min(shift, 0);
}

function readLine(
  row: PlacedRow,
  name: FundRow,
  head: PlacedRow | undefined,
  columns: readonly number[],
  label: number,
  draft: Draft,
): WireFunds[FundRow] {
  const cells = columns.map((at) =>
    row.ruled === true && head !== undefined ? cellUnder(row, head, at) : cellAt(row, at),
  );
  const line = FUND_COLUMNS.map((column, at) => {
    const cell = cells[at] ?? cellAt(row, 0);
    return [column, putNumber(draft, fundPath(name, column), cell, column === "executionRate")] as const;
  });
  for (const [at, cell] of row.cells.entries()) {
    if (!cells.includes(cell) && at > label && !isBlank(cell.text)) leaveOver(draft, cell);
  }
  return Object.fromEntries(line) as WireFunds[FundRow];
}
