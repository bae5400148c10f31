/**
 * Decimal texts as integers, for a second reckoning that shares nothing with core: every number is a BigInt that counts
 * units of 10⁻¹⁰, as many places as the wire allows.
 */

const PLACES = 10;
const UNIT = 10n ** BigInt(PLACES);
/** Places to which quotients are compared. */
const QUOTIENT_PLACES = 30;

export function integerOf(text: string): bigint {
  const [, sign = "", whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text) ?? [];
  if (whole === "") throw new Error(`not a decimal: ${text}`);
  const digits = BigInt(whole + decimals.padEnd(PLACES, "0"));
  return sign === "-" ? -digits : digits;
}

/** An amount in units of 10⁻¹⁰ 元. */
export function yuanOf(text: string, unit: string): bigint {
  return integerOf(text) * (unit === "万元" ? 10_000n : 1n);
}

export function sumOf(numbers: readonly bigint[]): bigint {
  return numbers.reduce((sum, each) => sum + each, 0n);
}

/** Without needless zeros. */
export function textOf(number: bigint): string {
  return shiftedText(number, PLACES);
}

/** `part` ÷ `whole`, cut to 30 places; `undefined` of nothing. */
export function quotientText(part: bigint, whole: bigint): string | undefined {
  return whole === 0n ? undefined : shiftedText((part * 10n ** BigInt(QUOTIENT_PLACES)) / whole, QUOTIENT_PLACES);
}

/** Σ(a × b) ÷ Σb as above, where both count units of 10⁻¹⁰. */
export function weightedText(pairs: readonly (readonly [bigint, bigint])[]): string | undefined {
  const products = sumOf(pairs.map(([value, weight]) => value * weight));
  return quotientText(products, sumOf(pairs.map(([, weight]) => weight)) * UNIT);
}

/** How a percentage loses its further digits. */
export type Cut = "truncate" | "up" | "half-up";

/** As the forms of an edition print their rates: 2021 rounds up, 2024 cuts, the ministry's of 2020 rounds. */
export function cutOf(edition: string): Cut {
  return edition === "sh-2021" ? "up" : edition === "central-2020" ? "half-up" : "truncate";
}

/** A percentage with two places: cut, rounded, or rounded up where any digit is cut off. */
export function percentText(part: bigint, whole: bigint, mode: Cut = "truncate"): string {
  const cut = (part * 10_000n) / whole;
  const rest = part * 10_000n - cut * whole;
  const isMore = mode === "up" ? rest !== 0n : mode === "half-up" && rest * 2n >= whole;
  const hundredths = isMore ? cut + 1n : cut;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}`;
}

/** With two places and thousands parted: `2,936.70`. Throws where a place more would be lost. */
export function amountText(yuan: bigint, unit: string): string {
  const [whole = "", decimals = ""] = textOf(unit === "万元" ? yuan / 10_000n : yuan).split(".");
  if (decimals.length > 2 || (unit === "万元" && yuan % 10_000n !== 0n))
    throw new Error(`more than two places: ${yuan}`);
  return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",")}.${decimals.padEnd(2, "0")}`;
}

function shiftedText(number: bigint, places: number): string {
  const digits = String(number < 0n ? -number : number).padStart(places + 1, "0");
  const decimals = digits.slice(-places).replace(/0+$/u, "");
  const text = decimals === "" ? digits.slice(0, -places) : `${digits.slice(0, -places)}.${decimals}`;
  return number < 0n && text !== "0" ? `-${text}` : text;
}
