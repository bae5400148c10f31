/** A sorted copy. Browsers of before 2023, which offices still use, have no `toSorted`. */
export function sorted<T>(values: Iterable<T>, compare: (a: T, b: T) => number): T[] {
  // oxlint-disable-next-line unicorn/no-array-sort
  return [...values].sort(compare);
}

/** By code units, whatever the language of the browser. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
