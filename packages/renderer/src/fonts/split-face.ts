import { type WantedCharacters, radicals } from "./characters.ts";
import { PARTS, type Part } from "./parts.ts";

/** The code points of one source face, dealt out to the faces that are made of it. */
export type SplitFace = Readonly<Record<Part, ReadonlySet<number>>>;

/**
 * Deals the characters of a face out: the common ones, the further ones, and all the rest.
 * A glyph that stands for several code points (年 and its compatibility twin, ～ and 〜) goes to each face for one of
 * them only, because a PDF's text layer can name one code point per glyph; radicals go to none.
 */
export function splitFace(characters: ReadonlyMap<number, number>, wanted: WantedCharacters): SplitFace {
  const rest = [...characters.keys()].toSorted((a, b) => a - b);
  const taken = new Set<number>();
  const dealt = PARTS.map((part) => {
    const byGlyph = new Map<number, number>();
    for (const code of part === "rare" ? rest : wanted[part]) {
      const glyph = characters.get(code) ?? 0;
      if (glyph !== 0 && !taken.has(code) && !isRadical(code) && !byGlyph.has(glyph)) byGlyph.set(glyph, code);
    }
    const codes = new Set(byGlyph.values());
    for (const code of codes) taken.add(code);
    return codes;
  });
  const [common = new Set(), further = new Set(), rare = new Set()] = dealt;
  return { common, further, rare };
}

function isRadical(code: number): boolean {
  return code >= radicals.first && code <= radicals.last;
}
