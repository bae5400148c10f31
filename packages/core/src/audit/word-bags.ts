/** Many bags of words as numbers, the rarest word first: small to keep and quick to compare. */

export interface WordBags {
  /** How many words a bag has. */
  size(bag: number): number;
  /** The `turn`-th word of a bag, from its rarest on. Words are numbered by rarity, from 0. */
  word(bag: number, turn: number): number;
  /** Twice the shared words over all words of two bags: 1 when they hold the same words, whatever their order. */
  likeness(a: number, b: number): number;
}

/** The second 「系统」 of a bag is another word than its first. */
export function wordBags<T>(things: readonly T[], wordsOf: (thing: T) => readonly string[]): WordBags {
  const { starts, numbers, uses } = numbered(things, wordsOf);
  const byRarity = Uint32Array.from(uses.keys()).toSorted((a, b) => (uses[a] ?? 0) - (uses[b] ?? 0) || a - b);
  const ranks = new Uint32Array(uses.length);
  for (const [rank, number] of byRarity.entries()) ranks[number] = rank;
  const words = Uint32Array.from(numbers, (number) => ranks[number] ?? 0);
  for (let bag = 0; bag < things.length; bag += 1) {
    const [start, end] = [starts[bag] ?? 0, starts[bag + 1] ?? 0];
    words.set(words.subarray(start, end).toSorted(), start);
  }
  const size = (bag: number): number => (starts[bag + 1] ?? 0) - (starts[bag] ?? 0);
  return {
    size,
    word: (bag, turn) => words[(starts[bag] ?? 0) + turn] ?? 0,
    likeness(a, b) {
      let shared = 0;
      let left = starts[a] ?? 0;
      let right = starts[b] ?? 0;
      const [leftEnd, rightEnd] = [left + size(a), right + size(b)];
      while (left < leftEnd && right < rightEnd) {
        const difference = (words[left] ?? 0) - (words[right] ?? 0);
        if (difference === 0) shared += 1;
        if (difference <= 0) left += 1;
        if (difference >= 0) right += 1;
      }
      return (2 * shared) / (size(a) + size(b));
    },
  };
}

interface Numbered {
  /** Where each bag begins in `numbers`, and where the last one ends. */
  readonly starts: readonly number[];
  readonly numbers: readonly number[];
  /** How many bags hold the word of each number. */
  readonly uses: readonly number[];
}

function numbered<T>(things: readonly T[], wordsOf: (thing: T) => readonly string[]): Numbered {
  const known = new Map<string, number>();
  const starts = [0];
  const numbers: number[] = [];
  const uses: number[] = [];
  for (const thing of things) {
    const seen = new Map<string, number>();
    for (const word of wordsOf(thing)) {
      const turn = (seen.get(word) ?? 0) + 1;
      seen.set(word, turn);
      const name = turn === 1 ? word : `${word} ${turn}`;
      const number = known.get(name) ?? uses.length;
      known.set(name, number);
      numbers.push(number);
      uses[number] = (uses[number] ?? 0) + 1;
    }
    starts.push(numbers.length);
  }
  return { starts, numbers, uses };
}
