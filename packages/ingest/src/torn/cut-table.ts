/** All stretches between the figures of an indicator table, cut twice: to learn the columns' widths, then with them. */
import { type Edition, INDICATOR_FIELDS, indicatorColumnSpellings } from "@zipingbiao/core";
import { fold } from "../lines/normalise.ts";
import { Refusal, shorten } from "../refusal.ts";
import type { Anchor } from "./anchors.ts";
import { type Cut, type Effort, type Stretch, splitRow, tokensOfPart } from "./split-row.ts";
import { type Token, linesOfTokens, matchRun } from "./token.ts";
import { type ColumnWidths, PARTS, type Part, type Widths, widen } from "./widths.ts";

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
export const POOR = 6;
/** The cuts of every stretch, best first: before the first row, between two rows, and below the last one. */
export function cutTable(tokens: readonly Token[], anchors: readonly Anchor[], table: TornTable): Cutting["cuts"] {
  const atLeast = headWidths(table.head, table.edition);
  const firstPass = cutAll(tokens, anchors, { atLeast, widest: {} }, table);
  const { cuts } = cutAll(tokens, anchors, { atLeast, widest: learnWidths(firstPass, atLeast) }, table);
  refuseInterleaved(cuts, tokens);
  return cuts;
}

/**
 * An extractor that sorts lines by height lets the lines of neighbouring cells alternate. Then rows suit no column;
 * what could be read of them would be wrong without looking wrong.
 */
function refuseInterleaved(cuts: readonly (readonly Cut[])[], tokens: readonly Token[]): void {
  const poor = cuts.filter(([best]) => best !== undefined && best.cost > POOR).length;
  if (poor < 3 || poor < cuts.length * 0.2) return;
  const why = `${cuts.length - 1} 行指标中有 ${poor} 行分不出单元格，各格的文字可能按行高交错在一起。`;
  throw new Refusal(
    "unrecognised-layout",
    tokens[0]?.line,
    "未识别的版式。",
    why,
    "请改用按单元格顺序导出的文本、制表符分隔的文本或 JSON。",
  );
}

/** A column is at least as wide as the lines of its caption. */
function headWidths(head: readonly Token[], edition: Edition): ColumnWidths {
  const { captions } = edition;
  const widths: ColumnWidths = {};
  let at = 0;
  const columns = INDICATOR_FIELDS.map((field) => [field, indicatorColumnSpellings(edition, field).map(fold)] as const);
  const block = captions.indicatorBlock === undefined ? -1 : matchRun(head, 0, fold(captions.indicatorBlock));
  if (block !== -1) at = block;
  for (const [field, spellings] of columns) {
    const end = Math.max(...spellings.map((caption) => matchRun(head, at, caption)));
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
      deducted: at > 0 && isDeducted(tokens, anchors[at - 1]),
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

function isDeducted(tokens: readonly Token[], anchor: Anchor | undefined): boolean {
  const [weight, score] = [tokens[anchor?.weight ?? -1], tokens[anchor?.score ?? -1]];
  return weight !== undefined && score !== undefined && weight.text !== score.text;
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
