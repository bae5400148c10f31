/** The two goal cells of a text layer: the border between them is not printed. */
import { firstUnit } from "../lines/join-wrapped.ts";
import { widthOf } from "../lines/normalise.ts";
import type { Doubt, PlacedCell } from "../media/placed-text.ts";
import { Refusal } from "../refusal.ts";
import { cellOf } from "./cells.ts";
import { type Token, linesOfTokens } from "./token.ts";

/** One line of the goals with what tells whether a cell can end before it. */
interface GoalLine {
  readonly tokens: readonly Token[];
  readonly text: string;
  readonly width: number;
  /** The width of what would have had to fit on the line before. */
  readonly head: number;
  readonly indented: boolean;
}

const SENTENCE_END = /[。！？；;.!?][”’）)」]?$/u;
/** Borders whose costs differ by less than this are not told apart. */
const MARGIN = 1.4;
/** Characters that no second paragraph shares with the first by chance. */
const OPENING = 10;
/** 首行缩进两字. */
const FIRST_LINE_INDENT = 2;
/** Every line is weighed as the border against every other line; no form has that many. */
const MAX_LINES = 400;

/** The cells 预期目标 and 实际完成情况. Where borders weigh the same, both cells carry the doubt and all readings. */
export function splitGoals(tokens: readonly Token[], file: string, line: number): [PlacedCell, PlacedCell] {
  const lines = goalLines(tokens);
  if (lines.length === 0) return [cellOf([], file, line), cellOf([], file, line)];
  if (lines.length > MAX_LINES || (lines.length === 1 && tokens.length > MAX_LINES)) {
    const why = `共 ${lines.length} 行、${tokens.length} 段，上限 ${MAX_LINES}。`;
    throw new Refusal(
      "too-large",
      lines[0]?.tokens[0]?.line,
      "年度总体目标的文字过长。",
      why,
      "请核对是否漏了绩效指标的表头。",
    );
  }
  if (lines.length === 1) return splitOneLine(tokens, file, line);
  const borders = weighBorders(lines).toSorted((a, b) => a.cost - b.cost || a.at - b.at);
  const [best] = borders;
  const near = borders.filter(({ cost }) => cost - (best?.cost ?? 0) < MARGIN).slice(0, 4);
  const sideTokens = (at: number): [Token[], Token[]] => [
    lines.slice(0, at).flatMap((part) => part.tokens),
    lines.slice(at).flatMap((part) => part.tokens),
  ];
  const readings = near.map(({ at }) => sideTokens(at).map((side) => cellOf(side, file, line).text));
  const [left, right] = sideTokens(best?.at ?? lines.length);
  const doubt = (side: 0 | 1): Doubt | undefined =>
    near.length < 2
      ? undefined
      : {
          reason: "文字里没有印出预期目标与实际完成情况的分界，按行宽和段落推定",
          candidates: readings.map((reading) => reading[side] ?? ""),
        };
  return [cellOf(left, file, line, doubt(0)), cellOf(right, file, line, doubt(1))];
}

// 预期 实际 on one line: both cells have one line each, so a blank parts them.
function splitOneLine(tokens: readonly Token[], file: string, line: number): [PlacedCell, PlacedCell] {
  const readings = tokens.map((_, at) => [tokens.slice(0, at + 1), tokens.slice(at + 1)] as const);
  const scored = readings
    .map(([left, right]) => ({ left, right, cost: oneLineCost(left, right) }))
    .toSorted((a, b) => a.cost - b.cost);
  const [best] = scored;
  const near = scored.filter(({ cost }) => cost - (best?.cost ?? 0) < MARGIN).slice(0, 4);
  const doubt = (side: "left" | "right"): Doubt | undefined =>
    near.length < 2 && best?.right.length !== 0
      ? undefined
      : {
          reason: "预期目标与实际完成情况连在一行，分界按空格推定",
          candidates: near.map((reading) => cellOf(reading[side], file, line).text),
        };
  return [cellOf(best?.left ?? [], file, line, doubt("left")), cellOf(best?.right ?? [], file, line, doubt("right"))];
}

function oneLineCost(left: readonly Token[], right: readonly Token[]): number {
  if (right.length === 0) return 4;
  const [a, b] = [linesOfTokens(left).join(""), linesOfTokens(right).join("")];
  const startsWithPunctuation = /^[，。；、：,;:）)]/u.test(b) ? 4 : 0;
  const latin = /[A-Za-z0-9]$/u.test(a) && /^[A-Za-z0-9]/u.test(b) ? 1 : 0;
  const uneven = Math.abs(a.length - b.length) / Math.max(a.length, b.length);
  return startsWithPunctuation + latin + uneven + (SENTENCE_END.test(a) ? 0 : 0.5) - likeness(a, b);
}

function goalLines(tokens: readonly Token[]): GoalLine[] {
  const lines: GoalLine[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.first === false) to += 1;
    const own = tokens.slice(from, to);
    const text = linesOfTokens(own).join("");
    const indent = own[0]?.space ?? "";
    lines.push({
      tokens: own,
      text,
      width: widthOf(text) + indentWidth(indent),
      head: widthOf(firstUnit(text)),
      indented: indentWidth(indent) >= 1,
    });
    from = to;
  }
  return lines;
}

// Two narrow blanks or one full-width blank are about a character.
function indentWidth(indent: string): number {
  return Math.min(indent.includes("\u3000") ? indent.length : indent.length / 3, 3);
}

/**
 * Every line end as the border, with its cost. In a cell every line is full but the last of a paragraph; so with the
 * right border, both sides fill their own width. The left cell is as wide as the right one or a little wider.
 */
function weighBorders(lines: readonly GoalLine[]): { at: number; cost: number }[] {
  const widestFromLeft = runningMax(lines);
  const widestFromRight = runningMax(lines.toReversed()).toReversed();
  const borders: { at: number; cost: number }[] = [];
  for (let at = 1; at < lines.length; at += 1) {
    const [left, right] = [widestFromLeft[at - 1] ?? 0, widestFromRight[at] ?? 0];
    borders.push({
      at,
      cost:
        raggedness(lines, 0, at, left, right) +
        raggedness(lines, at, lines.length, right, left) +
        borderCost(lines, at, left, right),
    });
  }
  borders.push({ at: lines.length, cost: raggedness(lines, 0, lines.length, widestFromLeft.at(-1) ?? 0, 0) + 5 });
  return borders;
}

function runningMax(lines: readonly GoalLine[]): number[] {
  let widest = 0;
  return lines.map(({ width }) => (widest = Math.max(widest, width)));
}

/** What the lines of one cell leave unused. A short line is no fault where a paragraph may end. */
function raggedness(lines: readonly GoalLine[], from: number, to: number, widest: number, otherSide: number): number {
  // A cell of one line says nothing about its width, and two full lines say all; else the other cell is about as wide.
  let full = 0;
  for (let at = from; at + 1 < to; at += 1) if ((lines[at]?.width ?? 0) >= widest - 1) full += 1;
  const column = to - from === 1 || full >= 2 ? widest : Math.max(widest, Math.min(otherSide - 2, widest + 2));
  let cost = 0;
  for (let at = from; at + 1 < to; at += 1) {
    const [line, next] = [lines[at], lines[at + 1]];
    if (line === undefined || next === undefined) continue;
    const unused = column - line.width - next.head;
    // The first line of a cell is often set in by two characters, which the text layer does not show.
    if (at === from && unused > 0.5 && unused <= FIRST_LINE_INDENT + 0.5) cost += 0.2;
    else if (unused > 0.5) cost += SENTENCE_END.test(line.text) || next.indented ? 0.6 : Math.min(0.8 + unused, 5);
    else cost += Math.max(column - line.width, 0) * 0.12;
    if (next.indented) cost += 0.8;
  }
  return cost;
}

function borderCost(lines: readonly GoalLine[], at: number, left: number, right: number): number {
  const [before, after] = [lines[at - 1], lines[at]];
  if (before === undefined || after === undefined) return 0;
  let cost = SENTENCE_END.test(before.text) ? (/[；;][”’）)」]?$/u.test(before.text) ? 0.4 : 0) : 1.6;
  if (/^[，。；、：,;:）)”]/u.test(after.text)) cost += 4;
  if (after.indented) cost -= 2;
  // The right cell is never the wider one, as far as full lines can tell.
  if (lines.length - at > 1 && at > 1 && right > left + 0.6) cost += Math.min((right - left) * 0.8, 3);
  return cost - likeness(lines[0]?.text ?? "", after.text) * 1.5 - (startsAgain(lines, after.text) ? 3 : 0);
}

/** Whether a line begins with the very words of the first one: nearly always a result that was copied from its goal. */
function startsAgain(lines: readonly GoalLine[], text: string): boolean {
  const opening = (lines[0]?.text ?? "").slice(0, OPENING);
  return opening.length === OPENING && text.startsWith(opening);
}

/** How far two texts begin alike, 0…1: a result is often written over its goal. */
function likeness(a: string, b: string): number {
  let same = 0;
  while (same < 8 && same < a.length && a[same] === b[same]) same += 1;
  const rest = [...new Set(a.slice(0, 10))].filter((char) => b.slice(0, 12).includes(char)).length / 10;
  return Math.max(same / 8, rest > 0.5 ? rest * 0.6 : 0);
}
