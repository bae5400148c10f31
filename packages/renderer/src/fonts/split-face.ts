import { radicals } from "./characters.ts";

/** The code points of one source face, dealt out to the two faces that are made of it. */
export interface SplitFace {
  readonly common: ReadonlySet<number>;
  readonly rare: ReadonlySet<number>;
}

/**
 * Deals the characters of a face out: the common ones, and all the rest.
 * A glyph that stands for several code points (年 and its compatibility twin, ～ and 〜) goes to each face for one of
 * them only, because a PDF's text layer can name one code point per glyph; radicals go to none.
 */
export function splitFace(characters: ReadonlyMap<number, number>, wanted: ReadonlySet<number>): SplitFace {
  const common = new Map<number, number>();
  for (const code of wanted) {
    const glyph = characters.get(code);
    if (glyph !== undefined && glyph !== 0 && !isRadical(code) && !common.has(glyph)) common.set(glyph, code);
  }
  const taken = new Set(common.values());
  const rare = new Map<number, number>();
  for (const [code, glyph] of [...characters].toSorted(([a], [b]) => a - b)) {
    if (glyph !== 0 && !taken.has(code) && !isRadical(code) && !rare.has(glyph)) rare.set(glyph, code);
  }
  return { common: taken, rare: new Set(rare.values()) };
}

function isRadical(code: number): boolean {
  return code >= radicals.first && code <= radicals.last;
}
