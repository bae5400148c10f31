/** Numbers that prove themselves: the check digits of resident ID numbers and bank cards. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_CHECK_DIGITS = "10X98765432";
/** The first two digits of 地址码: provinces of GB/T 2260, and 83 for residence permits of Taiwan compatriots. */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u;
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * Whether 18 characters are a resident ID number by GB 11643: a province, a date of birth of 1900 to 2099 that exists,
 * and the check digit of ISO 7064 MOD 11-2. The check digit tells every single wrong digit.
 */
export function isResidentId(digits: string): boolean {
  return /^\d{17}[\dX]$/u.test(digits) && PROVINCES.test(digits) && isDate(digits.slice(6, 14)) && isIdChecked(digits);
}

function isIdChecked(digits: string): boolean {
  let sum = 0;
  for (const [at, weight] of ID_WEIGHTS.entries()) sum += digitAt(digits, at) * weight;
  return ID_CHECK_DIGITS[sum % 11] === digits[17];
}

function isDate(digits: string): boolean {
  const [, century = "", year = "", month = "", day = ""] = /^(19|20)(\d\d)(\d\d)(\d\d)$/u.exec(digits) ?? [];
  if (century === "") return false;
  const length = MONTH_LENGTHS[Number.parseInt(month, 10) - 1] ?? 0;
  const leap = Number.parseInt(year, 10) % 4 === 0 && `${century}${year}` !== "1900";
  const last = month === "02" && !leap ? 28 : length;
  const date = Number.parseInt(day, 10);
  return date >= 1 && date <= last;
}

/** 银联 and older domestic cards (62, 60, 81, 95), Visa, Mastercard, JCB: what Chinese banks issue. */
const ISSUERS = /^(?:62|60|81|95|4|5[1-5]|35(?:2[89]|[3-8]\d)|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)/u;

/** Whether 16 to 19 digits are a bank card: the beginning of a card issuer, and the check digit of Luhn. */
export function isBankCard(digits: string): boolean {
  return /^\d{16,19}$/u.test(digits) && ISSUERS.test(digits) && passesLuhn(digits);
}

/** Luhn's check over all digits; it tells every single wrong digit. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = digitAt(digits, digits.length - 1 - at);
    const counted = at % 2 === 1 ? digit * 2 : digit;
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}

function digitAt(digits: string, at: number): number {
  return digits.charCodeAt(at) - 48;
}
