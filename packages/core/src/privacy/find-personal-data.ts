/** Personal data in a text: resident ID numbers, mobile numbers, bank cards, e-mail addresses. */
import { isBankCard, isResidentId } from "./checksums.ts";
import { type DigitChunk, digitChains, foldWidths } from "./digit-chunks.ts";

export type PersonalDataKind = "id-number" | "mobile-number" | "bank-card" | "e-mail";

/** Where personal data stand; `start` and `end` count UTF-16 units, `text` is what stands there, to the letter. */
export interface PersonalData {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Where a number was found, and of what kind. */
type Span = Omit<PersonalData, "text">;

const MOST_DIGITS = 19;
const MOBILE_DIGITS = 11;

/**
 * All personal data of a text in the order of their beginnings. Digits may be full width and parted by blanks or hyphens;
 * a number is always made of whole runs of digits, so that no part of a longer number is taken for one.
 * No find lies within another but for a number in the domain of an address; two may overlap where they share digits.
 * What {@link maskPersonalData} has left of a number is not found again. Takes time in proportion to the length.
 *
 * Not looked for: ID numbers of 15 digits, which have no check digit and cannot be told from other numbers;
 * landlines, names and addresses of persons.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  if (!mayHoldAny(text)) return NONE;
  const folded = foldWidths(text);
  const spans = [...emailsIn(folded), ...digitChains(folded).flatMap((chain) => [...numbersIn(chain, folded)])];
  const found: PersonalData[] = [];
  let covered = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (span.end <= covered) continue;
    found.push({ ...span, text: text.slice(span.start, span.end) });
    covered = Math.max(covered, span.kind === "e-mail" ? folded.indexOf("@", span.start) : span.end);
  }
  return found;
}

const NONE: readonly PersonalData[] = [];

/** Whether there is an @, or are digits enough for the shortest number: most cells of a form have neither. */
function mayHoldAny(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === HALF_AT || unit === FULL_AT) return true;
    if ((unit >= HALF_ZERO && unit < HALF_ZERO + 10) || (unit >= FULL_ZERO && unit < FULL_ZERO + 10)) digits += 1;
    if (digits >= MOBILE_DIGITS) return true;
  }
  return false;
}

const [HALF_AT, FULL_AT, HALF_ZERO, FULL_ZERO] = [0x40, 0xff20, 0x30, 0xff10] as const;

function* numbersIn(chain: readonly DigitChunk[], folded: string): Iterable<Span> {
  const remainders = new Set(chain.filter((chunk) => isRemainder(chunk, folded)));
  for (const [from, first] of chain.entries()) {
    let digits = "";
    let groups = "";
    for (let to = from; to < chain.length; to += 1) {
      const last = chain[to];
      if (last === undefined || digits.length + last.digits.length > MOST_DIGITS || remainders.has(last)) break;
      digits += last.digits;
      groups += `${last.digits.length},`;
      if (digits.length < MOBILE_DIGITS) continue;
      const kind = kindOf(digits, groups, folded, first.start, last.end);
      if (kind === undefined) continue;
      // A country code that stands together with the number is no part of it.
      const start = kind === "mobile-number" && to === from ? last.end - MOBILE_DIGITS : first.start;
      yield { kind, start, end: last.end };
    }
  }
}

const WHOLE = /^\d+,$/u;
const SPELT = /^(?:1,)+$/u;
const CARD_GROUPS = /^(?:4,){4}(?:[1-3],)?$|^6,1[0-3],$/u;
const MOBILE_GROUPS = /^3,4,4,$|^3,8,$/u;

/** What digits in groups of these lengths are, between these positions of the text. */
function kindOf(digits: string, groups: string, folded: string, start: number, end: number) {
  if (isResidentId(digits)) return "id-number";
  const isMobile = (WHOLE.test(groups) ? /^(?:(?:00)?86)?1[3-9]\d{9}$/u : /^1[3-9]\d{9}$/u).test(digits);
  // Nearly all windows of digits end here; what is beside a number is looked at for the others only.
  if (!isMobile && !isBankCard(digits)) return undefined;
  if (isFraction(folded, start, end) || isLabelled(folded, start)) return undefined;
  const grouped = (usual: RegExp) => usual.test(groups) || WHOLE.test(groups) || SPELT.test(groups);
  if (!isMobile) return grouped(CARD_GROUPS) ? "bank-card" : undefined;
  const isNumber = !grouped(MOBILE_GROUPS) || isQuantity(folded, start, end) || isSerial(folded, start);
  return isNumber ? undefined : "mobile-number";
}

/** A decimal point with digits on its other side; five digits and more after it are another number. */
function isFraction(folded: string, start: number, end: number): boolean {
  return (
    /\d\.$/u.test(folded.slice(Math.max(0, start - 2), start)) || /^\.\d{1,4}(?!\d)/u.test(folded.slice(end, end + 6))
  );
}

/** A sign of comparison or money before the number, or what it counts after it: an amount, however long. */
function isQuantity(folded: string, start: number, end: number): boolean {
  return (
    /[≥≤><¥￥$]\s?$/u.test(folded.slice(Math.max(0, start - 2), start)) ||
    /^\s?\(?(?:[元万亿条次件笔户%]|美元|个(?!人)|人次|字节|[KMGTP]?B(?![A-Za-z]))/u.test(folded.slice(end, end + 6))
  );
}

/** What a number is called right before it: a contract's, a voucher's, a project's, nobody's telephone and no account. */
function isLabelled(folded: string, start: number): boolean {
  return /(?:编号|编码|代码|流水号?|单号|凭证号|序列号|合同号|批次号|档案号)(?:为|是)?:?\s?$/u.test(
    folded.slice(Math.max(0, start - 8), start),
  );
}

/** Letters before a number make it part of a serial or a hash, unless they name a telephone or an account. */
function isSerial(folded: string, start: number): boolean {
  const letters = /[A-Za-z_]+$/u.exec(folded.slice(Math.max(0, start - 12), start))?.[0] ?? "";
  return letters !== "" && !/^(?:tel|telephone|phone|mobile|mob|cell|vx|wx|v|wechat|no)$/iu.test(letters);
}

/** The few digits beside the signs that mask the rest of a number. */
function isRemainder({ digits, start, end }: DigitChunk, folded: string): boolean {
  const masked = folded.slice(Math.max(0, start - 2), start) === "＊＊" || folded.slice(end, end + 2) === "＊＊";
  return masked && digits.length <= 4;
}

const MOST_LOCAL = 64;
const MOST_DOMAIN = 253;

/** Addresses, from each @ outwards, so that a long text without one costs nothing. */
function* emailsIn(folded: string): Iterable<Span> {
  for (let at = folded.indexOf("@"); at >= 0; at = folded.indexOf("@", at + 1)) {
    const local = /[\w.%+-]+$/u.exec(folded.slice(Math.max(0, at - MOST_LOCAL), at))?.[0] ?? "";
    const domain = /^(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}/u.exec(folded.slice(at + 1, at + MOST_DOMAIN))?.[0] ?? "";
    if (local !== "" && domain !== "") yield { kind: "e-mail", start: at - local.length, end: at + 1 + domain.length };
  }
}
