/** Part of a source face: what every form needs, what many need a character of, and what hardly any does. */
export type Part = "common" | "further" | "rare";

/** The likeliest first: a character is printed from the first part that has it. */
export const PARTS: readonly Part[] = ["common", "further", "rare"];

/** How the files and families of parts are called. */
export const PART_NAMES: Readonly<Record<Part, string>> = { common: "Common", further: "Further", rare: "Rare" };
