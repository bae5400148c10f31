/** Line wrapping undone. */

/**
 * Puts the lines of one cell together again. Chinese wraps anywhere, so nothing is put between two lines; two words of
 * Latin letters were parted at a space, which is given back.
 */
export function joinWrapped(lines: readonly string[]): string {
  let joined = "";
  for (const line of lines) {
    const next = line.trim();
    const space = /[A-Za-z,]$/u.test(joined) && /^[A-Za-z]/u.test(next) ? " " : "";
    joined += space + next;
  }
  return joined;
}
