/** Rows of the blank form that nobody filled in: 指标2： and ……, which stand between the rows of many forms. */
import { fold } from "../lines/normalise.ts";
import { isLabelPrefix, isLevel1, isLevel2 } from "../tables/labels.ts";
import type { Token } from "./token.ts";

const DOTS = /^[….·]{1,8}$/u;
const BARE = /^指标\d{1,2}:?$/u;

/**
 *     指标1：日常巡检次数      a name: what follows the number belongs to it
 *     指标2：                  nothing was filled in: the next line is no name
 *     ……
 *     质量指标
 *
 * Without figures these lines would be read as the note of the row above or the name of the one below.
 */
export function partPlaceholders(tokens: readonly Token[]): { kept: Token[]; placeholders: Token[] } {
  const lines = linesOf(tokens);
  const texts = lines.map((line) => fold(line.map(({ text }) => text).join("")));
  const kept: Token[] = [];
  const placeholders: Token[] = [];
  for (const [at, line] of lines.entries()) {
    const text = texts[at] ?? "";
    const isEmpty = DOTS.test(text) || (BARE.test(text) && isNoName(texts[at + 1]));
    (isEmpty ? placeholders : kept).push(...line);
  }
  return { kept, placeholders };
}

function isNoName(next: string | undefined): boolean {
  return (
    next === undefined || DOTS.test(next) || BARE.test(next) || isLevel1(next) || isLevel2(next) || isLabelPrefix(next)
  );
}

function linesOf(tokens: readonly Token[]): Token[][] {
  const lines: Token[][] = [];
  for (const token of tokens) {
    if (token.first || lines.length === 0) lines.push([token]);
    else lines.at(-1)?.push(token);
  }
  return lines;
}
