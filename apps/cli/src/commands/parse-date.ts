/** A day on the command line. */
import { isDay } from "@zipingbiao/publisher";
import { InvalidArgumentError } from "commander";

/** The text as it is; commander's error for what is not written as a day, or is a day that no calendar has. */
export function parseDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) throw new InvalidArgumentError("应写成 2025-03-01 这样的日期。");
  if (!isDay(text)) throw new InvalidArgumentError("历法中没有这一天，请核对月和日。");
  return text;
}
