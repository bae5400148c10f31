import { radicals } from "../fonts/characters.ts";
import { bare } from "../view/bare-text.ts";
import type { TextLayer } from "./read-text-layer.ts";

const radical = new RegExp(`[${String.fromCodePoint(radicals.first)}-${String.fromCodePoint(radicals.last)}]`, "u");

/**
 * Which of the expected texts the text layer does not give back; an empty list is the proof that nothing was lost.
 * White space does not count, canonically equal spellings are equal, and the order of the texts is free.
 */
export function lostTexts(layer: TextLayer, expected: readonly string[]): string[] {
  const logical = bare(layer.logical);
  const painted = bare(layer.pages.join(""));
  const lost = new Set<string>();
  let at = 0;
  for (const text of expected) {
    const wanted = bare(text);
    // 多半按顺序出现：先从上一处往后找，整册也不必每次从头找起。
    const found = logical.indexOf(wanted, at);
    if (found !== -1) at = found + wanted.length;
    else if (!logical.includes(wanted) && !painted.includes(wanted)) lost.add(text);
  }
  const stray = radical.exec(painted)?.[0];
  if (stray !== undefined) lost.add(`${stray}（部首代替了汉字）`);
  return [...lost];
}
