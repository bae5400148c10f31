/** Moments that a seed gives again. */

export type Random = () => number;

/** Mulberry32: from 0 to just below 1. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Which part of a run has passed; every third moment lies near its end, where files are put in place, which takes a moment only. */
export function momentOf(random: Random): number {
  return random() < 1 / 3 ? 0.85 + 0.15 * random() : random();
}
