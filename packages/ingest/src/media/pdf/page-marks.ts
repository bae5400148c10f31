/** What is seen on a page: glyphs and rules, in pt from its upper left corner, turned as the page is shown. */
import type { Box } from "./matrix.ts";

/** Which way a text runs: 0 to the right, 90 downward, 180 upside down, 270 upward; `undefined` aslant. */
export type Direction = 0 | 90 | 180 | 270 | undefined;

/** One glyph with the text that it stands for. */
export interface Glyph {
  readonly text: string;
  /** The em box of the glyph. */
  readonly box: Box;
  /** Where the pen stood. */
  readonly pen: readonly [number, number];
  /** Height of the font in pt. */
  readonly size: number;
  readonly direction: Direction;
  /** Set in a font that writes from top to bottom. */
  readonly vertical: boolean;
  /** Its font gives no text for its glyphs, so `text` means nothing. */
  readonly unreadable: boolean;
}

/** A line of a table, drawn as a stroke or as a thin filled rectangle. */
export interface Rule {
  readonly box: Box;
  readonly horizontal: boolean;
}

/** Why a text is not seen by a reader of the page. */
export type HiddenReason = "invisible" | "background-colour" | "clipped" | "covered" | "hidden-layer";

/** A text that stands in the file and is not seen. */
export interface HiddenText {
  readonly reason: HiddenReason;
  readonly text: string;
  readonly box: Box;
}

/** All of one page. */
export interface PageMarks {
  /** 1-based. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly hidden: readonly HiddenText[];
  /** A picture may stand on it. */
  readonly hasPicture: boolean;
}
