import type { Casting, Player } from "./cast.ts";
import { toRanges } from "./characters.ts";
import type { FaceBehind } from "./coverage.ts";
import type { Part } from "./parts.ts";
import { uniqueName } from "./subset.ts";

/**
 * Style rules that lead a role to the faces that play it, and put further faces behind for just the code points that
 * need them. A role of the same name as its family needs none until a character is rare; a named face keeps the browser
 * from guessing a fallback by itself.
 */
export function faceRules(castings: readonly Casting[], behind: readonly FaceBehind[]): string {
  return castings
    .flatMap(({ role, main }) => {
      const further = behind.filter((face) => face.role === role);
      if (main.family === role && further.length === 0) return [];
      return [
        ...rulesFor(role, main, "common"),
        ...further.flatMap(({ from, part, codes }) => rulesFor(role, from, part, codes)),
      ];
    })
    .join("");
}

function rulesFor(role: string, { family, weights }: Player, part: Part, codes?: readonly number[]): string[] {
  const range = codes === undefined ? "" : `;unicode-range:${rangeText(codes)}`;
  return ([400, 700] as const).map(
    (weight) =>
      `@font-face{font-family:"${role}";font-weight:${weight};src:local("${uniqueName(family, weights[weight], part)}")${range}}`,
  );
}

function rangeText(codes: readonly number[]): string {
  return toRanges(codes)
    .map(([first, last]) => `U+${first.toString(16)}-${last.toString(16)}`)
    .join(",");
}
