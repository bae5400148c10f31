/** A stored number as its cell shows it. */
import { type FormatToken, sectionsOf } from "./format-code.ts";
import { type Numeral, isZero, parseNumeral, partsOf, plainText, roundTo, shifted, withoutZeros } from "./numeral.ts";
import { showDate } from "./show-date.ts";

/** What a cell shows; `known` is false where its format is not understood and the plain number is given instead. */
export interface Shown {
  readonly text: string;
  readonly known: boolean;
}

/** How many characters a cell of the format General gives a number. */
const GENERAL_WIDTH = 11;

/** `stored` is the value in the file, `code` its format; `from1904` tells how the workbook counts days. */
export function showNumber(stored: string, code: string, from1904: boolean): Shown {
  const numeral = parseNumeral(stored);
  if (numeral === undefined) return { text: stored, known: false };
  const sections = sectionsOf(code);
  const section = sections === undefined ? undefined : sectionFor(numeral, sections);
  if (sections === undefined || section === undefined) return { text: general(numeral), known: false };
  const hasOwnSign = numeral.negative && section !== sections[0];
  const text = section.some(({ kind }) => kind === "date")
    ? showDate(numeral, section, from1904)
    : showSection(hasOwnSign ? { ...numeral, negative: false } : numeral, section);
  return text === undefined ? { text: general(numeral), known: false } : { text: text.trim(), known: true };
}

function sectionFor(
  numeral: Numeral,
  sections: readonly (readonly FormatToken[])[],
): readonly FormatToken[] | undefined {
  const figures = sections.filter((section, at) => at < 3 && !section.some(({ kind }) => kind === "text"));
  // A text format (@) shows a number as General does.
  if (figures.length === 0) return [{ kind: "general" }];
  if (isZero(numeral)) return figures[2] ?? figures[0];
  return numeral.negative ? (figures[1] ?? figures[0]) : figures[0];
}

/**
 * Integers in full: where Excel would change to 1.2E+11 the digits are more use than what it shows. Fractions are
 * rounded to eleven characters, as Excel does.
 */
function general(numeral: Numeral): string {
  const [whole] = partsOf(numeral);
  const places = Math.max(GENERAL_WIDTH - 1 - whole.length, 0);
  const rounded = withoutZeros(roundTo(numeral, Math.min(numeral.scale, places)));
  return plainText(isZero(rounded) ? numeral : rounded);
}

/** `undefined` for a format with words between its digits. */
function showSection(numeral: Numeral, section: readonly FormatToken[]): string | undefined {
  const kinds = section.map(({ kind }) => kind);
  const sign = numeral.negative ? "-" : "";
  if (kinds.includes("general")) {
    const text = general({ ...numeral, negative: false });
    return sign + section.map((token) => (token.kind === "general" ? text : wordsOf(token))).join("");
  }
  const point = kinds.indexOf("point");
  const end = point === -1 ? section.length : point;
  const wholePlaces = section.slice(0, end).filter(({ kind }) => kind === "digit");
  const places = section.slice(end).filter(({ kind }) => kind === "digit");
  if (wholePlaces.length + places.length === 0) return section.map(wordsOf).join("");
  const first = kinds.findIndex((kind) => kind === "digit" || kind === "point");
  const last = kinds.findLastIndex((kind) => kind === "digit" || kind === "point");
  if (kinds.slice(first, last).some((kind) => kind === "literal" || kind === "percent")) return undefined;
  const lastWhole = section.slice(0, end).findLastIndex(({ kind }) => kind === "digit");
  const grouped = kinds.slice(first, lastWhole).includes("comma");
  // Commas behind the digits divide by a thousand each.
  const behind = [...kinds.slice(lastWhole + 1, end), ...(point === -1 ? [] : kinds.slice(last + 1))];
  const thousands = behind.filter((kind) => kind === "comma").length;
  const power = 2 * kinds.filter((kind) => kind === "percent").length - 3 * thousands;
  const [whole, fraction] = partsOf(roundTo(shifted(numeral, power), places.length));
  const least = wholePlaces.filter((token) => token.kind === "digit" && token.always).length;
  const printed = (whole === "0" && least === 0 ? "" : whole).padStart(least, "0");
  const front = grouped ? printed.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",") : printed;
  const needed = places.findLastIndex((token) => token.kind === "digit" && token.always) + 1;
  const back = fraction.slice(0, Math.max(needed, fraction.replace(/0+$/u, "").length));
  const figure = `${front}${point === -1 ? "" : "."}${back}`;
  const before = section.slice(0, first).map(wordsOf).join("");
  const after = section
    .slice(last + 1)
    .map(wordsOf)
    .join("");
  return sign + before + figure + after;
}

function wordsOf(token: FormatToken): string {
  if (token.kind === "literal") return token.text;
  return token.kind === "percent" ? "%" : "";
}
