/** How badly a run of tokens suits a cell: the lower, the better. Costs are points of our own; 3 is a clear fault. */
import { fold, widthOf } from "../lines/normalise.ts";
import { isLabelPrefix, isLevel1, isLevel2, isPointsOnly, labelName } from "../tables/labels.ts";
import type { Token } from "./token.ts";
import { type Part, type Widths, unusedWidth, widthIn } from "./widths.ts";

const COMPARATOR = /^(?:[≥≤＞＜>=<＝≧≦⩾⩽]|不低于|不少于|不高于|不超过)/u;
const QUANTITY =
  /^[≥≤＞＜>=<＝≧≦⩾⩽]{0,2}\s*[\d,]+(?:\.\d+)?\s*(?:[（(][^（()）]{1,12}(?:[（(][^（()）]{1,4}[)）])?[)）]|[%％‰\p{L}/*]{0,6})$/u;
/** A quantity that is nothing else: with a comparator, a unit in brackets or a percent sign. `5G基站及时率` is a name. */
const PLAIN_QUANTITY =
  /^(?:[≥≤＞＜>=<＝≧≦⩾⩽]{1,2}\s*[\d,]+(?:\.\d+)?.{0,8}|[\d,]+(?:\.\d+)?\s*(?:[（(].{1,14}[)）]|[%％‰])?)$/u;
const OUTCOME =
  /^(?:(?:全部|基本)?达成(?:预期|年度)?指标|部分达成(?:年度)?指标并具有一定效果|未达成(?:年度)?指标且效果较差|完成|已完成|未完成)$/u;
const OUTCOME_START = /^(?:部分|未|全部|基本)?达成/u;
const CLOSING = /^[，。；、：！？”’》）),.;:」%]/u;

/** No cell of a form holds more characters than this. */
const LONGEST_TEXT: Readonly<Record<Part, number>> = {
  note: 5000,
  rest1: 20,
  rest2: 20,
  nameRest: 200,
  targetRest: 200,
  actualRest: 200,
  noteRest: 5000,
  block: 8,
  level1: 24,
  level2: 24,
  name: 300,
  target: 300,
  actual: 300,
};

/** The cost of these lines as the text of `part`. An empty cell costs what it costs in {@link emptyCost}. */
export function cellCost(part: Part, tokens: readonly Token[], lines: readonly string[], widths: Widths): number {
  const text = lines.join("");
  if (text.length > LONGEST_TEXT[part]) return 20;
  const wording = wordingCost(part, text, lines);
  if (wording > 9) return wording;
  return (
    wording +
    wrapCost(part, lines, widths) +
    blankCost(part, tokens) +
    labelInside(part, tokens) +
    quantityInside(part, tokens) +
    outcomeInside(part, lines)
  );
}

function wordingCost(part: Part, text: string, lines: readonly string[]): number {
  switch (part) {
    case "block":
      return fold(text) === "绩效指标" ? 0 : 20;
    case "level1":
    case "level2":
      return labelCost(part, text, lines);
    case "rest1":
    case "rest2":
      return /^[\p{Script=Han}\s]{0,14}(?:[（(]?\s*\d{0,3}(?:\.\d{1,2})?\s*分?[)）])?$/u.test(text) ? 0.2 : 20;
    case "nameRest":
    case "targetRest":
    case "actualRest":
      return PLAIN_QUANTITY.test(text) || OUTCOME.test(fold(text)) ? 5 : 0;
    case "name":
      return nameCost(text);
    case "target":
      return targetCost(text);
    case "actual":
      return actualCost(text);
    case "note":
    case "noteRest":
      return noteCost(text);
  }
}

function labelCost(part: "level1" | "level2", text: string, lines: readonly string[]): number {
  const label = labelName(text);
  if (!/^[\p{Script=Han}、()]{2,14}$/u.test(label)) return isLabelPrefix(text) ? 1.3 : 20;
  const [own, other] = part === "level1" ? [isLevel1(label), isLevel2(label)] : [isLevel2(label), isLevel1(label)];
  // The longer of two usual labels: 社会成本指标, not a note that ends with 社会 and 成本指标.
  if (own) return fold(text).length * -0.05;
  if (other) return 2;
  if (isLabelPrefix(label)) return 1.3;
  // Freely named groups: 信息化指标. Two labels in one would have 指标 twice.
  const whole = label.endsWith("指标") && label.length > 2 && label.indexOf("指标") === label.length - 2;
  // A usual label with words before it: the words are the end of a note.
  const extended = lines.some(
    (_, at) => at > 0 && (isLevel1(lines.slice(at).join("")) || isLevel2(lines.slice(at).join(""))),
  );
  // A free label that the page has cut before its last character.
  if (/^[^指标]{2,8}指$/u.test(label)) return 2.5;
  return (whole ? (extended ? 3.5 : 1) : label.includes("指标") ? 12 : 6) + unevenness(lines);
}

/** Tokens from a line's start that read a usual label, and more text beside it: a group's label was taken for text. */
function labelInside(part: Part, tokens: readonly Token[]): number {
  if (part.startsWith("level") || part.startsWith("rest") || part === "block") return 0;
  for (let from = 0; from < tokens.length; from += 1) {
    if (from > 0 && tokens[from]?.first === false) continue;
    let label = "";
    for (let to = from; to < tokens.length && label.length < 14; to += 1) {
      label += fold(tokens[to]?.text ?? "");
      const alone = tokens.length === to - from + 1;
      if ((isLevel1(label) || isLevel2(label)) && (part === "note" || !alone)) return 4;
      // A freely named group: its label, then a blank or a line's end, then the name.
      if (!alone && from === 0 && label.length > 3 && label.endsWith("指标")) return 1.5;
      // A usual label that the page has cut shares the line of the first row.
      if (!alone && from === 0 && isLabelPrefix(label) && tokens[to + 1]?.first === false)
        return label.endsWith("指") ? 2.5 : 1.2;
    }
  }
  return 0;
}

/** A line that begins like a printed outcome begins the result, not the second line of a target. */
function outcomeInside(part: Part, lines: readonly string[]): number {
  if (part === "actual") return /^并具有|^一定效果/u.test(lines[0] ?? "") ? 2 : 0;
  return part === "target" && lines.slice(1).some((line) => /^(?:部分|未)?达成(?:指|年|预|$)/u.test(line)) ? 2 : 0;
}

/** `≥36500.00(平方米)` is a cell of its own, so it is not found among other words. */
function quantityInside(part: Part, tokens: readonly Token[]): number {
  if (tokens.length < 2 || part === "note") return 0;
  const whole = tokens.filter(({ text }, at) => {
    const unitFollows = /^[（(]/u.test(tokens[at + 1]?.text ?? "");
    return !unitFollows && text.length < 40 && COMPARATOR.test(text) && QUANTITY.test(text);
  });
  return whole.length * 3;
}

// A narrow cell breaks its label into lines of one length; only the last one may be shorter.
function unevenness(lines: readonly string[]): number {
  const widest = Math.max(...lines.map(widthOf));
  return lines.slice(0, -1).some((line) => widthOf(line) < widest - 1.1) ? 1.5 : 0;
}

function nameCost(text: string): number {
  let cost = unbalanced(text) * 2 + (CLOSING.test(text) ? 3 : 0);
  if (COMPARATOR.test(text)) cost += 4;
  else if (/[≥≤]/u.test(text)) cost += 2;
  if (PLAIN_QUANTITY.test(text)) cost += 2.5;
  if (OUTCOME_START.test(text) && OUTCOME.test(fold(text))) cost += 2.5;
  const label = fold(text);
  if (isLevel1(label) || isLevel2(label)) cost += 1.2;
  if (/^(?:指标(?!\d)|标\s)|指标(?:社会|经济|生态|数量|质量|时效|可持续|服务)/u.test(label)) cost += 1.5;
  if ([...text].length < 2) cost += 3;
  return cost + Math.max(text.length - 45, 0) * 0.05;
}

function targetCost(text: string): number {
  const cost =
    unbalanced(text) * 2 +
    (CLOSING.test(text) ? 3 : 0) +
    (/^[（(]/u.test(text) ? 2 : 0) +
    Math.max(text.length - 45, 0) * 0.05;
  if (QUANTITY.test(text)) return cost + (COMPARATOR.test(text) ? -0.6 : 0);
  if (COMPARATOR.test(text)) return cost + 0.4;
  return cost + (OUTCOME_START.test(text) ? 1.6 : 0.6) + (/[^\d.][≥≤]\d|[)）][≥≤=]/u.test(text) ? 0.8 : 0);
}

function actualCost(text: string): number {
  const cost =
    unbalanced(text) * 2 +
    (CLOSING.test(text) ? 3 : 0) +
    (/^[（(]/u.test(text) ? 2 : 0) +
    Math.max(text.length - 45, 0) * 0.05;
  if (OUTCOME.test(fold(text))) return cost - 0.6;
  if (QUANTITY.test(text)) return cost + (COMPARATOR.test(text) ? 1.2 : -0.4);
  return cost + (COMPARATOR.test(text) ? 2 : OUTCOME_START.test(text) ? 0.2 : 0.7);
}

function noteCost(text: string): number {
  return (
    0.4 +
    unbalanced(text) +
    (CLOSING.test(text) ? 2 : 0) +
    (COMPARATOR.test(text) ? 1.5 : 0) +
    (isPointsOnly(text) ? 3 : 0) +
    (text.length < 2 ? 1 : 0)
  );
}

/** Brackets that are opened and not closed in the cell, or the other way round. */
function unbalanced(text: string): number {
  let depth = 0;
  let faults = 0;
  for (const char of text) {
    if ("（(《“【".includes(char)) depth += 1;
    else if ("）)》”】".includes(char)) {
      // 1） and 2) number a list.
      if (depth > 0) depth -= 1;
      else if (!/\d[）)]/u.test(text)) faults += 1;
    }
  }
  return faults + depth;
}

/** Lines that are not full although the text goes on, and lines that are wider than their column. */
function wrapCost(part: Part, lines: readonly string[], widths: Widths): number {
  let cost = (lines.length - 1) * 0.15;
  const learnt = widthIn(widths.widest, part);
  // A caption is no wider than its column; the lines of a cell are about as wide as each other.
  const column = learnt ?? Math.max(widthIn(widths.atLeast, part) ?? 0, ...lines.map(widthOf));
  for (const [at, line] of lines.entries()) {
    if (learnt !== undefined && widthOf(line) > learnt + 0.9) cost += Math.min((widthOf(line) - column) * 0.6, 3);
    const next = lines[at + 1];
    if (next === undefined) {
      // A text that just fills its line is likelier one that goes on.
      if (
        learnt !== undefined &&
        (part === "name" || part === "target") &&
        widthOf(line) > column - 0.9 &&
        widthOf(line) > 4
      )
        cost += 0.5;
      continue;
    }
    const unused = unusedWidth(line, next, column);
    if (unused <= 0.6) continue;
    const mayEnd = (part === "note" || part === "noteRest") && /[。；;]$/u.test(line);
    cost += mayEnd ? 0.5 : Math.min(unused * 1.2, 4);
  }
  return cost;
}

/** Blanks inside a cell: usual beside Latin and punctuation, rare between Han characters. */
function blankCost(part: Part, tokens: readonly Token[]): number {
  let cost = 0;
  // Two cells share a line only if both have one line; so a blank in a cell of several lines parts no cells.
  const severalLines = tokens.some(({ first }, at) => first && at > 0);
  for (let at = 1; at < tokens.length; at += 1) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (before === undefined || token === undefined || token.first) continue;
    const [end, begin] = [before.text.at(-1) ?? "", token.text[0] ?? ""];
    if (CLOSING.test(begin) || "（(《“".includes(end)) cost += 0.1;
    else if (before.text.length === 1 && token.text.length === 1) cost += 0.3;
    else if (/[，。；、：,.;:]/u.test(end)) cost += 0.4;
    else if (/[A-Za-z0-9]/u.test(end) || /[A-Za-z0-9]/u.test(begin))
      cost += part === "target" || part === "actual" ? 1.6 : 0.8;
    else cost += part === "note" || severalLines ? 1.3 : 2.6;
  }
  return cost;
}

/**
 * What it costs that the page has cut a cell into `before` and `rest`: little where the rest makes whole what was torn
 * (`部分达成指标并具有` / `一定效果`, a bracket that is open), much where nothing asks for it.
 */
export function restCost(
  part: "nameRest" | "targetRest" | "actualRest" | "noteRest",
  before: string,
  rest: string,
): number {
  if (before === "") return 20;
  if (part === "noteRest") return 0.6;
  const whole = before + rest;
  if (part === "actualRest" && OUTCOME.test(fold(whole)) && !OUTCOME.test(fold(before))) return 0.1;
  if (unbalanced(before) > 0 && unbalanced(whole) === 0) return 0.1;
  return part !== "nameRest" && (QUANTITY.test(before) || OUTCOME.test(fold(before))) ? 6 : 2.6;
}

/** Whether a cell asks for a rest: a bracket is open in it, or a printed outcome is not at its end. */
export function looksTorn(text: string): boolean {
  return unbalanced(text) > 0 || (OUTCOME_START.test(text) && !OUTCOME.test(fold(text)));
}

/** What it costs that nothing is printed in a cell. */
export function emptyCost(part: Part): number {
  return part === "name" ? 9 : part === "target" || part === "actual" ? 4.5 : 0;
}
