/**
 * Text → words to search by. The same code cuts the texts when the index is made and the queries in the reader's browser,
 * whose segmenter may cut otherwise than ours: what is asked for is found by its pairs of characters, longer words only
 * decide the order.
 */

/** What is longer is no sentence that somebody looks for; a hostile text must not make the index endless. */
const MAX_TEXT = 20_000;
const MAX_WORD = 64;

const RUNS =
  /(?<han>\p{Script=Han}+)|(?<number>\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*)|(?<letters>(?:(?!\p{Script=Han})[\p{L}\p{M}])+)/gu;

/** Older browsers have none, and find what is asked for all the same. */
const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined;

/** A query taken apart. */
export interface QueryWords {
  /** Pairs of Chinese characters, numbers and words in letters: a text that holds all of them is what is looked for. */
  readonly needed: readonly string[];
  /** Words of three characters and more. */
  readonly longer: readonly string[];
}

/** All words of a text in their order, pairs and longer ones. */
export function wordsOf(text: string): string[] {
  const { needed, longer } = cut(text);
  return [...needed, ...longer];
}

/** Each word once. */
export function queryWords(query: string): QueryWords {
  const { needed, longer } = cut(query);
  return { needed: [...new Set(needed)], longer: [...new Set(longer)] };
}

/** Widths and case folded: `ＡＢＣ` is `abc`, `１２` is `12`. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function cut(text: string): { readonly needed: string[]; readonly longer: string[] } {
  const needed: string[] = [];
  const longer: string[] = [];
  for (const { groups = {} } of folded(text.slice(0, MAX_TEXT)).matchAll(RUNS)) {
    const { han, number, letters } = groups;
    if (han !== undefined) {
      needed.push(...pairsOf(han));
      longer.push(...longWordsOf(han));
    } else if (number !== undefined) needed.push(plainNumber(number).slice(0, MAX_WORD));
    else if (letters !== undefined) needed.push(letters.slice(0, MAX_WORD));
  }
  return { needed, longer };
}

/** `信息化` → `信息`, `息化`; a character that stands alone is a word. */
function pairsOf(run: string): readonly string[] {
  const signs = Array.from(run);
  if (signs.length === 1) return signs;
  return signs.slice(1).map((sign, at) => `${signs[at] ?? ""}${sign}`);
}

function longWordsOf(run: string): readonly string[] {
  if (run.length < 3 || segmenter === undefined) return [];
  return Array.from(segmenter.segment(run), ({ segment }) => segment).filter(
    (word) => word.length >= 3 && word.length <= MAX_WORD,
  );
}

/** `1,234.50` and `1234.5` are one number. */
function plainNumber(number: string): string {
  const bare = number.replaceAll(",", "");
  return /^\d+\.\d+$/u.test(bare) ? bare.replace(/\.?0+$/u, "") : bare;
}
