import { expectName } from "./expect-name.ts";

/** `{{#each (lines text)}}<p>{{this}}</p>{{/each}}`: the paragraphs of a text; a blank text has none. */
export function lines(text: unknown, options: unknown): readonly string[] {
  return String(expectName(text, "lines", options))
    .split("\n")
    .filter((line) => line.trim() !== "");
}
