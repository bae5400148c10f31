/** A day on the command line. */
import { InvalidArgumentError } from "commander";

/** The text as it is; commander's error for what is not written as a day. */
export function parseDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) throw new InvalidArgumentError("应写成 2025-03-01 这样的日期。");
  return text;
}
