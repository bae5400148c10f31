/** Personal data → signs that show that something was hidden. */
import { foldWidths } from "./digit-chunks.ts";
import { type PersonalData, type PersonalDataKind, findPersonalData } from "./find-personal-data.ts";

/** Stands for one hidden character. */
const MASK = "＊";

/** How many characters of a number stay readable at most, at its beginning and at its end. */
const SHOWN: Readonly<Record<Exclude<PersonalDataKind, "e-mail">, readonly [head: number, tail: number]>> = {
  "id-number": [3, 2],
  "mobile-number": [3, 4],
  "bank-card": [4, 4],
};

/**
 * The text with the middle of all personal data hidden, one ＊ for each character, blanks and hyphens in it included;
 * everything else stays to the letter, and no position moves. What stays readable, so that a person finds the place:
 * of an ID number the first three and the last two characters (neither district nor birthday), of a mobile number the
 * first three and the last four (`130＊＊＊＊0000`), of a card the first four and the last four, but never beyond a blank or
 * hyphen; of an e-mail address the domain and, of a name of three letters and more, the first.
 *
 * The masked text holds no personal data, and masking it again changes nothing.
 */
export function maskPersonalData(text: string): string {
  const found = findPersonalData(text);
  if (found.length === 0) return text;
  const units = text.split("");
  for (const data of found) units.fill(MASK, ...hidden(data));
  // A hidden address may have been what made the number before it look like an amount.
  return maskPersonalData(units.join(""));
}

/** The first hidden position, and the first one after it that is not. */
function hidden({ kind, start, end, text }: PersonalData): readonly [from: number, to: number] {
  const folded = foldWidths(text);
  if (kind === "e-mail") {
    const local = folded.indexOf("@");
    return [start + (local < 3 ? 0 : 1), start + local];
  }
  const [head, tail] = SHOWN[kind];
  const first = /^\d+/u.exec(folded)?.[0] ?? "";
  const last = /[\dXx]+$/u.exec(folded)?.[0] ?? "";
  return [start + Math.min(head, first.length), end - Math.min(tail, last.length)];
}
