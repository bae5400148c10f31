/** The indicator table of a text layer → rows of eight cells. */
import { joinWrapped } from "../lines/join-wrapped.ts";
import { closeHan } from "../lines/normalise.ts";
import type { Doubt, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { type Anchor, findAnchors } from "./anchors.ts";
import { cellOf, rowOf, rowsByLine } from "./cells.ts";
import { POOR, type TornTable, cutTable } from "./cut-table.ts";
import { moveNotes } from "./move-notes.ts";
import { partPlaceholders } from "./placeholders.ts";
import { type Cut, tokensOfPart } from "./split-row.ts";
import { type Token, matchRun } from "./token.ts";
import type { TornRow } from "./torn-row.ts";
import type { Part } from "./widths.ts";

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
export function indicatorRows(table: TornTable): PlacedRow[] {
  const { kept: tokens, placeholders } = partPlaceholders(withoutRepeatedHead(table.tokens, table.headRuns));
  const anchors = findAnchors(tokens, table.sample);
  if (anchors.length === 0) return rowsByLine(table.tokens, table.file);
  const rows = toRows(tokens, anchors, cutTable(tokens, anchors, table), table.file);
  moveNotes(rows);
  const placed: PlacedRow[] = rows.map(({ level1, level2, name, target, actual, weight, score, note }) => ({
    ...rowOf(level1, level2, name, target, actual, weight, score, note),
    inPlace: true,
  }));
  return [...placed, ...rowsByLine(placeholders, table.file)];
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
      ...figureCells(tokens, anchor, file, line),
      note: { text: "", origin: { file, line } },
      noteIsJoined: false,
    });
  }
  return completeLabels(rows, tokens, anchors, cuts, file);
}

function figureCells(
  tokens: readonly Token[],
  { weight, score }: Anchor,
  file: string,
  line: number,
): Pick<TornRow, "weight" | "score"> {
  const figure = tokens.slice(weight, weight + 1);
  if (score > weight)
    return { weight: cellOf(figure, file, line), score: cellOf(tokens.slice(score, score + 1), file, line) };
  const reason = "这一行只印了一个数，按分值读；也可能是得分";
  const text = figure[0]?.text ?? "";
  return {
    weight: cellOf(figure, file, line, { reason, candidates: [text, ""] }),
    score: cellOf([], file, line, { reason, candidates: ["", text] }),
  };
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
