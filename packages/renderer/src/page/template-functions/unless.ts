import type { HelperOptions } from "handlebars";
import { ifThere } from "./if.ts";

/** `{{#unless @last}}…{{/unless}}`: the contrary of `if`. */
export function unless(this: unknown, value: unknown, options: HelperOptions): string {
  return ifThere.call(this, value, { ...options, fn: options.inverse, inverse: options.fn });
}
