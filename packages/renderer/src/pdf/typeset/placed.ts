/** What stands where on the pages of a document. Lengths are points, from the upper left corner of the paper. */
import type { Letter } from "./lines/set-text.ts";
import type { TextStyle } from "./lines/text-style.ts";
import type { TagNode } from "./tag-node.ts";

/** A sheet; points. */
export interface Paper {
  readonly width: number;
  readonly height: number;
}

/** Characters of one style and one face, side by side. */
export interface PlacedText {
  readonly x: number;
  readonly baseline: number;
  readonly style: TextStyle;
  readonly letters: readonly Letter[];
  /** Points behind every character but the last, beyond its own width: what spreads a line. */
  readonly spread: number;
  /** `undefined` for what is no part of the text: feet. */
  readonly tag: TagNode | undefined;
}

/** A filled rectangle: a rule, or the ground of a cell. */
export interface PlacedFill {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** A place that links and bookmarks may lead to. */
export interface PlacedName {
  readonly name: string;
  readonly y: number;
}

export interface PlacedLink {
  readonly target: string;
  /** What of its text stands here, for those who do not see it. */
  readonly text: string;
  readonly tag: TagNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Fills are painted before texts, in their order. */
export interface PlacedPage {
  readonly fills: PlacedFill[];
  readonly texts: PlacedText[];
  readonly names: PlacedName[];
  readonly links: PlacedLink[];
}

export function emptyPage(): PlacedPage {
  return { fills: [], texts: [], names: [], links: [] };
}
