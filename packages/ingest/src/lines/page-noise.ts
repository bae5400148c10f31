/** What a page adds to a form that goes on over it: its number, and the title again. */
import type { TextLine } from "../media/placed-text.ts";
import { isTitle } from "./split-forms.ts";
import { fold } from "./normalise.ts";

const PAGE_NUMBER =
  /^(?:[-—–－·]{1,2}\d{1,4}[-—–－·]{1,2}|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|共\d{1,4}页第\d{1,4}页|page\d{1,4}(?:of\d{1,4})?|\d{1,4}\/\d{1,4}页)$/iu;
const YEAR_LINE = /^\(?\d{4}年度?\)?$/u;

/** Lines of the form, and the lines that only the page put there. A bare number is noise only next to a page's end. */
export function partPageNoise(lines: readonly TextLine[]): { kept: TextLine[]; noise: TextLine[] } {
  const kept: TextLine[] = [];
  const noise: TextLine[] = [];
  const title = lines.find(isTitle);
  let carriedGap = 0;
  for (const [at, line] of lines.entries()) {
    const text = line.text.length > 80 ? "" : fold(line.text);
    const repeatsTitle = title !== undefined && line !== title && kept.length > 4 && text === fold(title.text);
    const repeatsYear = YEAR_LINE.test(text) && noise.length > 0 && noise.at(-1) === lines[at - 1] && carriedGap > 0;
    const next = lines[at + 1];
    const bareNumber =
      /^\d{1,3}$/u.test(text) && kept.length > 4 && next !== undefined && next.gap >= 3 && line.gap >= 1;
    if (PAGE_NUMBER.test(text) || repeatsTitle || repeatsYear || bareNumber) {
      noise.push(line);
      carriedGap = Math.max(carriedGap + line.gap, 3);
      continue;
    }
    kept.push(carriedGap > 0 ? { ...line, gap: line.gap + carriedGap } : line);
    carriedGap = 0;
  }
  return { kept, noise };
}
