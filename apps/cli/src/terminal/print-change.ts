/** A changed cell in one line: `位置：更正前 → 更正后`. */

/** Longer texts are cut at both ends of what differs; the documents have them whole. */
const WIDEST = 60;
const AROUND = 12;

export function printChange(label: string, before: string, after: string): string {
  const [one, other] = isLong(before) || isLong(after) ? aroundDifference(before, after) : [before, after];
  return `${label}：${shown(one)} → ${shown(other)}${looksAlike(before, after) ? "（只有空格、换行不同）" : ""}`;
}

function looksAlike(before: string, after: string): boolean {
  return before.replaceAll(/\s/gu, "") === after.replaceAll(/\s/gu, "");
}

function isLong(text: string): boolean {
  return [...text].length > WIDEST;
}

/** The parts of two texts that differ, with a few characters around them. */
function aroundDifference(before: string, after: string): readonly [string, string] {
  const [a, b] = [[...before], [...after]];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const from = Math.max(0, start - AROUND);
  const cut = (text: readonly string[]): string => {
    const to = Math.min(text.length, text.length - end + AROUND);
    const part = text.slice(from, to);
    const middle = part.length > WIDEST ? [...part.slice(0, WIDEST / 2), "……", ...part.slice(-WIDEST / 2)] : part;
    return `${from > 0 ? "……" : ""}${middle.join("")}${to < text.length ? "……" : ""}`;
  };
  return [cut(a), cut(b)];
}

function shown(text: string): string {
  return text === "" ? "（空白）" : text.replaceAll("\n", "⏎");
}
