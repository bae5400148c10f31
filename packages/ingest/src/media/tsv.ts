/** Tab-separated lines → rows of placed cells. */
import type { Grid, TextLine } from "./placed-text.ts";

/** Whether these lines are a table written with tabs: at least four of them have a tab. */
export function isTabbed(lines: readonly TextLine[]): boolean {
  let tabbed = 0;
  for (const { text } of lines) {
    if (text.includes("\t")) tabbed += 1;
    if (tabbed === 4) return true;
  }
  return false;
}

/** One row a line; cells are trimmed, and what stands inside them is kept. */
export function gridOfTabbed(lines: readonly TextLine[], file: string): Grid {
  return lines.map(({ text, line, gap }) => ({
    cells: text
      .split("\t")
      .map((cell, at) => ({ text: unquoted(cell.trim()), origin: { file, line, column: at + 1 } })),
    afterGap: gap > 0,
  }));
}

/**
 * A spreadsheet puts a cell that holds a quotation mark or a comma into quotation marks and doubles those inside. A cell that
 * has no need of them was typed with them.
 */
function unquoted(cell: string): string {
  const inside = /^"((?:[^"]|"")*)"$/u.exec(cell)?.[1];
  return inside === undefined || !/"|,/u.test(inside) ? cell : inside.replaceAll('""', '"');
}
