/**
 * A line that a report is to print, as the second reckoning has it. Of a table every cell is given as it stands; of a
 * sentence the pieces that hold its figures, in their order: a figure that stands in no piece is one that nobody reckoned.
 */
export type ExpectedLine = { readonly cells: readonly string[] } | { readonly says: readonly string[] };

export function cells(...texts: readonly string[]): ExpectedLine {
  return { cells: texts };
}

export function says(...pieces: readonly string[]): ExpectedLine {
  return { says: pieces };
}

/** What is wrong with a printed line; `undefined` of one that is as expected. A missing line is `undefined` itself. */
export function differenceOf(
  printed: readonly string[] | undefined,
  expected: ExpectedLine | undefined,
): string | undefined {
  if (printed === undefined) return `not printed: ${JSON.stringify(expected)}`;
  if (expected === undefined) return `not expected: ${printed.join(" | ")}`;
  if ("says" in expected) return unexplained(printed.join(" "), expected.says);
  const isSame = JSON.stringify(printed) === JSON.stringify(expected.cells);
  return isSame ? undefined : `printed: ${printed.join(" | ")}\nexpected: ${expected.cells.join(" | ")}`;
}

/** A piece that the text does not say in its turn, or the figures outside of all pieces. */
export function unexplained(text: string, pieces: readonly string[]): string | undefined {
  let from = 0;
  let outside = "";
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return `printed: ${text}\nlacks, after ${from} characters: ${piece}`;
    outside += `${text.slice(from, at)} `;
    from = at + piece.length;
  }
  const left = figuresOf(outside + text.slice(from));
  return left.length === 0 ? undefined : `printed: ${text}\nnot reckoned: ${left.join(" ")}`;
}

/** Every run of digits, of any width, with the marks that part thousands and decimals. */
export function figuresOf(text: string): readonly string[] {
  return text.match(/\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?/gu) ?? [];
}
