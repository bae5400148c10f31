/** A maker in words. */
import type { Maker } from "../engine/engine.ts";

const LABELS: readonly (readonly [keyof Maker, string])[] = [
  ["tool", "版本"],
  ["program", "程序"],
  ["templates", "模板"],
  ["browser", "浏览器"],
  ["fonts", "字体"],
];

/** What in `other` is not as `wanted`: 「模板应为 1a2b3c4d，实为 5e6f7a8b」; an empty text when nothing differs. */
export function makerDifference(wanted: Maker, other: Maker): string {
  return LABELS.filter(([key]) => wanted[key] !== other[key])
    .map(([key, label]) => `${label}应为 ${short(wanted[key])}，实为 ${short(other[key])}`)
    .join("；");
}

export function makerText(maker: Maker): string {
  return LABELS.map(([key, label]) => `${label} ${short(maker[key])}`).join("，");
}

/** A hash by its beginning. */
function short(text: string): string {
  return /^[0-9a-f]{64}$/u.test(text) ? text.slice(0, 8) : text;
}
