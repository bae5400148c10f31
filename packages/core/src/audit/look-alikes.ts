/**
 * Finds, among many bags of words, those that are nearly the same, without comparing each with each.
 *
 * Two bags that are alike enough must have several of their rarest words in common (prefix filtering, as in joins by
 * set similarity): only bags that do are compared, then word by word. Nothing is guessed or drawn by lot.
 */
import { wordBags } from "./word-bags.ts";

export interface LookAlike {
  /** Which bag. */
  readonly at: number;
  /** From the least that was asked for to 1, as `likeness.ts` measures it. */
  readonly likeness: number;
}

export interface LookAlikes {
  /** From now on the bag is found. */
  add(at: number): void;
  /** The added bags that are alike enough, in the order in which they were added. */
  find(at: number): readonly LookAlike[];
}

/** How many rare words two bags must share before they are compared: one alone is shared by chance. */
const SHARED_RARE_WORDS = 4;

/**
 * Of a word that very many bags hold only the first holders are remembered, and one bag is compared with so many others
 * at most, those that share its rarest words. So a batch filled in from one template, in which everything
 * resembles everything, costs no more than its number of forms times a constant. A bag that is like very many others
 * may be found beside other ones than the very nearest; what is copied beyond the template shares rarer words.
 */
const MOST_HOLDERS = 1024;
const MOST_COMPARED = 64;

/** Bags are called by their number in `things`. Nothing is found until it is added; an empty bag is like nothing. */
export function openLookAlikes<T>(
  things: readonly T[],
  wordsOf: (thing: T) => readonly string[],
  least: number,
): LookAlikes {
  const bags = wordBags(things, wordsOf);
  // Of two bags that are alike enough each shares at least this part of its words with the other.
  const smallestShare = least / (2 - least);
  const mustShare = (at: number): number => Math.ceil(smallestShare * bags.size(at) - 1e-9);
  const rareShared = (at: number): number => Math.min(SHARED_RARE_WORDS, mustShare(at));
  const telling = (at: number): number => bags.size(at) - mustShare(at) + rareShared(at);
  const holders = new Map<number, number[]>();
  const added: number[] = [];
  const shared = new Uint16Array(things.length);

  /** Turns of added bags that share enough rare words with this one; where they are too many, those that share the rarest. */
  function candidates(at: number): readonly number[] {
    const touched: number[] = [];
    for (let turn = 0; turn < telling(at); turn += 1) {
      for (const holder of holders.get(bags.word(at, turn)) ?? []) {
        if (shared[holder] === 0) touched.push(holder);
        shared[holder] = (shared[holder] ?? 0) + 1;
      }
    }
    const alike = touched.filter((holder) => mayBeAlike(at, added[holder] ?? 0, shared[holder] ?? 0));
    for (const holder of touched) shared[holder] = 0;
    return alike.slice(0, MOST_COMPARED).toSorted((a, b) => a - b);
  }

  function mayBeAlike(at: number, other: number, words: number): boolean {
    const [size, otherSize] = [bags.size(at), bags.size(other)];
    return (
      words >= Math.min(rareShared(at), rareShared(other)) &&
      otherSize >= smallestShare * size - 1e-9 &&
      size >= smallestShare * otherSize - 1e-9
    );
  }

  return {
    add(at) {
      for (let turn = 0; turn < telling(at); turn += 1) {
        const word = bags.word(at, turn);
        const known = holders.get(word);
        if (known === undefined) holders.set(word, [added.length]);
        else if (known.length < MOST_HOLDERS) known.push(added.length);
      }
      added.push(at);
    },
    find(at) {
      return candidates(at)
        .map((holder) => added[holder] ?? 0)
        .map((other) => ({ at: other, likeness: bags.likeness(at, other) }))
        .filter(({ likeness }) => likeness >= least);
    },
  };
}
