/** A row as it stands on its page, before the columns of its form are known. */
import type { Box } from "../media/pdf/matrix.ts";
import type { Origin } from "@zipingbiao/core";
import type { SetLine } from "./set-lines.ts";

/** Why a cell whose glyphs stand for no text is not certain. */
export const NO_TEXT = "这一格的字体没有给出对应的文字，读出的内容不可靠";

/** A cell in its place. */
export interface PageCell {
  readonly text: string;
  readonly box: Box;
  readonly origin: Origin;
  /** A text in it has no characters: its font tells none. */
  readonly unreadable: boolean;
  /** The merged cell that begins in a row above and covers this place. */
  readonly above?: PageCell;
}

/** Cells side by side, from left to right; those that a merged cell covers included. */
export interface PageRow {
  readonly page: number;
  readonly top: number;
  readonly bottom: number;
  /** Lines are drawn around its cells. */
  readonly ruled: boolean;
  /** Of a row without rules: its line as it is set. */
  readonly line?: SetLine;
  readonly cells: readonly PageCell[];
}

export function originOf(file: string, page: number, [x0, y0, x1, y1]: Box): Origin {
  return { file, page, box: [roundTo(x0), roundTo(y0), roundTo(x1), roundTo(y1)] };
}

function roundTo(length: number): number {
  return Math.round(length * 10) / 10;
}
