/** CSV for people who open it in a spreadsheet: RFC 4180, UTF-8 with BOM, no cell that a spreadsheet would run. */

/** A cell: text that people typed, or a number in plain decimal notation (`null` when blank). */
export type CsvCell = { readonly text: string } | { readonly number: string | null };

/** The whole file. Texts that begin like a formula get an apostrophe in front; numbers are plain decimals and need none. */
export function csvText(header: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [header.map((caption) => quote(caption)).join(",")];
  for (const row of rows) lines.push(row.map(cellText).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cellText(cell: CsvCell): string {
  return "number" in cell ? (cell.number ?? "") : quote(inert(cell.text));
}

/** Full-width signs are folded to half-width ones by some spreadsheets, so they count as well. */
function inert(text: string): string {
  return /^[\s]*[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
