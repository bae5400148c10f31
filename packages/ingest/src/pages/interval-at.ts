/** Which of the intervals between sorted places another place lies in. */

/** The last place that is not behind `at`, of the first `count`; the first one for what lies before all of them. */
export function intervalAt(places: readonly number[], at: number, count: number = places.length): number {
  let [low, high] = [0, count - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
