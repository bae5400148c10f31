/** How MiniSearch is asked to keep and to search; the same when the index is made and in the reader's browser. */
import { sorted } from "./sorted.ts";
import { queryWords, wordsOf } from "./words.ts";

/** The texts of a form by what a match in them is worth, and the form's position in the publication. */
export interface SearchEntry {
  readonly id: number;
  readonly project: string;
  /** 实施单位, 主管部门, 项目编码. */
  readonly unit: string;
  /** Names of indicators. */
  readonly indicators: string;
  /** Goals, targets, actuals, notes on deviations, amounts. */
  readonly text: string;
}

/** Options of a MiniSearch. */
export const INDEX_OPTIONS = {
  fields: ["project", "unit", "indicators", "text"],
  idField: "id",
  tokenize: wordsOf,
  processTerm: coded,
};

/**
 * A word as the index holds it. MiniSearch keeps words in a tree by their characters and tries the branches of a branch
 * one after another: thousands of Chinese characters would hang on its root, of these digits thirty-six at most.
 */
function coded(word: string): string {
  if (isPlain(word)) return word;
  return `-${Array.from(word, (sign) => (sign.codePointAt(0) ?? 0).toString(36).padStart(4, "0")).join("")}`;
}

function isPlain(word: string): boolean {
  return /^[\da-z.]+$/u.test(word);
}

/** Of MiniSearch what a search needs. */
export interface OpenedIndex {
  search(query: string, options: object): readonly FoundEntry[];
}

interface FoundEntry {
  readonly id: unknown;
  readonly score: number;
  /** The words of the query that were met. */
  readonly queryTerms: readonly string[];
}

export interface Hit {
  /** Position of the form in the publication, from 0. */
  readonly at: number;
  readonly score: number;
  /** How much of the query is met, 0 to 1. */
  readonly met: number;
}

/** What a form's name says weighs most: people look for projects and units. */
const BOOST = { project: 8, unit: 4, indicators: 2, text: 1 };

/** The forms of one index that have something of the query, in no order. */
export function searchIndex(index: OpenedIndex, query: string): readonly Hit[] {
  const { needed } = queryWords(query);
  if (needed.length === 0) return [];
  const found = index.search(query, {
    boost: BOOST,
    combineWith: "OR",
    prefix: mayBeBeginning,
    fuzzy: (word: string) => (/^[a-z]{5,}$/u.test(word) ? 0.2 : false),
  });
  return found.map(({ id, score, queryTerms }) => ({
    at: id as number,
    score,
    met: needed.filter((word) => queryTerms.includes(coded(word))).length / needed.length,
  }));
}

/** Half a number or word is often typed; a lone character is met by the pairs that begin with it. */
function mayBeBeginning(word: string): boolean {
  return word.length === LONE || isPlain(word);
}

/** The length of a coded word of one character. */
const LONE = 5;

/** At least so much of a query must be met where no form meets all of it. */
const LEAST_MET = 0.5;

/** Hits of all indexes, best first: those that meet the whole query, or, where there are none, those that come near. */
export function rankHits(hits: readonly Hit[]): readonly Hit[] {
  const best = hits.reduce((most, { met }) => Math.max(most, met), 0);
  const least = best === 1 ? 1 : Math.max(LEAST_MET, best - 0.25);
  return sorted(
    hits.filter(({ met }) => met >= least),
    (a, b) => b.score * b.met * b.met - a.score * a.met * a.met || a.at - b.at,
  );
}
