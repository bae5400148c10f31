/** What a template may call: blocks by their names, and functions that cut a text that is finished. Presentation only. */
import { lines } from "./lines.ts";
import { pieces } from "./pieces.ts";

/** `{{#each rows}}…{{else}}…{{/each}}` */
export const BLOCKS = ["each", "if", "unless", "with"] as const;
export type BlockName = (typeof BLOCKS)[number];

/** `(lines text)`: a text as a list. */
export const FUNCTIONS = { lines, pieces } as const satisfies Record<string, (text: string) => readonly unknown[]>;
export type FunctionName = keyof typeof FUNCTIONS;

/** `""`, `null`, `false` and an empty list: there is nothing to print. A nought is a figure. */
export function isNothing(value: unknown): boolean {
  if (value === "" || value === null || value === false) return true;
  return Array.isArray(value) && value.length === 0;
}
