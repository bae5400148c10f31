/**
 * One stretch of tokens between the figures of two rows → the cells in it. All ways to cut the stretch at token borders
 * are weighed (dynamic programming over columns); the cheapest are kept, so that a close second is seen as a doubt.
 */
import { fold } from "../lines/normalise.ts";
import { Refusal } from "../refusal.ts";
import { isWholeLabel, labelName, parentsOf } from "../tables/labels.ts";
import { cellCost, emptyCost, looksTorn, restCost } from "./cell-cost.ts";
import { labelRestCost, mayGoOn } from "./label-rest.ts";
import { type Token, linesOfTokens } from "./token.ts";
import { PARTS, type Part, type Widths } from "./widths.ts";

/** What is known before the stretch is cut. */
export interface Stretch {
  readonly tokens: readonly Token[];
  /** A row stands before: its note may begin the stretch. */
  readonly afterRow: boolean;
  /** That row's score is below its weight, which asks for a note. */
  readonly deducted: boolean;
  /** A row follows, whose figures end the stretch; `joined`: they are on the line of its last cell. */
  readonly beforeRow: boolean;
  readonly joined: boolean;
  /** The labels of the row before; torn ones may go on here. */
  readonly level1: string;
  readonly level2: string;
  /** The cells of the row before; the page may have cut them. */
  readonly before: Readonly<Record<"name" | "target" | "actual" | "note", string>>;
  readonly hasBlock: boolean;
  /** Cells that share a baseline are on one line in this text; false where every cell has a line of its own. */
  readonly joins: boolean;
  /** The lines of one cell follow each other without a blank line, so that a blank line speaks for a border. */
  readonly compact: boolean;
  /** Blank lines stand at some line ends and not at others, so that they say something. */
  readonly gapsSpeak: boolean;
}

/** One way to cut: where each part ends. */
export interface Cut {
  readonly cost: number;
  /** The end of every part, in the order of {@link PARTS}; a part begins where the one before ends. */
  readonly ends: readonly number[];
}

interface State extends Cut {
  /** How many lines the last cell that is not empty has. */
  readonly lines: number;
}

const KEPT = 3;
const LONGEST: Readonly<Record<Part, number>> = {
  note: 300,
  rest1: 8,
  rest2: 10,
  nameRest: 6,
  targetRest: 6,
  actualRest: 6,
  noteRest: 60,
  block: 4,
  level1: 8,
  level2: 10,
  name: 14,
  target: 14,
  actual: 14,
};
/** How many tokens the parts behind a part can take; a cut that leaves more is none. */
const REACH: readonly number[] = PARTS.map((_, at) =>
  PARTS.slice(at + 1).reduce((sum, part) => sum + LONGEST[part], 0),
);
/** A cell that should share its line and does not, or the other way round. */
const OFF_BASELINE = 2.2;

/** How many cells may still be weighed: a text of nothing but short words would take hours. */
export interface Effort {
  left: number;
}

/** The cheapest cuts of a stretch, best first. Throws a refusal when the effort is spent. */
export function splitRow(stretch: Stretch, widths: Widths, effort: Effort): Cut[] {
  const { tokens } = stretch;
  let states: State[][] = tokens.map(() => []);
  states.push([]);
  states[0] = [{ cost: 0, ends: [], lines: 0 }];
  for (const [column, part] of PARTS.entries()) {
    const next: State[][] = states.map(() => []);
    for (const [from, own] of states.entries()) {
      if (own.length === 0) continue;
      const last = isAllowed(part, stretch) ? Math.min(tokens.length, from + LONGEST[part]) : from;
      for (let to = Math.max(from, tokens.length - (REACH[column] ?? 0)); to <= last; to += 1) {
        const cell = weighCell(part, tokens.slice(from, to), widths, stretch);
        effort.left -= 1;
        if (cell.cost > 19) continue;
        for (const state of own) {
          const cost =
            state.cost +
            cell.cost +
            borderCost(part, state, from, to, cell.lines, stretch) +
            pairCost(part, state, from, to, stretch) +
            labelsCost(part, state, from, to, stretch);
          insert(next[to], { cost, ends: [...state.ends, to], lines: to === from ? state.lines : cell.lines });
        }
      }
    }
    states = next;
    if (effort.left < 0) throw tooMuch(tokens);
  }
  const done = (states.at(-1) ?? []).map((state) => ({ ...state, cost: state.cost + figuresCost(state, stretch) }));
  return done.toSorted((a, b) => a.cost - b.cost);
}

function tooMuch(tokens: readonly Token[]): Refusal {
  const why = "文字零碎，单元格的分法过多，无法在合理时间内读出。";
  return new Refusal(
    "too-large",
    tokens[0]?.line,
    "绩效指标的文字过于零碎。",
    why,
    "请改用带表格的原件（制表符分隔文本或 JSON）再读。",
  );
}

/** The tokens of a part in a cut. */
export function tokensOfPart(cut: Cut, part: Part, tokens: readonly Token[]): Token[] {
  const at = PARTS.indexOf(part);
  return tokens.slice(at === 0 ? 0 : (cut.ends[at - 1] ?? 0), cut.ends[at] ?? 0);
}

function isAllowed(part: Part, { tokens, before, afterRow, beforeRow, hasBlock, level1, level2 }: Stretch): boolean {
  switch (part) {
    case "note":
      return afterRow;
    case "nameRest":
    case "targetRest":
    case "actualRest":
    case "noteRest":
      return afterRow && (tokens.some(({ gap }) => gap > 1) || Object.values(before).some(looksTorn));
    case "rest1":
      return afterRow && mayGoOn(level1, tokens);
    case "rest2":
      // Points that stand alone are those of the first level, unless it has its own.
      return afterRow && mayGoOn(level2, tokens) && !(isWholeLabel(level2) && mayGoOn(level1, tokens));
    case "block":
      return hasBlock && beforeRow;
    default:
      return beforeRow;
  }
}

function weighCell(
  part: Part,
  tokens: readonly Token[],
  widths: Widths,
  { beforeRow, compact }: Stretch,
): { cost: number; lines: number } {
  if (tokens.length === 0) return { cost: beforeRow ? emptyCost(part) : 0, lines: 0 };
  const lines = linesOfTokens(tokens);
  return {
    cost: cellCost(part, tokens, lines, widths) + (compact ? gapsInside(part, tokens) : 0),
    lines: lines.length,
  };
}

// A centred last line begins further right, which looks like a new paragraph. Labels stand apart for other reasons.
function gapsInside(part: Part, tokens: readonly Token[]): number {
  if (part.startsWith("level") || part.startsWith("rest")) return 0;
  return tokens.slice(1).filter(({ gap }) => gap > 0).length * 0.5;
}

/**
 * The extractor writes a blank line where the text jumps by more than a line and a bit, and where it jumps to the right
 * after a line that did not begin a paragraph; after one that did, the jump is taken for a hanging indent. Between a
 * cell of n lines and one of m lines, both centred, the jump is (n + m) / 2 - 1 lines.
 */
function gapAtBorder(state: State, at: number, lines: number, { tokens, compact }: Stretch): number {
  const before = tokens.slice(0, at).findLast(({ first }) => first);
  if (before === undefined) return 0;
  const jump = (state.lines + lines) / 2 - 1;
  const isGap = (tokens[at]?.gap ?? 0) > 0;
  if (jump > 1.2) return isGap ? 0 : 1;
  if (jump > 0.7 && !compact) return 0;
  return isGap === before.gap > 0 ? 0.8 : 0;
}

/** Two cells share a line if and only if each has one line: every cell is centred in its row. */
function borderCost(part: Part, state: State, from: number, to: number, lines: number, stretch: Stretch): number {
  if (from === to) return part === "note" && stretch.deducted ? 0.5 : 0;
  const token = stretch.tokens[from];
  // What shares the line of the row before is that row's note.
  if (from === 0 && stretch.afterRow && token?.first === false && part !== "note") return 20;
  if (part === "note") {
    if (token?.first === false) return lines > 1 ? 0.8 : 0;
    return (stretch.deducted ? 0 : 0.8) + (lines > 1 || !stretch.joins ? 0 : OFF_BASELINE);
  }
  if (isRest(part)) return cutCost(part, state, from, to, stretch);
  if ((part !== "target" && part !== "actual") || !stretch.joins) {
    // A part that begins inside a line shares it with the part before, which then has one line.
    return token?.first === false && part === "name" && lines > 1 ? 1 : 0;
  }
  const single = state.lines === 1 && lines === 1;
  const joined = token?.first === false;
  if (single && joined) return 0;
  if (joined) return OFF_BASELINE + 0.8;
  return (single ? OFF_BASELINE : 0) + (stretch.gapsSpeak ? gapAtBorder(state, from, lines, stretch) : 0);
}

/** 较申报金额降低 / 较申报金额降低: wording is often repeated as the result, and a quantity has the unit of its target. */
function pairCost(part: Part, state: State, from: number, to: number, { tokens }: Stretch): number {
  if (part !== "actual" || from === to) return 0;
  const text = (first: number, last: number): string =>
    fold(
      tokens
        .slice(first, last)
        .map((token) => token.text)
        .join(""),
    );
  const [target, actual] = [text(state.ends[PARTS.indexOf("name")] ?? 0, from), text(from, to)];
  if (target.length >= 4 && target.slice(0, 4) === actual.slice(0, 4)) return -0.9;
  const units = [target, actual].map((quantity) => /\(([^()]+)\)$/u.exec(quantity)?.[1]);
  return units[0] !== undefined && units[0] === units[1] ? -0.4 : 0;
}

const RESTS = ["nameRest", "targetRest", "actualRest", "noteRest"] as const;
type Rest = (typeof RESTS)[number];
const isRest = (part: Part): part is Rest => RESTS.some((rest) => rest === part);

/**
 * A row that the page has cut goes on above the next row, cell by cell: rests of labels, name, target, result, note.
 * So the first rest begins the page, and the others follow it.
 */
function cutCost(part: Rest, { ends }: State, from: number, to: number, { tokens, before }: Stretch): number {
  const note = ends[0] ?? 0;
  const follows = from > note;
  const begins = follows || (tokens[from]?.gap ?? 0) > 1;
  // A note goes on over the page by itself; only behind another rest is it parted.
  if (part === "noteRest" && !follows) return 20;
  const text = linesOfTokens(tokens.slice(from, to)).join("");
  const torn = part === "noteRest" ? (note > 0 ? "…" : "") : before[part.slice(0, -4) as "name" | "target" | "actual"];
  const cost = restCost(part, torn, text);
  // Where a text has no blank lines, only a rest that makes its cell whole tells that a page has ended.
  return begins ? cost : cost < 0.5 ? cost + 1 : 20;
}

// The figures have one line, so they share it with the last cell if and only if that has one line.
function figuresCost(state: State, { beforeRow, joined, joins }: Stretch): number {
  if (!beforeRow || !joins) return 0;
  return (state.lines === 1) === joined ? 0 : OFF_BASELINE;
}

/** What labels say to each other: a torn one wants its rest, a first level wants a second one. */
function labelsCost(part: Part, state: State, from: number, to: number, stretch: Stretch): number {
  const text = (first: number, last: number): string =>
    fold(
      stretch.tokens
        .slice(first, last)
        .map((token) => token.text)
        .join(""),
    );
  if (part === "rest1" || part === "rest2") {
    const torn = part === "rest1" ? stretch.level1 : stretch.level2;
    if (from === to) return 0;
    return labelRestCost(torn, text(from, to)) + ((stretch.tokens[from]?.gap ?? 0) > 1 ? 0 : 0.4);
  }
  if (part === "level1")
    return from === to ? (stretch.level1 === "" ? 4 : 0) : tornBefore("rest1", stretch.level1, state);
  if (part !== "level2") return 0;
  const [first, last] = [state.ends[PARTS.indexOf("block")] ?? 0, state.ends[PARTS.indexOf("level1")] ?? 0];
  const level1 = text(first, last);
  if (from === to) return level1 === "" ? (stretch.level1 === "" ? 4 : 0) : 3;
  const parents = parentsOf(text(from, to));
  const misfit =
    level1 !== "" && parents.length > 0 && !parents.some((parent) => parent.startsWith(labelName(level1))) ? 0.7 : 0;
  return misfit + tornBefore("rest2", stretch.level2, state);
}

// A new label while the old one is still torn: its rest should have come first.
function tornBefore(part: "rest1" | "rest2", label: string, { ends }: State): number {
  const at = PARTS.indexOf(part);
  const isEmpty = ends[at] === ends[at - 1];
  return label !== "" && !isWholeLabel(label) && isEmpty ? 2 : 0;
}

function insert(list: State[] | undefined, state: State): void {
  if (list === undefined) return;
  if (list.length === KEPT && state.cost >= (list.at(-1)?.cost ?? 0)) return;
  const at = list.findIndex(({ cost }) => cost > state.cost);
  list.splice(at === -1 ? list.length : at, 0, state);
  if (list.length > KEPT) list.pop();
}
