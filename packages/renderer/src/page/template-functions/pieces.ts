import { expectName } from "./expect-name.ts";

/**
 * `{{#each (pieces text)}}<wbr>{{this}}{{/each}}`: a text cut where a line had best be broken: before a unit in
 * brackets (`≥441.55` `(万元)`) and before the closing 指标 of a label (`生态环境成本` `指标`). Joined again it is the same text.
 */
export function pieces(text: unknown, options: unknown): readonly string[] {
  const found = String(expectName(text, "pieces", options));
  return found === "" ? [] : found.split(/(?<=.)(?=[(（][^()（）]*[)）]$|指标$)/u);
}
