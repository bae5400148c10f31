/** A page in the vocabulary → a tagged PDF, set by ourselves. */
import { type PageElement, elements } from "../../page/page-tree.ts";
import type { StyleSheet } from "../../page/style-sheet.ts";
import type { RawPdf } from "../raw-pdf.ts";
import { type ComposedPdf, composePdf } from "./compose-pdf.ts";
import { flowBlocks } from "./flow.ts";
import { Look } from "./look.ts";
import { paginate } from "./paginate.ts";
import { placeBlocks } from "./place-blocks.ts";
import { placeFeet } from "./place-feet.ts";
import { type PlacedPage, emptyPage } from "./placed.ts";
import type { LetterCase } from "./lines/set-text.ts";
import { TagNode } from "./tag-node.ts";

/** What is set. */
export interface TypesetJob {
  /** In the vocabulary of `vocabulary.ts`, without figures. */
  readonly blocks: readonly PageElement[];
  readonly style: StyleSheet;
  /** Whether its pages have feet; only the whole knows those of a part. */
  readonly hasFeet: boolean;
}

export interface TypesetPdf extends ComposedPdf {
  readonly pages: number;
  /** Texts that stand below the type area of their page, where nobody would look for them: a bug of the layout. */
  readonly outside: readonly string[];
}

/** So many empty pages with their feet. */
export async function typesetFeet(style: StyleSheet, pages: number, letterCase: LetterCase): Promise<RawPdf> {
  const { page: setup } = style;
  const placed = { document: new TagNode("Document"), pages: Array.from({ length: pages }, emptyPage) };
  placeFeet(placed.pages, setup, letterCase);
  return (await composePdf(placed, setup)).pdf;
}

/** Pages that only pictures could fill are not for this: a browser prints those. */
export function canTypeset(blocks: readonly PageElement[]): boolean {
  return blocks.every(({ tag, children }) => tag !== "figure" && (tag !== "section" || canTypeset(elements(children))));
}

export async function typesetPage({ blocks, style, hasFeet }: TypesetJob, letterCase: LetterCase): Promise<TypesetPdf> {
  const { page: setup } = style;
  const { width, height, margin } = setup;
  const flowing = flowBlocks(blocks, Look.ofPage(style), width - margin.left - margin.right, letterCase);
  const standing = paginate(flowing, height - margin.top - margin.bottom);
  const placed = placeBlocks(standing, margin, letterCase);
  const outside = textsBelow(placed.pages, height - margin.bottom);
  if (hasFeet) placeFeet(placed.pages, setup, letterCase);
  return { ...(await composePdf(placed, { width, height })), pages: placed.pages.length, outside };
}

/** A line may stick out by what it is rounded. */
const ROUNDED = 2;

function textsBelow(pages: readonly PlacedPage[], bottom: number): readonly string[] {
  return pages.flatMap(({ texts }) =>
    texts
      .filter(({ baseline }) => baseline > bottom + ROUNDED)
      .map(({ letters }) => String.fromCodePoint(...letters.map(({ code }) => code))),
  );
}
