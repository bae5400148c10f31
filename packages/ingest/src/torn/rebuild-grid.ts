/** Lines of a PDF's text layer → the grid of a form. */
import {
  EDITIONS,
  type Edition,
  FUND_COLUMNS,
  INDICATOR_FIELDS,
  fundColumnSpellings,
  indicatorColumnSpellings,
} from "@zipingbiao/core";
import { fold, isBlank, plainDecimal } from "../lines/normalise.ts";
import type { Grid, PlacedCell, PlacedRow, TextLine } from "../media/placed-text.ts";
import { type Refusal, truncated, unrecognised } from "../refusal.ts";
import { readFrame } from "../tables/read-frame.ts";
import { cellOf, knownCell, rowOf, rowsByLine } from "./cells.ts";
import { fundRows } from "./fund-rows.ts";
import { headerRows } from "./header-rows.ts";
import { indicatorRows } from "./indicator-rows.ts";
import { splitGoals } from "./split-goals.ts";
import type { Effort } from "./split-row.ts";
import { type Token, findRun, matchRun, tokensOf } from "./token.ts";

/** Captions that places add behind the last column of their forms. */
const OTHER_CAPTION =
  /^(?:备注|指标(?:说明|解释|性质|属性|权重)|评分(?:标准|依据|细则)|计分(?:标准|方法)|数据来源|佐证(?:材料|资料)|完成率|度量单位|计量单位|(?:未完成)?原因分析|偏差原因(?:分析)?|改进措施)$/u;

/** Where the parts of a form begin and end among its tokens. */
interface Parts {
  readonly project: number;
  readonly fundCaptions: Run;
  readonly goalLabel: number;
  readonly goalCaptions: Run;
  readonly indicatorCaptions: Run;
  readonly total: number;
  readonly edition: Edition;
}

interface Run {
  readonly start: number;
  readonly end: number;
}

/**
 * The same rows of cells that a table gives: captions as the edition has them, then the rebuilt cells. Captions that
 * no edition has are not rebuilt; then the refusal says what was seen.
 */
export function rebuildGrid(lines: readonly TextLine[], file: string, effort: Effort): Grid {
  const tokens = tokensOf(lines);
  const parts = findParts(tokens);
  if (parts === undefined) {
    // The frame of the lines as they are names what is missing, and where.
    readFrame(rowsOfTokens(tokens, file));
    throw unrecognised(
      tokens[0]?.line,
      lines
        .slice(0, 4)
        .map(({ text }) => text)
        .join(" / "),
      "表头各栏的完整文字",
    );
  }
  const { project, fundCaptions, goalLabel, goalCaptions, indicatorCaptions, total, edition } = parts;
  const { captions } = edition;
  const at = (token: number): number => tokens[token]?.line ?? 1;
  const row = (line: number, ...texts: string[]): PlacedRow =>
    rowOf(...texts.map((text) => knownCell(text, file, line)));
  const columns = [captions.indicatorBlock, ...INDICATOR_FIELDS.map((field) => captions.indicatorColumns[field])];
  const [expected, actual] = splitGoals(
    goalTokens(tokens.slice(goalCaptions.end, indicatorCaptions.start), captions.overallGoal),
    file,
    at(goalCaptions.start),
  );
  const header = headerRows(tokens.slice(project, fundCaptions.start), file);
  const hasBlock = captions.indicatorBlock !== undefined;
  const sample = tokens[total + 1]?.text ?? "";
  const head = tokens.slice(indicatorCaptions.start, indicatorCaptions.end);
  const rows = indicatorRows({
    tokens: tokens.slice(indicatorCaptions.end, total),
    head,
    headRuns: indicatorRuns(edition),
    sample,
    compact: isCompact(tokens.slice(goalLabel, indicatorCaptions.start)),
    edition,
    file,
    effort,
  });
  return [
    ...rowsByLine(tokens.slice(0, project), file),
    ...header.rows,
    rowOf(
      header.fundsCaption,
      ...row(at(fundCaptions.start), "", ...FUND_COLUMNS.map((column) => captions.fundColumns[column])).cells,
    ),
    ...fundRows(tokens.slice(fundCaptions.end, goalLabel), edition, file),
    row(at(goalCaptions.start), captions.overallGoal, captions.expectedGoal, captions.actualGoal),
    rowOf(knownCell("", file, at(goalCaptions.end)), expected, actual),
    row(at(indicatorCaptions.start), ...columns.filter((caption) => caption !== undefined)),
    ...rows.map((cells) =>
      hasBlock && cells.cells.length === INDICATOR_FIELDS.length
        ? { ...cells, cells: [knownCell("", file, 1), ...cells.cells] }
        : cells,
    ),
    ...footRows(tokens.slice(total), file),
  ];
}

function findParts(tokens: readonly Token[]): Parts | undefined {
  const project = findRun(tokens, 0, ["项目名称"]);
  if (project === undefined) return undefined;
  const runs = fundRuns();
  const funds = findRun(
    tokens,
    project.end,
    runs.map(({ run }) => run),
  );
  const edition = funds === undefined ? undefined : runs[funds.which]?.edition;
  if (funds === undefined || edition === undefined) return undefined;
  const { captions } = edition;
  const goals = findRun(tokens, funds.end, [folded([captions.expectedGoal, captions.actualGoal])]);
  if (goals === undefined) return undefined;
  const indicators = findRun(tokens, goals.end, indicatorRuns(edition));
  if (indicators === undefined) return undefined;
  // A column behind the last one, on the line of the head, is none of the edition's.
  if ([funds.end, indicators.end].some((end) => isForeignColumn(tokens[end]))) return undefined;
  const total = findTotal(tokens, indicators.end, captions.total);
  if (total === -1) throw totalMissing(tokens, indicators.end, captions.total);
  const goalLabel = goalLabelBefore(tokens, funds.end, goals.start, fold(captions.overallGoal));
  return {
    project: project.start,
    fundCaptions: funds,
    goalLabel,
    goalCaptions: goals,
    indicatorCaptions: indicators,
    total,
    edition,
  };
}

/** Whether the lines of a cell follow each other without blank lines, as seen in the goals, whose lines are known. */
function isCompact(tokens: readonly Token[]): boolean {
  const lines = tokens.filter(({ first }) => first).slice(1);
  return lines.length >= 3 && lines.filter(({ gap }) => gap === 0).length >= lines.length * 0.5;
}

// A total without figures is a text whose digits were lost; no total at all is a text that stops too early.
function totalMissing(tokens: readonly Token[], from: number, caption: string): Refusal {
  const bare = tokens.findIndex((token, at) => at >= from && token.first && fold(token.text) === caption);
  const last = tokens[bare === -1 ? tokens.length - 1 : bare];
  const seen = tokens.filter(({ line }) => line === last?.line).map(({ text }) => text);
  return bare === -1
    ? truncated(last?.line, seen.join(" "), `「${caption}」一行`)
    : unrecognised(last?.line, seen.join(" "), `「${caption}」的分值和得分`);
}

function folded(captions: readonly string[]): string {
  return captions.map(fold).join("");
}

/** Every spelling of the heads of all editions, the longest first: one may be the beginning of another. */
function fundRuns(): readonly { readonly run: string; readonly edition: Edition }[] {
  return EDITIONS.flatMap((edition) =>
    joined(FUND_COLUMNS.map((column) => fundColumnSpellings(edition, column))).map((run) => ({ run, edition })),
  ).toSorted((a, b) => b.run.length - a.run.length);
}

// The block caption stands before the first column, or is set beside the rows and comes with them.
function indicatorRuns(edition: Edition): string[] {
  const { indicatorBlock } = edition.captions;
  const runs = joined(INDICATOR_FIELDS.map((field) => indicatorColumnSpellings(edition, field))).toSorted(
    (a, b) => b.length - a.length,
  );
  return indicatorBlock === undefined ? runs : [...runs.map((run) => fold(indicatorBlock) + run), ...runs];
}

/** Every way to spell these captions one after the other. */
function joined(columns: readonly (readonly string[])[]): string[] {
  return columns.reduce<string[]>(
    (runs, spellings) => runs.flatMap((run) => spellings.map((spelling) => run + fold(spelling))),
    [""],
  );
}

function isForeignColumn(token: Token | undefined): boolean {
  return token !== undefined && (!token.first || OTHER_CAPTION.test(fold(token.text)));
}

function findTotal(tokens: readonly Token[], from: number, caption: string): number {
  for (let at = from; at < tokens.length; at += 1) {
    const end = tokens[at]?.first === true ? matchRun(tokens, at, fold(caption)) : -1;
    if (end !== -1 && /^[\d\-—]/u.test(tokens[end]?.text ?? "")) return at;
  }
  return -1;
}

// 年度 / 总体 / 目标 stands before the goal captions; a page may have cut it, so a beginning of it is enough.
function goalLabelBefore(tokens: readonly Token[], from: number, captions: number, label: string): number {
  for (let start = Math.max(from, captions - label.length); start < captions; start += 1) {
    const text = fold(
      tokens
        .slice(start, captions)
        .map((token) => token.text)
        .join(""),
    );
    if (label.startsWith(text)) return start;
  }
  return captions;
}

// The part of the label that the page has cut off stands alone on a line among the goals.
function goalTokens(tokens: readonly Token[], label: string): Token[] {
  const rests = [fold(label).slice(2), fold(label).slice(4)];
  return tokens.filter((token, at) => {
    const alone = token.first && tokens[at + 1]?.first !== false;
    return !(alone && token.gap > 1 && rests.includes(fold(token.text)));
  });
}

/** 总分 100.00 91.92 / 评分等级 优 / whatever stands below. The figures may stand on lines of their own. */
function footRows(tokens: readonly Token[], file: string): PlacedRow[] {
  const label = Math.max(matchRun(tokens, 0, "总分"), 1);
  const figures = tokens
    .slice(label, label + 2)
    .filter(({ text }) => isBlank(text) || plainDecimal(text, false) !== undefined);
  const rest = tokens.slice(label + figures.length);
  const cells = [cellOf(tokens.slice(0, label), file, 1), ...figures.map((token) => cellOf([token], file, token.line))];
  const graded = matchRun(rest, 0, "评分等级");
  if (graded === -1) return [rowOf(...cells), ...rowsByLine(rest, file)];
  const next = rest.findIndex((token, at) => at > graded && token.first);
  const grade = rest.slice(graded, next === -1 ? rest.length : next);
  const rating = [cellOf(rest.slice(0, graded), file, 1), ...grade.map((token) => cellOf([token], file, token.line))];
  return [rowOf(...cells), rowOf(...rating), ...rowsByLine(next === -1 ? [] : rest.slice(next), file)];
}

function rowsOfTokens(tokens: readonly Token[], file: string): Grid {
  const rows: PlacedCell[][] = [];
  for (const token of tokens) {
    const cell = cellOf([token], file, token.line);
    if (token.first) rows.push([cell]);
    else rows.at(-1)?.push(cell);
  }
  return rows.map((cells) => ({ cells, afterGap: false }));
}
