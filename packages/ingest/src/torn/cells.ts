/** Making placed cells of tokens. */
import { joinWrapped } from "../lines/join-wrapped.ts";
import type { Doubt, PlacedCell, PlacedRow } from "../media/placed-text.ts";
import { type Token, linesOfTokens } from "./token.ts";

/** The cell that these tokens are the text of; a blank one stands at `line`. */
export function cellOf(tokens: readonly Token[], file: string, line: number, doubt?: Doubt): PlacedCell {
  const origin = { file, line: tokens[0]?.line ?? line };
  const text = joinWrapped(linesOfTokens(tokens));
  return doubt === undefined ? { text, origin } : { text, origin, doubt };
}

/** A caption or another text that is known to stand at `line`. */
export function knownCell(text: string, file: string, line: number): PlacedCell {
  return { text, origin: { file, line } };
}

export function rowOf(...cells: PlacedCell[]): PlacedRow {
  return { cells, afterGap: false };
}

/** Every line of these tokens as a row of its own, one cell each. */
export function rowsByLine(tokens: readonly Token[], file: string): PlacedRow[] {
  const rows: PlacedRow[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && tokens[to]?.first === false) to += 1;
    rows.push(rowOf(cellOf(tokens.slice(from, to), file, tokens[from]?.line ?? 1)));
    from = to;
  }
  return rows;
}
