/** Sums of decimal texts, exact: whole numbers of the smallest place that occurs, never floating point. */

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/u;

/** `1,234.50` → its whole number of 10^-places; `undefined` for what is no number. */
export function scaled(text: string, places: number): bigint | undefined {
  const [, sign = "", whole, decimals = ""] = PLAIN.exec(text.replaceAll(",", "")) ?? [];
  if (whole === undefined || decimals.length > places) return undefined;
  const value = BigInt(whole + decimals.padEnd(places, "0"));
  return sign === "-" ? -value : value;
}

/** Digits behind the point. */
export function placesOf(text: string): number {
  return PLAIN.exec(text.replaceAll(",", ""))?.[3]?.length ?? 0;
}

/** The sum with thousands parted and two places, more only where a part has them. Texts that are no numbers are left out. */
export function sumText(texts: readonly string[]): string {
  const places = texts.reduce((most, text) => Math.max(most, placesOf(text)), 2);
  return printed(
    texts.reduce((sum, text) => sum + (scaled(text, places) ?? 0n), 0n),
    places,
  );
}

/** `part ÷ whole` in percent, cut to two places; `undefined` where the whole is nothing. */
export function percentText(part: string, whole: string): string | undefined {
  const places = Math.max(placesOf(part), placesOf(whole));
  const [above, below] = [scaled(part, places), scaled(whole, places)];
  if (above === undefined || below === undefined || below === 0n) return undefined;
  return printed((above * 10_000n) / below, 2);
}

/** Orders decimal texts; what is no number comes last, whatever the direction. */
export function compareDecimals(a: string, b: string, direction: 1 | -1): number {
  const places = Math.max(placesOf(a), placesOf(b));
  const [left, right] = [scaled(a, places), scaled(b, places)];
  if (left === undefined || right === undefined) return (left === undefined ? 1 : 0) - (right === undefined ? 1 : 0);
  return left < right ? -direction : left > right ? direction : 0;
}

function printed(value: bigint, places: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/\B(?=(?:\d{3})+$)/gu, ",");
  const decimals = digits
    .slice(digits.length - places)
    .replace(/0+$/u, "")
    .padEnd(2, "0");
  return `${value < 0n ? "-" : ""}${whole}.${decimals}`;
}
