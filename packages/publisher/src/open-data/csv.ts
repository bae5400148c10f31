/** CSV for people who open it in a spreadsheet: RFC 4180, UTF-8 with BOM, no cell that a spreadsheet would run. */
import type { SheetCell } from "@zipingbiao/renderer";

/**
 * The whole file, row by row. Texts that begin like a formula get an apostrophe in front; counts and figures are plain
 * decimals and need none.
 */
export function* csvPieces(
  header: readonly string[],
  rows: Iterable<readonly SheetCell[]>,
): Generator<string, void, void> {
  yield `\uFEFF${header.map(quote).join(",")}\r\n`;
  for (const row of rows) yield `${row.map(cellText).join(",")}\r\n`;
}

function cellText(cell: SheetCell): string {
  if (typeof cell === "number") return String(cell);
  return typeof cell === "string" ? quote(inert(cell)) : cell.figure;
}

/** Full-width signs are folded to half-width ones by some spreadsheets, so they count as well. */
function inert(text: string): string {
  return /^[\s]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
