import type { Family } from "./font-set.ts";

/** Which characters each family can print, and from which part. */
export type Coverage = ReadonlyMap<Family, { readonly common: ReadonlySet<number>; readonly rare: ReadonlySet<number> }>;

/** A character that a family cannot print. */
export interface MissingGlyph {
  readonly character: string;
  /** `U+20BB7`. */
  readonly codePoint: string;
  readonly family: Family;
  /** The text around its first appearance. */
  readonly around: string;
}

/** What a text asks of the fonts. */
export interface CharactersNeeded {
  readonly missing: readonly MissingGlyph[];
  /** Code points outside the common faces, sorted. */
  readonly rare: readonly number[];
}

/**
 * Which characters of the final text no face has, and which need the rare faces.
 * A missing glyph prints blank and is still extracted, so the text layer cannot tell: this must come before printing.
 */
export function checkCoverage(texts: Iterable<string>, families: readonly Family[], coverage: Coverage): CharactersNeeded {
  const missing = new Map<string, MissingGlyph>();
  const rare = new Set<number>();
  const known = families.map((family) => ({ family, parts: coverage.get(family) }));
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) ?? 0;
      const width = code > 0xffff ? 2 : 1;
      at += width - 1;
      if (isInvisible(code)) continue;
      for (const { family, parts } of known) {
        if (parts?.common.has(code)) continue;
        if (parts?.rare.has(code)) rare.add(code);
        else noteMissing(missing, text, at - width + 1, code, family);
      }
    }
  }
  return { missing: [...missing.values()], rare: [...rare].sort((a, b) => a - b) };
}

function noteMissing(missing: Map<string, MissingGlyph>, text: string, at: number, code: number, family: Family): void {
  const key = `${family} ${code}`;
  if (missing.has(key)) return;
  // 切在代理对中间会留下半个字符，去掉。
  const around = text.slice(Math.max(0, at - 12), at + 14).replace(loneSurrogate, "").trim();
  const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  missing.set(key, { character: String.fromCodePoint(code), codePoint, family, around });
}

const loneSurrogate = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** White space, and marks that steer line breaking: nothing is drawn for them. */
function isInvisible(code: number): boolean {
  return (code >= 0x09 && code <= 0x0d) || code === 0x20 || code === 0xa0 || code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff;
}
