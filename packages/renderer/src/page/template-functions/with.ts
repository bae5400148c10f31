import type { HelperOptions } from "handlebars";
import { expectName } from "./expect-name.ts";

/** `{{#with form}}…{{/with}}`: names inside are those of the part. */
export function withPart(this: unknown, part: unknown, options: HelperOptions): string {
  return options.fn(expectName(part, "with", options));
}
