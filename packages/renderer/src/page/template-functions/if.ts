import type { HelperOptions } from "handlebars";
import { expectName } from "./expect-name.ts";

/** `{{#if rating}}…{{else}}…{{/if}}`: there is something to print. `""`, `null`, `false` and an empty list are nothing. */
export function ifThere(this: unknown, value: unknown, options: HelperOptions): string {
  const found = expectName(value, "if", options);
  const nothing = found === "" || found === null || found === false || (Array.isArray(found) && found.length === 0);
  return nothing ? options.inverse(this) : options.fn(this);
}
