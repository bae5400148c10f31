/** Folding of text for comparison. What is printed is never replaced by it. */
import { parseDecimal } from "@zipingbiao/core";

/** ASCII without white space, which folding leaves as it is. */
const PLAIN = /^[!-~]*$/u;

/** White space removed and compatibility forms folded: full-width letters, brackets, colons, `％`, Kangxi radicals. */
export function fold(text: string): string {
  // Most cells are figures, and there may be a hundred thousand of them.
  if (PLAIN.test(text)) return text;
  return text.normalize("NFKC").replaceAll(/\s+/gu, "");
}

/** A caption as it is compared: folded, without a colon at its end. */
export function foldCaption(text: string): string {
  return fold(text).replace(/:+$/u, "");
}

/** White space between two Han characters removed: labels are set with spaces to fill a narrow cell (`满 意 度 指 标`). */
export function closeHan(text: string): string {
  return text.trim().replaceAll(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
}

/** Blank, or a dash that stands for nothing. */
export function isBlank(text: string): boolean {
  return /^[\s\-‐–—―－─]*$/u.test(text);
}

const PRINTED_NUMBER = /^[-−]?(?:\d{1,3}(?:,\d{3})+|\d{1,18})(?:\.\d{1,10})?$/u;

/**
 * A printed figure in plain decimal notation: thousands separators removed, and the percent sign where `percent`
 * allows one. `undefined` when it is not a figure.
 */
export function plainDecimal(text: string, percent: boolean): string | undefined {
  const folded = fold(text).replace(/^−/u, "-");
  const figure = percent ? folded.replace(/%$/u, "") : folded;
  if (!PRINTED_NUMBER.test(figure)) return undefined;
  const plain = figure.replaceAll(",", "");
  return parseDecimal(plain) === undefined ? undefined : plain;
}

/** The width of a text in full-width units: what is narrow counts about a half. */
export function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += isWide(char) ? 1 : 0.53;
  return width;
}

function isWide(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  // Quotation marks, dashes and the ellipsis are full-width in Chinese typesetting.
  return code >= 0x2e80 || (code >= 0x2010 && code <= 0x2027 && code !== 0x2027) || code === 0xd7;
}
