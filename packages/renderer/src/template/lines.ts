/** `{{#each (lines text)}}<p>{{this}}</p>{{/each}}`: the paragraphs of a text; a blank text has none. */
export function lines(text: string): readonly string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
