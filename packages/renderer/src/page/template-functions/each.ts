import type { HelperOptions } from "handlebars";
import { expectName } from "./expect-name.ts";

/** `{{#each rows}}…{{else}}…{{/each}}`: Handlebars' own prints nothing for a misspelt name; a list of ours must exist. */
export function each(this: unknown, list: unknown, options: HelperOptions): string {
  const entries = expectName(list, "each", options);
  if (!Array.isArray(entries)) throw new TypeError("each: not a list");
  if (entries.length === 0) return options.inverse(this);
  const last = entries.length - 1;
  let text = "";
  for (const [index, entry] of entries.entries()) {
    const data: unknown = { ...(options.data as object), index, first: index === 0, last: index === last };
    text += options.fn(entry, { data, blockParams: [entry, index] });
  }
  return text;
}
