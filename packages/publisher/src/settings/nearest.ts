/** What somebody may have meant by a name that is not known. */

/** Up to three of the known names that are about as near as the nearest, that one first; none when nothing is near. */
export function nearest(name: string, known: readonly string[]): readonly string[] {
  const last = lastStep(name);
  const near = known
    .map((each) => ({ each, steps: Math.min(stepsBetween(name, each), 1 + stepsBetween(last, lastStep(each))) }))
    .filter(({ each, steps }) => steps <= Math.max(2, Math.floor(each.length / 4)))
    .toSorted((a, b) => a.steps - b.steps || (a.each < b.each ? -1 : 1));
  const least = near[0]?.steps ?? 0;
  return near
    .filter(({ steps }) => steps <= least + 1)
    .slice(0, 3)
    .map(({ each }) => each);
}

function lastStep(name: string): string {
  return name.split("/").at(-1) ?? name;
}

/** `您是否想用「a」或「b」？`, or `""` when nothing is near. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  return near.length === 0 ? "" : `您是否想用${near.map((each) => `「${each}」`).join("或")}？`;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other; infinity for lengths far apart. */
export function stepsBetween(a: string, b: string): number {
  // Names far longer than any known one are near to none, and would only cost time.
  if (Math.abs(a.length - b.length) > 40) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      line.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    before = above;
    above = line;
  }
  return above[b.length] ?? 0;
}
