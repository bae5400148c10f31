import type { CodePoints } from "./characters.ts";
import type { Family } from "./font-set.ts";
import type { Part } from "./subset.ts";

/** Which characters each family can print, and from which part. */
export type Coverage = ReadonlyMap<Family, Readonly<Record<Part, CodePoints>>>;

/** A character that no family can print. */
export interface MissingGlyph {
  readonly character: string;
  /** `U+20BB7`. */
  readonly codePoint: string;
  readonly family: Family;
  /** The text around its first appearance. */
  readonly around: string;
}

/** Code points that a family does not have in its common face, and the face that has them. */
export interface FaceBehind {
  readonly family: Family;
  /** The family itself, or another one that lends the glyphs. */
  readonly from: Family;
  readonly part: Part;
  readonly codes: readonly number[];
}

/** What a text asks of the fonts. */
export interface CharactersNeeded {
  readonly missing: readonly MissingGlyph[];
  readonly behind: readonly FaceBehind[];
}

/**
 * Which characters of the final text no face has, and which need a face behind the common one.
 * A missing glyph prints blank and is still extracted, so the text layer cannot tell: this must come before printing.
 */
export function checkCoverage(
  texts: Iterable<string>,
  families: readonly Family[],
  coverage: Coverage,
): CharactersNeeded {
  const missing: MissingGlyph[] = [];
  const behind = new Map<string, { family: Family; from: Family; part: Part; codes: number[] }>();
  for (const [code, around] of uncommonIn(texts, families, coverage)) {
    for (const family of families) {
      if (coverage.get(family)?.common.has(code)) continue;
      const lender = lenderOf(code, family, coverage);
      if (lender === undefined) {
        missing.push({ character: String.fromCodePoint(code), codePoint: nameOf(code), family, around });
        continue;
      }
      const key = `${family} ${lender.from} ${lender.part}`;
      const face = behind.get(key) ?? { family, ...lender, codes: [] };
      face.codes.push(code);
      behind.set(key, face);
    }
  }
  const faces = [...behind.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, face]) => face);
  return { missing, behind: faces.map((face) => ({ ...face, codes: face.codes.toSorted((a, b) => a - b) })) };
}

const nothing: CodePoints = { has: () => false };

/** Code points outside some family's common face, with the text around their first appearance. */
function uncommonIn(texts: Iterable<string>, families: readonly Family[], coverage: Coverage): Map<number, string> {
  const [first, ...others] = families.map((family) => coverage.get(family)?.common ?? nothing);
  const found = new Map<number, string>();
  const seen = new Set<number>();
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) ?? 0;
      const start = at;
      if (code > 0xffff) at++;
      if (seen.has(code)) continue;
      seen.add(code);
      if (first === undefined || isInvisible(code)) continue;
      if (first.has(code) && others.every((other) => other.has(code))) continue;
      // 切在代理对中间会留下半个字符，去掉。
      found.set(
        code,
        text
          .slice(Math.max(0, start - 12), start + 14)
          .replace(loneSurrogate, "")
          .trim(),
      );
    }
  }
  return found;
}

/** A family's own rare face first; then any other family that has the glyph. */
function lenderOf(code: number, family: Family, coverage: Coverage): { from: Family; part: Part } | undefined {
  for (const from of [family, ...coverage.keys()]) {
    for (const part of ["common", "rare"] as const) {
      if (coverage.get(from)?.[part].has(code)) return { from, part };
    }
  }
  return undefined;
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

const loneSurrogate = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** White space, and marks that steer line breaking: nothing is drawn for them. */
function isInvisible(code: number): boolean {
  if ((code >= 0x09 && code <= 0x0d) || (code >= 0x200b && code <= 0x200d)) return true;
  return code === 0x20 || code === 0xa0 || code === 0xad || code === 0x2060 || code === 0xfeff;
}
