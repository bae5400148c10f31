/**
 * Lines of a PDF's text layer as tokens. The extractor writes a table row by row and cell by cell: the lines of one
 * cell follow each other, and two cells stand on one line, parted by a blank, only where they share a baseline.
 * So the tokens are the cells' texts in column order; what is lost is where one cell ends.
 */
import { fold } from "../lines/normalise.ts";
import type { TextLine } from "../media/placed-text.ts";

/** A run without white space, and what stands before it. */
export interface Token {
  readonly text: string;
  /** 1-based line of the source. */
  readonly line: number;
  /** It begins its line. */
  readonly first: boolean;
  /** Blank lines before its line; 0 inside a line. */
  readonly gap: number;
  /** White space before it, as printed: the indent of a first token. */
  readonly space: string;
}

const GLUED_LABEL = /^(项目名称|主管部门|实施单位)([:：])(?=.)/u;

/** All tokens of these lines. A header label that is glued to its value by a colon is parted from it. */
export function tokensOf(lines: readonly TextLine[]): Token[] {
  const tokens: Token[] = [];
  for (const { text, line, gap } of lines) {
    let first = true;
    for (const [, space = "", word = ""] of text.matchAll(/(\s*)(\S+)/gu)) {
      const glued = GLUED_LABEL.exec(word);
      const parts = glued === null ? [word] : [glued[0], word.slice(glued[0].length)];
      for (const [at, part] of parts.entries()) {
        tokens.push({ text: part, line, first, gap: first ? gap : 0, space: at === 0 ? space : "" });
        first = false;
      }
    }
  }
  return tokens;
}

/** The end of the run of whole tokens from `from` that reads `wanted` when folded and put together; -1 when it does not. */
export function matchRun(tokens: readonly Token[], from: number, wanted: string): number {
  let seen = "";
  for (let at = from; at < tokens.length && seen.length < wanted.length; at += 1) {
    const text = tokens[at]?.text ?? "";
    if (text.length > 60) return -1;
    seen += fold(text);
    if (seen === wanted || seen === `${wanted}:`) return at + 1;
    if (!wanted.startsWith(seen)) return -1;
  }
  return -1;
}

/** The first place from `from` on where one of `wanted` is matched by {@link matchRun}. */
export function findRun(
  tokens: readonly Token[],
  from: number,
  wanted: readonly string[],
): { start: number; end: number; which: number } | undefined {
  for (let start = from; start < tokens.length; start += 1) {
    for (const [which, run] of wanted.entries()) {
      const end = matchRun(tokens, start, run);
      if (end !== -1) return { start, end, which };
    }
  }
  return undefined;
}

/** The texts of a run of tokens line by line, blanks inside a line as printed. */
export function linesOfTokens(tokens: readonly Token[]): string[] {
  const lines: string[] = [];
  for (const [at, { text, first, space }] of tokens.entries()) {
    if (first || at === 0) lines.push(text);
    else lines[lines.length - 1] = `${lines.at(-1) ?? ""}${space}${text}`;
  }
  return lines;
}
