import type { Casting, Player } from "./cast.ts";
import type { CodePoints } from "./characters.ts";
import { PARTS, type Part } from "./parts.ts";
import type { Role } from "./roles.ts";

/** Which characters the opened families can print, and from which part. */
export type Coverage = ReadonlyMap<string, Readonly<Record<Part, CodePoints>>>;

/** A character and where it first stands. */
interface PlacedCharacter {
  readonly character: string;
  /** `U+20BB7`. */
  readonly codePoint: string;
  readonly role: Role;
  /** The text around its first appearance. */
  readonly around: string;
}

/** A character that no family can print. */
export type MissingGlyph = PlacedCharacter;

/** A character that the role's own fonts do not have, printed from another role's. */
export interface LentGlyph extends PlacedCharacter {
  readonly from: string;
}

/** Code points that a role's common face does not have, and the face that has them. */
export interface FaceBehind {
  readonly role: Role;
  readonly from: Player;
  readonly part: Part;
  readonly codes: readonly number[];
}

/** What a text asks of the fonts. */
export interface CharactersNeeded {
  readonly missing: readonly MissingGlyph[];
  readonly lent: readonly LentGlyph[];
  readonly behind: readonly FaceBehind[];
  /** Families that must be opened before the question can be answered; while there are any, the rest does not hold. */
  readonly unopened: readonly string[];
}

/**
 * Which characters of the final text no face has, and which need a face behind the common one.
 * A missing glyph prints blank and is still extracted, so the text layer cannot tell: this must come before printing.
 */
export function checkCoverage(
  texts: Iterable<string>,
  castings: readonly Casting[],
  coverage: Coverage,
): CharactersNeeded {
  const missing: MissingGlyph[] = [];
  const lent: LentGlyph[] = [];
  const unopened = new Set(castings.map(({ main }) => main.family).filter((family) => !coverage.has(family)));
  const behind = new Map<string, FaceBehind & { readonly codes: number[] }>();
  for (const [code, around] of unopened.size > 0 ? [] : uncommonIn(texts, castings, coverage)) {
    for (const casting of castings) {
      const { role, main } = casting;
      if (coverage.get(main.family)?.common.has(code)) continue;
      const found = holderOf(code, casting, coverage);
      const placed = { character: String.fromCodePoint(code), codePoint: nameOf(code), role, around };
      if (found === undefined) missing.push(placed);
      else if ("unopened" in found) unopened.add(found.unopened);
      else {
        const { from, part } = found;
        if (casting.lenders.includes(from)) lent.push({ ...placed, from: from.family });
        const key = `${role} ${from.family} ${part}`;
        const face = behind.get(key) ?? { role, from, part, codes: [] };
        face.codes.push(code);
        behind.set(key, face);
      }
    }
  }
  const faces = [...behind.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, face]) => face);
  return {
    missing,
    lent,
    behind: faces.map((face) => ({ ...face, codes: face.codes.toSorted((a, b) => a - b) })),
    unopened: [...unopened],
  };
}

const nothing: CodePoints = { has: () => false };

/** Code points outside some role's common face, with the text around their first appearance. */
function uncommonIn(texts: Iterable<string>, castings: readonly Casting[], coverage: Coverage): Map<number, string> {
  const [first, ...others] = castings.map(({ main }) => coverage.get(main.family)?.common ?? nothing);
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

/** The role's own fonts first; then the lenders in their order, none of which may be passed over unopened. */
export function holderOf(
  code: number,
  { main, supplements, lenders }: Casting,
  coverage: Coverage,
): { readonly from: Player; readonly part: Part } | { readonly unopened: string } | undefined {
  for (const from of [main, ...supplements, ...lenders]) {
    const opened = coverage.get(from.family);
    if (opened === undefined) return { unopened: from.family };
    for (const part of PARTS) if (opened[part].has(code)) return { from, part };
  }
  return undefined;
}

function nameOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

const loneSurrogate = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** White space, and marks that steer line breaking: nothing is drawn for them. */
export function isInvisible(code: number): boolean {
  if ((code >= 0x09 && code <= 0x0d) || (code >= 0x200b && code <= 0x200d)) return true;
  return code === 0x20 || code === 0xa0 || code === 0xad || code === 0x2060 || code === 0xfeff;
}
