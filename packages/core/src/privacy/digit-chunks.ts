/** Runs of digits in a text, kept at their positions, in chains of neighbours. */

/** Digits that stand together. `start` and `end` count UTF-16 units of the text; a check digit X is upper case. */
export interface DigitChunk {
  readonly digits: string;
  readonly start: number;
  readonly end: number;
}

// What may part the groups of one number: blanks, line ends, signs of no width, hyphens and dashes. No tab: it parts cells.
const SEPARATOR = String.raw`[\n\r \u00A0\u00AD\u2000-\u200D\u202F\u2060\u3000\uFEFF‐‑‒–—―−-]`;
const GAP = new RegExp(`^${SEPARATOR}{1,2}$`, "u");
const CHUNK = new RegExp(String.raw`\d+(?:X(?![\dA-Za-z]))?|(?<=\d${SEPARATOR}{1,2})X(?![\dA-Za-z])`, "gu");

/** Full-width letters, digits and signs as half-width ones, but ＊, which masks; length and positions stay the same. */
export function foldWidths(text: string): string {
  return text.replaceAll(/[！-）＋-～]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** All digits of a folded text: chunks that one or two separators part stand in one chain. */
export function digitChains(folded: string): readonly (readonly DigitChunk[])[] {
  const chains: DigitChunk[][] = [];
  let end = 0;
  for (const { 0: digits, index: start } of folded.replaceAll("x", "X").matchAll(CHUNK)) {
    const gap = folded.slice(end, Math.min(start, end + 3));
    end = start + digits.length;
    const chain = GAP.test(gap) ? chains.at(-1) : undefined;
    if (chain === undefined) chains.push([{ digits, start, end }]);
    else chain.push({ digits, start, end });
  }
  return chains;
}
