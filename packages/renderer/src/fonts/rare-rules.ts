import { toRanges } from "./characters.ts";
import type { Family } from "./font-set.ts";
import { uniqueName } from "./subset.ts";

/**
 * Style rules that put the rare faces behind the common ones, for the code points that need them.
 * Only pages with such characters get them: named faces keep the browser from guessing a fallback by itself.
 */
export function rareRules(families: readonly Family[], rare: readonly number[]): string {
  if (rare.length === 0) return "";
  const range = toRanges(rare)
    .map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`)
    .join(",");
  const rule = (family: Family, weight: 400 | 700, part: "common" | "rare") =>
    `@font-face{font-family:"${family}";font-weight:${weight};src:local("${uniqueName(family, weight, part)}")` +
    `${part === "rare" ? `;unicode-range:${range}` : ""}}`;
  return families
    .flatMap((family) => ([400, 700] as const).flatMap((weight) => [rule(family, weight, "common"), rule(family, weight, "rare")]))
    .join("");
}
