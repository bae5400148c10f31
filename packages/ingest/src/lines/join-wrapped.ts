/** Line wrapping undone. */

/**
 * Puts the lines of one cell together again. Chinese wraps anywhere, so nothing is put between two lines; two words of
 * Latin letters were parted at a space, which is given back.
 */
export function joinWrapped(lines: readonly string[]): string {
  const parts: string[] = [];
  let last = "";
  for (const line of lines) {
    const next = line.trim();
    if (/[A-Za-z,]/u.test(last) && /^[A-Za-z]/u.test(next)) parts.push(" ");
    parts.push(next);
    last = next.at(-1) ?? last;
  }
  return parts.join("");
}

/** What cannot be parted at a line's end: a Latin word or figure, or a character with the punctuation behind it. */
export function firstUnit(text: string): string {
  return /^(?:[A-Za-z0-9.,%+-]+|[“‘《（(「≥≤]*.)[，。；、：！？”’》）),.;:」%]*/u.exec(text)?.[0] ?? "";
}
