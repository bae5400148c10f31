/** Plain text → lines that are not blank, with their numbers. */
import type { TextLine } from "./placed-text.ts";

/** Splits at CR LF, LF, CR and form feed. Blank lines are left out but counted in the next line's `gap`. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let line = 1;
  let gap = 0;
  // A form feed ends a page but not a numbered line.
  for (const numbered of text.split(/\r\n|\n|\r/u)) {
    for (const [at, part] of numbered.split("\f").entries()) {
      if (at > 0) gap += 3;
      if (part.trim() === "") {
        if (at === 0) gap += 1;
        continue;
      }
      lines.push({ text: part, line, gap });
      gap = 0;
    }
    line += 1;
  }
  return lines;
}
