/** Values of the CSS subset → numbers in points. */

/** A length in points; `undefined` when the text is not a length in pt, mm or cm. */
export function readLength(text: string): number | undefined {
  const match = /^(-?\d+(?:\.\d+)?)(pt|mm|cm)?$/.exec(text);
  if (match === null) return undefined;
  const number = Number.parseFloat(match[1] ?? "");
  const unit = match[2];
  if (unit === undefined) return number === 0 ? 0 : undefined;
  return unit === "pt" ? number : number * POINTS_PER[unit as "mm" | "cm"];
}

const POINTS_PER = { mm: 72 / 25.4, cm: 72 / 2.54 } as const;

/** Four sides in the order of CSS. */
export interface Sides<T> {
  readonly top: T;
  readonly right: T;
  readonly bottom: T;
  readonly left: T;
}

/** One to four lengths, as CSS reads them. */
export function readSides(text: string): Sides<number> | undefined {
  const lengths = text.split(/\s+/).map(readLength);
  if (lengths.length > 4 || lengths.some((length) => length === undefined)) return undefined;
  const [top = 0, right = top, bottom = top, left = right] = lengths as number[];
  return { top, right, bottom, left };
}

/** A ruled line; `width` 0 is none. */
export interface Border {
  readonly width: number;
  /** Six hexadecimal digits. */
  readonly color: string;
}

/** `0.5pt solid #000` or `none`. */
export function readBorder(text: string): Border | undefined {
  if (text === "none") return { width: 0, color: "000000" };
  const [width = "", kind, color = "", ...rest] = text.split(/\s+/);
  const points = readLength(width);
  const rgb = readColor(color);
  return kind === "solid" && points !== undefined && points > 0 && rgb !== undefined && rest.length === 0
    ? { width: points, color: rgb }
    : undefined;
}

/** `#000` or `#000000` → six digits. */
export function readColor(text: string): string | undefined {
  const digits = /^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.exec(text)?.[1]?.toUpperCase();
  return digits?.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
}

/** `"Zpb Song", SimSun, serif` → family names without their quotes. */
export function readFamilies(text: string): readonly string[] | undefined {
  const families = text.split(",").map((family) => family.trim().replaceAll(/^["']|["']$/g, ""));
  return families.every((family) => /^[\p{L}\p{N} _-]+$/u.test(family)) ? families : undefined;
}

/** `"汇编"` → 汇编; no escapes. */
export function readString(text: string): string | undefined {
  return /^"([^"\\\n]*)"$/.exec(text)?.[1];
}
