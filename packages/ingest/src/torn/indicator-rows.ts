/** The indicator table of a text layer → rows of eight cells. */
import { type Edition, INDICATOR_FIELDS } from "@zipingbiao/core";
import { joinWrapped } from "../lines/join-wrapped.ts";
import { closeHan, fold } from "../lines/normalise.ts";
import type { Doubt, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { Refusal, shorten } from "../refusal.ts";
import { type Anchor, findAnchors } from "./anchors.ts";
import { cellOf, rowOf, rowsByLine } from "./cells.ts";
import { moveNotes } from "./move-notes.ts";
import { type Cut, type Effort, type Stretch, splitRow, tokensOfPart } from "./split-row.ts";
import { type Token, linesOfTokens, matchRun } from "./token.ts";
import { type ColumnWidths, PARTS, type Part, type Widths, widen } from "./widths.ts";

/** One row with its cells; `note` may still move to a neighbour. */
export interface TornRow {
  level1: PlacedCell;
  level2: PlacedCell;
  name: PlacedCell;
  target: PlacedCell;
  actual: PlacedCell;
  weight: PlacedCell;
  score: PlacedCell;
  note: PlacedCell;
  /** The note begins on the line of the figures, so it is this row's. */
  noteIsJoined: boolean;
}

/** The tokens between the head and 总分, and what is known of the table. */
export interface TornTable {
  readonly tokens: readonly Token[];
  /** The tokens of the head itself. */
  readonly head: readonly Token[];
  /** How the head reads when it is printed again on a new page. */
  readonly headRuns: readonly string[];
  /** The first figure of the total row. */
  readonly sample: string;
  readonly compact: boolean;
  readonly edition: Edition;
  readonly file: string;
  readonly effort: Effort;
}

/** Longer stretches between two rows' figures are no cells of a form. */
const MAX_STRETCH = 300;
/** How many cells of one line make the width of their column known. */
const ENOUGH = 4;
/** A cut that costs more than this is no good reading, even if there is no better one. */
const POOR = 6;
/** Cuts whose costs differ by less than this are not told apart. */
const MARGIN = 0.7;

/**
 *     产出
 *     指标
 *     数量
 *     指标
 *     故障响应服务
 *     =24.00(小时
 *     /天)
 *     24.00(小时/
 *     天)
 *     5.00 5.00
 */
export function indicatorRows({
  tokens,
  head,
  headRuns,
  sample,
  compact,
  edition,
  file,
  effort,
}: TornTable): PlacedRow[] {
  const own = withoutRepeatedHead(tokens, headRuns);
  const atLeast = headWidths(head, edition);
  const anchors = findAnchors(own, sample);
  if (anchors.length === 0) return rowsByLine(own, file);
  const firstPass = cutAll(own, anchors, { atLeast, widest: {} }, { edition, compact, effort });
  const { cuts } = cutAll(
    own,
    anchors,
    { atLeast, widest: learnWidths(firstPass, atLeast) },
    { edition, compact, effort },
  );
  const rows = toRows(own, anchors, cuts, file);
  moveNotes(rows);
  return rows.map(({ level1, level2, name, target, actual, weight, score, note }) => ({
    ...rowOf(level1, level2, name, target, actual, weight, score, note),
    inPlace: true,
  }));
}

// The head is printed again on a new page.
function withoutRepeatedHead(tokens: readonly Token[], captions: readonly string[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const end = token?.first === true ? Math.max(...captions.map((run) => matchRun(tokens, at, run))) : -1;
    if (end === -1 && token !== undefined) kept.push(token);
    at = end === -1 ? at + 1 : end;
  }
  return kept;
}

/** A column is at least as wide as the lines of its caption. */
function headWidths(head: readonly Token[], { captions }: Edition): ColumnWidths {
  const widths: ColumnWidths = {};
  let at = 0;
  const columns = INDICATOR_FIELDS.map((field) => [field, fold(captions.indicatorColumns[field])] as const);
  const block = captions.indicatorBlock === undefined ? -1 : matchRun(head, 0, fold(captions.indicatorBlock));
  if (block !== -1) at = block;
  for (const [field, caption] of columns) {
    const end = matchRun(head, at, caption);
    if (end === -1) break;
    if (field !== "weight" && field !== "score")
      widen(widths, field === "deviationNote" ? "note" : field, linesOfTokens(head.slice(at, end)));
    at = end;
  }
  return widths;
}

interface Cutting {
  readonly cuts: readonly (readonly Cut[])[];
  readonly stretches: readonly Stretch[];
}

/** Cuts every stretch in turn; the labels read in one are what the next may go on with. */
function cutAll(
  tokens: readonly Token[],
  anchors: readonly Anchor[],
  widths: Widths,
  { edition, compact, effort }: Pick<TornTable, "edition" | "compact" | "effort">,
): Cutting {
  const cuts: Cut[][] = [];
  const stretches: Stretch[] = [];
  const joins = anchors.some(({ score }) => tokens[score]?.first === false);
  const lines = tokens.filter(({ first }) => first);
  const gaps = lines.filter(({ gap }) => gap > 0).length / lines.length;
  const gapsSpeak = gaps > 0.15 && gaps < 0.92;
  let [level1, level2] = ["", ""];
  let before: Stretch["before"] = { name: "", target: "", actual: "", note: "" };
  for (let at = 0; at <= anchors.length; at += 1) {
    const anchor = anchors[at];
    const from = at === 0 ? 0 : (anchors[at - 1]?.score ?? 0) + 1;
    const own = tokens.slice(from, anchor?.weight ?? tokens.length);
    if (own.length > MAX_STRETCH) throw tooLong(own);
    const joined = anchor !== undefined && tokens[anchor.weight]?.first === false;
    const stretch: Stretch = {
      tokens: own,
      afterRow: at > 0,
      beforeRow: anchor !== undefined,
      joined,
      level1,
      level2,
      before,
      hasBlock: edition.captions.indicatorBlock !== undefined,
      joins,
      compact,
      gapsSpeak,
    };
    const found = splitRow(stretch, widths, effort);
    const [best] = found;
    if (best === undefined) throw unreadableRow(own);
    cuts.push(found);
    stretches.push(stretch);
    const read = (part: Part): string =>
      fold(
        tokensOfPart(best, part, own)
          .map(({ text }) => text)
          .join(""),
      );
    before = { name: read("name"), target: read("target"), actual: read("actual"), note: "" };
    [level1, level2] = [
      read("level1") || level1 + read("rest1"),
      read("level2") || (read("level1") === "" ? level2 + read("rest2") : ""),
    ];
  }
  return { cuts, stretches };
}

function unreadableRow(tokens: readonly Token[]): Refusal {
  const seen = shorten(tokens.map(({ text }) => text).join(" "));
  return new Refusal(
    "unrecognised-layout",
    tokens[0]?.line,
    "未识别的版式。",
    `这一行分不出各个单元格：「${seen}」。`,
    "请核对这一行是否缺了分值和得分，或混入了别的文字。",
  );
}

function tooLong(tokens: readonly Token[]): Refusal {
  const why = `两行得分之间有 ${tokens.length} 段文字，上限 ${MAX_STRETCH} 段。`;
  return new Refusal("too-large", tokens[0]?.line, "绩效指标的一行文字过多。", why, "请核对这一行是否缺了分值和得分。");
}

/**
 * The widest line of every column, from the cuts that have no close rival. A column is known when one of its cells is
 * wrapped, or when it has several cells: a single short note says nothing about its column.
 */
function learnWidths({ cuts, stretches }: Cutting, atLeast: ColumnWidths): ColumnWidths {
  const widest: ColumnWidths = { ...atLeast };
  const evidence: Partial<Record<Part, number>> = {};
  for (const [at, found] of cuts.entries()) {
    const [best, second] = found;
    const tokens = stretches[at]?.tokens ?? [];
    if (best === undefined || (second !== undefined && second.cost - best.cost < 1)) continue;
    for (const part of PARTS) {
      const lines = linesOfTokens(tokensOfPart(best, part, tokens));
      if (lines.length === 0) continue;
      widen(widest, part, lines);
      evidence[part] = (evidence[part] ?? 0) + (lines.length > 1 ? ENOUGH : 1);
    }
  }
  const known = PARTS.filter((part) => (evidence[part] ?? 0) >= ENOUGH);
  return Object.fromEntries(known.map((part) => [part, widest[part]]));
}

function toRows(
  tokens: readonly Token[],
  anchors: readonly Anchor[],
  cuts: readonly (readonly Cut[])[],
  file: string,
): TornRow[] {
  const rows: TornRow[] = [];
  for (let at = 0; at <= anchors.length; at += 1) {
    const from = at === 0 ? 0 : (anchors[at - 1]?.score ?? 0) + 1;
    const anchor = anchors[at];
    const own = tokens.slice(from, anchor?.weight ?? tokens.length);
    const found = cuts[at] ?? [];
    const line = tokens[anchor?.weight ?? from - 1]?.line ?? 1;
    const cell = (part: Part): PlacedCell => partCell(part, found, own, file, line);
    const before = rows.at(-1);
    if (before !== undefined) finishRow(before, cell, own);
    if (anchor === undefined) break;
    const label = (part: "level1" | "level2"): PlacedCell => ({ ...cell(part), text: closeHan(cell(part).text) });
    rows.push({
      level1: label("level1"),
      level2: label("level2"),
      name: cell("name"),
      target: cell("target"),
      actual: cell("actual"),
      weight: cellOf(tokens.slice(anchor.weight, anchor.score), file, line),
      score: cellOf(tokens.slice(anchor.score, anchor.score + 1), file, line),
      note: { text: "", origin: { file, line } },
      noteIsJoined: false,
    });
  }
  return completeLabels(rows, tokens, anchors, cuts, file);
}

/** What stands below the figures of a row, before the next row: its note, and the rests of cells that the page has cut. */
function finishRow(row: TornRow, cell: (part: Part) => PlacedCell, own: readonly Token[]): void {
  const note = cell("note");
  row.note = note.text === "" ? { ...note, origin: row.note.origin } : note;
  row.noteIsJoined = note.text !== "" && own[0]?.first === false;
  for (const field of ["name", "target", "actual", "note"] as const) {
    const rest = cell(`${field}Rest`);
    if (rest.text !== "") row[field] = { ...row[field], text: joinWrapped([row[field].text, rest.text]) };
    else if (rest.doubt !== undefined && field !== "note") {
      const candidates = rest.doubt.candidates.map((text) => joinWrapped([row[field].text, text]));
      row[field] = { ...row[field], doubt: { reason: rest.doubt.reason, candidates } };
    }
  }
}

/** The rest of a torn label belongs to the row that opened it. */
function completeLabels(
  rows: TornRow[],
  tokens: readonly Token[],
  anchors: readonly Anchor[],
  cuts: readonly (readonly Cut[])[],
  file: string,
): TornRow[] {
  for (const [part, level] of [
    ["rest1", "level1"],
    ["rest2", "level2"],
  ] as const) {
    for (let at = 1; at <= anchors.length; at += 1) {
      const own = tokens.slice((anchors[at - 1]?.score ?? 0) + 1, anchors[at]?.weight ?? tokens.length);
      const rest = partCell(part, cuts[at] ?? [], own, file, 1).text;
      const opened = rows.slice(0, at).findLast((row) => row[level].text !== "");
      if (rest !== "" && opened !== undefined)
        opened[level] = { ...opened[level], text: opened[level].text + closeHan(rest) };
    }
  }
  return rows;
}

/** The cell of a part in the best cut, with the readings of the cuts that weigh about the same. */
function partCell(part: Part, found: readonly Cut[], tokens: readonly Token[], file: string, line: number): PlacedCell {
  const [best] = found;
  if (best === undefined) return cellOf([], file, line);
  const near = found.filter(({ cost }) => cost - best.cost < MARGIN);
  const readings = [...new Set(near.map((cut) => cellOf(tokensOfPart(cut, part, tokens), file, line).text))];
  const own = tokensOfPart(best, part, tokens);
  if (best.cost > POOR && own.length > 0 && part !== "level1" && part !== "level2") {
    return cellOf(own, file, line, {
      reason: "这一行的文字不像表中的一行，单元格的分界很不确定",
      candidates: readings,
    });
  }
  if (readings.length < 2) return cellOf(own, file, line);
  const doubt: Doubt = { reason: "单元格之间的分界没有印出，按行宽和内容推定", candidates: readings };
  return cellOf(own, file, line, doubt);
}
