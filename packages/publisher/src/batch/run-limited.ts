/** Runs work on many values, a few at a time, and keeps the order of the results. */

/**
 * The results in the order of `values`, of which the next is asked for only when there is room for it. A rejection stops
 * what has not begun and is thrown when the running work is done.
 */
export async function runLimited<T, R>(
  values: Iterable<T>,
  limit: number,
  work: (value: T, at: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = values[Symbol.iterator]();
  let begun = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (!failed) {
      const next = waiting.next();
      if (next.done === true) return;
      const at = begun;
      begun += 1;
      try {
        results[at] = await work(next.value, at);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: limit }, lane));
  const rejected = lanes.find((outcome) => outcome.status === "rejected");
  if (rejected !== undefined) throw rejected.reason;
  return results;
}
