/** Texts and figures → what a spreadsheet holds. Only here, and in the writers beside it, a figure becomes floating point. */

/** Office refuses longer texts. */
const MAX_CELL = 32_767;
/** A spreadsheet keeps so many digits of a number. */
const MAX_DIGITS = 15;

/** The number of a plain decimal text; `undefined` where a spreadsheet would lose a digit of it. */
export function exactNumber(figure: string): number | undefined {
  const digits = figure.replace(/^-/u, "").replace(".", "").replace(/^0+/u, "");
  return digits.length > MAX_DIGITS ? undefined : Number(figure);
}

/** `_x0041_` means A in a workbook, so a text that says it literally is escaped; what XML cannot hold is shown as U+FFFD. */
export function escaped(text: string): string {
  return text
    .slice(0, MAX_CELL)
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu, "\uFFFD")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_");
}
