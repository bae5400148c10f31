/** Stored numbers as decimal digits. A workbook stores binary fractions; what it shows comes from 15 digits of them. */

/** `digits` without leading zeros (`"0"` for none), of which the last `scale` stand behind the point. */
export interface Numeral {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
}

const STORED = /^([+-]?)(\d{0,40})(?:\.(\d{0,60}))?(?:[eE]([+-]?\d{1,3}))?$/u;
const SHOWN_DIGITS = 15;
const MAX_EXPONENT = 60;

/** The number of a stored value (`306.75`, `9.9590000000000003E1`), kept to 15 digits; `undefined` when it is none, or beyond all use. */
export function parseNumeral(stored: string): Numeral | undefined {
  const [, sign, whole = "", fraction = "", exponent = "0"] = STORED.exec(stored) ?? [];
  if (sign === undefined || whole + fraction === "") return undefined;
  const power = Number.parseInt(exponent, 10);
  if (Math.abs(power) > MAX_EXPONENT) return undefined;
  const scale = fraction.length - power;
  const digits = (whole + fraction).replace(/^0+(?=\d)/u, "");
  const numeral = scaled({ negative: sign === "-", digits, scale });
  const surplus = numeral.digits.length - SHOWN_DIGITS;
  return surplus > 0 ? withoutZeros(scaled(roundDigits(numeral, numeral.scale - surplus))) : withoutZeros(numeral);
}

/** Rounded half away from zero, with exactly `places` digits behind the point. */
export function roundTo(numeral: Numeral, places: number): Numeral {
  if (numeral.scale > places) return roundDigits(numeral, places);
  const digits = numeral.digits + "0".repeat(places - numeral.scale);
  return { ...numeral, digits: digits.replace(/^0+(?=\d)/u, ""), scale: places };
}

/** Multiplied by a power of ten. */
export function shifted(numeral: Numeral, power: number): Numeral {
  return scaled({ ...numeral, scale: numeral.scale - power });
}

export function isZero({ digits }: Numeral): boolean {
  return /^0+$/u.test(digits);
}

/** The digits before and behind the point. */
export function partsOf({ digits, scale }: Numeral): readonly [whole: string, fraction: string] {
  const padded = digits.padStart(scale + 1, "0");
  return [padded.slice(0, padded.length - scale), scale === 0 ? "" : padded.slice(-scale)];
}

/** Plain decimal notation. */
export function plainText(numeral: Numeral): string {
  const [whole, fraction] = partsOf(numeral);
  return `${numeral.negative && !isZero(numeral) ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Zeros at the end of the digits behind the point removed. */
export function withoutZeros(numeral: Numeral): Numeral {
  const surplus = Math.min(/0*$/u.exec(numeral.digits)?.[0].length ?? 0, numeral.scale);
  const digits = numeral.digits.slice(0, numeral.digits.length - surplus);
  return { ...numeral, digits: digits === "" ? "0" : digits, scale: digits === "" ? 0 : numeral.scale - surplus };
}

function roundDigits({ negative, digits, scale }: Numeral, places: number): Numeral {
  const cut = scale - places;
  const padded = digits.padStart(cut + 1, "0");
  const kept = BigInt(padded.slice(0, -cut));
  const up = (padded.at(-cut) ?? "0") >= "5" ? 1n : 0n;
  return { negative, digits: (kept + up).toString(), scale: places };
}

// No digits in front of a negative scale: 12E3 has five digits and none behind the point.
function scaled(numeral: Numeral): Numeral {
  if (numeral.scale >= 0) return numeral;
  const digits = numeral.digits === "0" ? "0" : numeral.digits + "0".repeat(-numeral.scale);
  return { ...numeral, digits, scale: 0 };
}
