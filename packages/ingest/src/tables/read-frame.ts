/** Where the parts of a form stand in its grid, and which edition its captions are. */
import { type CurrencyUnit, EDITIONS, type Edition, recognise } from "@zipingbiao/core";
import { foldCaption } from "../lines/normalise.ts";
import type { Grid, PlacedRow } from "../media/placed-text.ts";
import { truncated, unrecognised } from "../refusal.ts";
import { captionsOf, columnOf, placeOf, textOfRow } from "./row.ts";

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
  const funds = rowWith(grid, project, (row) => columnOf(row, "年初预算数") !== -1);
  if (funds === -1) throw missing(grid, project, "项目资金的表头（年初预算数、全年预算数、全年执行数…）");
  const goals = rowWith(grid, funds, (row) => columnOf(row, "实际完成情况") !== -1);
  if (goals === -1) throw missing(grid, funds, "年度总体目标的表头（预期目标、实际完成情况）");
  const indicators = rowWith(grid, goals, (row) => columnOf(row, "三级指标") !== -1);
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
  if (edition !== undefined && !hasForeignColumn(edition, seen.indicatorColumns)) return edition;
  const [at, row] = firstMisfit(seen, funds, goals, indicators);
  throw unrecognised(placeOf(grid[at]), row.join(" "), lackOf(seen, at, funds, goals));
}

interface Seen {
  readonly fundColumns: readonly string[];
  readonly goalCaptions: readonly string[];
  readonly indicatorColumns: readonly string[];
  readonly currencyUnit: CurrencyUnit | undefined;
}

// A column that no edition has (指标性质, 度量单位) would shift every cell behind it.
function hasForeignColumn(edition: Edition, seen: readonly string[]): boolean {
  const { captions } = edition;
  const known = [...Object.values(captions.indicatorColumns), captions.indicatorBlock ?? ""].map(foldCaption);
  return seen.some((caption) => !known.includes(caption));
}

function firstMisfit(
  seen: Seen,
  funds: number,
  goals: number,
  indicators: number,
): readonly [number, readonly string[]] {
  const fitsFunds = EDITIONS.some(
    ({ captions }) => lacking(Object.values(captions.fundColumns), seen.fundColumns).length === 0,
  );
  if (!fitsFunds) return [funds, seen.fundColumns];
  const fitsGoals = EDITIONS.some(
    ({ captions }) => lacking([captions.expectedGoal, captions.actualGoal], seen.goalCaptions).length === 0,
  );
  if (!fitsGoals) return [goals, seen.goalCaptions];
  const fitsRows = EDITIONS.some(
    (edition) =>
      lacking(Object.values(edition.captions.indicatorColumns), seen.indicatorColumns).length === 0 &&
      !hasForeignColumn(edition, seen.indicatorColumns),
  );
  return fitsRows ? [funds, seen.fundColumns] : [indicators, seen.indicatorColumns];
}

function lackOf(seen: Seen, at: number, funds: number, goals: number): string {
  const lacks = EDITIONS.map(({ name, captions }) => {
    const wanted =
      at === funds
        ? Object.values(captions.fundColumns)
        : at === goals
          ? [captions.expectedGoal, captions.actualGoal]
          : Object.values(captions.indicatorColumns);
    const row = at === funds ? seen.fundColumns : at === goals ? seen.goalCaptions : seen.indicatorColumns;
    const words = lacking(wanted, row);
    if (words.length > 0) return `按${name}缺「${words.join("、")}」`;
    const unit = seen.currencyUnit !== undefined && seen.currencyUnit !== captions.funds.replaceAll(/^.*（|）$/gu, "");
    return unit ? `按${name}，金额单位不应为${seen.currencyUnit}` : `按${name}，另有表头栏目不符`;
  });
  return lacks.join("；");
}

function lacking(wanted: readonly string[], seen: readonly string[]): string[] {
  return wanted.filter((caption) => !seen.includes(foldCaption(caption)));
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
  return first !== undefined && first.text.length < 20 && foldCaption(first.text) === "总分";
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
