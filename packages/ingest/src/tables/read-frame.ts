/** Where the parts of a form stand in its grid, and which edition its captions are. */
import {
  type CurrencyUnit,
  EDITIONS,
  type Edition,
  type SeenFrame,
  foreignCaptions,
  missingCaptions,
  recognise,
} from "@zipingbiao/core";
import { foldCaption } from "../lines/normalise.ts";
import type { Grid, PlacedRow } from "../media/placed-text.ts";
import { truncated, unrecognised } from "../refusal.ts";
import { FUND_MARKS, GOAL_MARKS, INDICATOR_MARKS } from "./head-marks.ts";
import { captionsOf, columnOf, placeOf, textOfRow } from "./row.ts";

const TOTALS = new Set(EDITIONS.map(({ captions }) => foldCaption(captions.total)));

/** Row numbers of the caption rows. The rows between them belong to the part above. */
export interface Frame {
  readonly edition: Edition;
  readonly project: number;
  readonly funds: number;
  readonly goals: number;
  readonly indicators: number;
  readonly total: number;
}

/**
 *     项目名称 │ …                                      project
 *     项目资金（万元） │ │ 年初预算数 │ … │ 得分          funds
 *     年度总体目标 │ 预期目标 │ 实际完成情况              goals
 *     一级指标 │ 二级指标 │ … │ 偏差原因分析及改进措施    indicators
 *     总分 │ │ │ │ │ 100.00 │ 99.78                    total
 *
 * Throws a refusal that names the first of them that is missing or has other captions.
 */
export function readFrame(grid: Grid): Frame {
  const project = rowWith(grid, 0, (row) => columnOf(row, "项目名称") !== -1);
  if (project === -1) throw unrecognised(placeOf(grid[0]), seenFrom(grid, 0), "「项目名称」一行");
  const funds = rowWith(grid, project, (row) => columnOf(row, ...FUND_MARKS) !== -1);
  if (funds === -1) throw missing(grid, project, "项目资金的表头（年初预算数、全年预算数、全年执行数…）");
  const goals = rowWith(grid, funds, (row) => columnOf(row, ...GOAL_MARKS) !== -1);
  if (goals === -1) throw missing(grid, funds, "年度总体目标的表头（预期目标、实际完成情况）");
  const indicators = rowWith(grid, goals, (row) => columnOf(row, ...INDICATOR_MARKS) !== -1);
  if (indicators === -1) throw missing(grid, goals, "绩效指标的表头（一级指标、二级指标、三级指标…）");
  const edition = recogniseRows(grid, funds, goals, indicators);
  const total = rowWith(grid, indicators, isTotal);
  if (total === -1) {
    const last = grid.at(-1);
    throw truncated(placeOf(last), last === undefined ? "" : textOfRow(last), `「${edition.captions.total}」一行`);
  }
  return { edition, project, funds, goals, indicators, total };
}

function recogniseRows(grid: Grid, funds: number, goals: number, indicators: number): Edition {
  const captions = (at: number) => captionsOf(grid[at] ?? { cells: [], afterGap: false });
  const seen = {
    fundColumns: captions(funds),
    goalCaptions: captions(goals),
    indicatorColumns: captions(indicators),
    currencyUnit: unitOf(captions(funds)) ?? unitOf(captions(funds - 1)),
  };
  const edition = recognise(seen);
  if (edition !== undefined) return edition;
  const rows = { funds, goals, indicators };
  const part = firstMisfit(seen);
  const row = { funds: seen.fundColumns, goals: seen.goalCaptions, indicators: seen.indicatorColumns }[part];
  throw unrecognised(placeOf(grid[rows[part]]), row.join(" "), lackOf(seen, part));
}

type Part = "funds" | "goals" | "indicators";

const PARTS: readonly Part[] = ["funds", "goals", "indicators"];

/** The first of the three heads that no edition has as it is; where each is of some edition, what the nearest one lacks. */
function firstMisfit(seen: SeenFrame): Part {
  const foreign = PARTS.find((part) => EDITIONS.every((edition) => misfits(edition, seen, part).length > 0));
  const [nearest] = EDITIONS.map((edition) => PARTS.filter((part) => misfits(edition, seen, part).length > 0)).toSorted(
    (a, b) => a.length - b.length,
  );
  return foreign ?? nearest?.[0] ?? "funds";
}

function misfits(edition: Edition, seen: SeenFrame, part: Part): readonly string[] {
  const missing = missingCaptions(edition, seen)[part];
  return part === "goals" ? missing : [...missing, ...foreignCaptions(edition, seen)[part]];
}

function lackOf(seen: SeenFrame, part: Part): string {
  const lacks = EDITIONS.map((edition) => {
    const missing = missingCaptions(edition, seen)[part];
    if (missing.length > 0) return `按${edition.name}缺「${missing.join("、")}」`;
    const foreign = part === "goals" ? [] : foreignCaptions(edition, seen)[part];
    if (foreign.length > 0) return `按${edition.name}，多出「${foreign.join("、")}」一栏`;
    return seen.currencyUnit !== undefined && seen.currencyUnit !== edition.currencyUnit
      ? `按${edition.name}，金额单位不应为${seen.currencyUnit}`
      : `按${edition.name}，另有表头栏目不符`;
  });
  return lacks.join("；");
}

function unitOf(captions: readonly string[]): CurrencyUnit | undefined {
  for (const caption of captions) {
    const unit = /^项目资金\((万元|元)\)$/u.exec(caption)?.[1];
    if (unit === "万元" || unit === "元") return unit;
  }
  return undefined;
}

// In one disclosed form every row is shifted, so 总分 is looked for in the first cell that is not blank.
function isTotal(row: PlacedRow): boolean {
  const first = row.cells.find(({ text }) => text !== "");
  return first !== undefined && first.text.length < 20 && TOTALS.has(foldCaption(first.text));
}

function rowWith(grid: Grid, from: number, test: (row: PlacedRow) => boolean): number {
  for (let at = from; at < grid.length; at += 1) {
    const row = grid[at];
    if (row !== undefined && test(row)) return at;
  }
  return -1;
}

function missing(grid: Grid, after: number, what: string): Error {
  return unrecognised(placeOf(grid[after]), seenFrom(grid, after), what);
}

function seenFrom(grid: Grid, from: number): string {
  return grid
    .slice(from, from + 6)
    .map(textOfRow)
    .join(" / ");
}
