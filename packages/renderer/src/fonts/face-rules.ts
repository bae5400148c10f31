import { toRanges } from "./characters.ts";
import type { FaceBehind } from "./coverage.ts";
import type { Family } from "./font-set.ts";
import { type Part, uniqueName } from "./subset.ts";

/**
 * Style rules that put further faces behind the common ones, for just the code points that need them.
 * Only pages with such characters get them: a named face keeps the browser from guessing a fallback by itself.
 */
export function faceRules(behind: readonly FaceBehind[]): string {
  const families = [...new Set(behind.map((face) => face.family))];
  const rules = families.flatMap((family) => [
    ...rulesFor(family, family, "common"),
    ...behind
      .filter((face) => face.family === family)
      .flatMap((face) => rulesFor(family, face.from, face.part, face.codes)),
  ]);
  return rules.join("");
}

function rulesFor(family: Family, from: Family, part: Part, codes?: readonly number[]): string[] {
  const range = codes === undefined ? "" : `;unicode-range:${rangeText(codes)}`;
  return ([400, 700] as const).map(
    (weight) =>
      `@font-face{font-family:"${family}";font-weight:${weight};src:local("${uniqueName(from, weight, part)}")${range}}`,
  );
}

function rangeText(codes: readonly number[]): string {
  return toRanges(codes)
    .map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`)
    .join(",");
}
