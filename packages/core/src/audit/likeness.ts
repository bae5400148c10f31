/** How alike two Chinese texts are, whatever their marks, blanks and widths. */

import { remember } from "../values/remember.ts";

/** The characters that carry meaning: letters, Han characters and digits, compatibility forms folded. */
export const bareText: (text: string) => string = remember(
  (text) => (isBare(text) ? text : text.normalize("NFKC").replaceAll(/[^\p{Letter}\p{Number}]+/gu, "")),
  1024,
);

/** Whether there are but unified Han characters, letters of English and digits, which stay what they are. */
function isBare(text: string): boolean {
  return /^[\u4E00-\u9FFFA-Za-z0-9]*$/.test(text);
}

/**
 * The Dice coefficient of the pairs of neighbouring characters, from 0 (nothing in common) to 1 (the same pairs).
 * One inserted word moves it little, another subject moves it much.
 */
export function likeness(a: string, b: string): number {
  const left = pairsOf(bareText(a));
  const right = pairsOf(bareText(b));
  const total = sizeOf(left) + sizeOf(right);
  if (total === 0) return bareText(a) === bareText(b) ? 1 : 0;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / total;
}

/** The pairs of neighbouring characters of a bare text, in order; a pair that comes twice stands twice. */
export function neighbours(bare: string): readonly string[] {
  const characters = [...bare];
  return characters.slice(1).map((second, at) => `${characters[at] ?? ""}${second}`);
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const pair of neighbours(text)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  return pairs;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  let size = 0;
  for (const count of pairs.values()) size += count;
  return size;
}
