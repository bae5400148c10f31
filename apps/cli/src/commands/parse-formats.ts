/** A list of formats on the command line. */
import { InvalidArgumentError } from "commander";

/** The formats of a text such as `pdf,docx`, in the order of `known`; commander's error for others and for none. */
export function parseFormats<Format extends string>(text: string, known: readonly Format[]): readonly Format[] {
  const asked = text
    .split(/[,，、]/u)
    .map((format) => format.trim())
    .filter((format) => format !== "");
  const unknown = asked.filter((format) => !known.some((each) => each === format));
  if (unknown.length > 0) throw new InvalidArgumentError(`不认识「${unknown.join("、")}」，可用：${known.join("、")}`);
  if (asked.length === 0) throw new InvalidArgumentError(`没有写格式，可用：${known.join("、")}`);
  return known.filter((format) => asked.includes(format));
}
