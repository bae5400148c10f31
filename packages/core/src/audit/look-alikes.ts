/**
 * Finds, among many bags of words, those that are nearly the same, without comparing each with each.
 *
 * The measure is that of `likeness.ts`: twice the shared words over all words. Two bags that are alike enough must
 * share one of their rarest words (prefix filtering, as in set-similarity joins), so only bags that do are compared.
 * Nothing is guessed or drawn by lot: what is found was compared word by word.
 */

export interface LookAlike {
  /** Which bag. */
  readonly at: number;
  /** From the least that was asked for to 1. */
  readonly likeness: number;
}

export interface LookAlikes {
  /** From now on the bag is found. */
  add(at: number): void;
  /** The added bags that are alike enough, in the order in which they were added; compared as they are asked for. */
  find(at: number): IteratorObject<LookAlike>;
}

/**
 * The most bags that one bag is compared with, those that share its rarest words first. A batch filled in from one
 * template, in which everything resembles everything, costs no more than this many comparisons a form.
 */
const MOST_COMPARED = 256;

/** Bags are called by their number in `things`. Nothing is found until it is added; an empty bag is like nothing. */
export function openLookAlikes<T>(
  things: readonly T[],
  wordsOf: (thing: T) => readonly string[],
  least: number,
): LookAlikes {
  const ranked = rankedBags(things, wordsOf);
  const smallestShare = least / (2 - least);
  // The words of a bag without which too few are left to share.
  const telling = (at: number): Uint32Array => {
    const bag = bagAt(ranked, at);
    return bag.subarray(0, bag.length === 0 ? 0 : bag.length - Math.ceil(smallestShare * bag.length - 1e-9) + 1);
  };
  const holders = new Map<number, number[]>();
  const added: number[] = [];
  return {
    add(at) {
      for (const word of telling(at)) {
        const known = holders.get(word);
        if (known === undefined) holders.set(word, [added.length]);
        else known.push(added.length);
      }
      added.push(at);
    },
    *find(at) {
      const bag = bagAt(ranked, at);
      const candidates = new Set<number>();
      for (const word of telling(at)) {
        for (const turn of holders.get(word) ?? []) {
          const { length } = bagAt(ranked, added[turn] ?? 0);
          if (length >= smallestShare * bag.length && bag.length >= smallestShare * length) candidates.add(turn);
          if (candidates.size >= MOST_COMPARED) break;
        }
        if (candidates.size >= MOST_COMPARED) break;
      }
      for (const turn of Uint32Array.from(candidates).toSorted()) {
        const other = added[turn] ?? 0;
        const likeness = share(bag, bagAt(ranked, other));
        if (likeness >= least) yield { at: other, likeness };
      }
    },
  };
}

/** Each bag as numbers, the rarest word first; the second 「系统」 of a bag is another word than its first. */
function rankedBags<T>(things: readonly T[], wordsOf: (thing: T) => readonly string[]): readonly Uint32Array[] {
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const numbered = things.map((thing) => {
    const seen = new Map<string, number>();
    return Uint32Array.from(wordsOf(thing), (word) => {
      const turn = (seen.get(word) ?? 0) + 1;
      seen.set(word, turn);
      const name = turn === 1 ? word : `${word} ${turn}`;
      const number = numbers.get(name) ?? uses.length;
      if (number === uses.length) {
        numbers.set(name, number);
        uses.push(0);
      }
      uses[number] = (uses[number] ?? 0) + 1;
      return number;
    });
  });
  const byRarity = Uint32Array.from(uses.keys()).toSorted((a, b) => (uses[a] ?? 0) - (uses[b] ?? 0) || a - b);
  const ranks = new Uint32Array(uses.length);
  for (const [rank, number] of byRarity.entries()) ranks[number] = rank;
  return numbered.map((bag) => bag.map((number) => ranks[number] ?? 0).toSorted());
}

function bagAt(bags: readonly Uint32Array[], at: number): Uint32Array {
  return bags[at] ?? new Uint32Array();
}

function share(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  let left = 0;
  let right = 0;
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
