/** Runs work on many values, a few at a time, and keeps the order of the results. */

/** The results in the order of `values`. A rejection stops what has not begun and is thrown when the running work is done. */
export async function runLimited<T, R>(
  values: readonly T[],
  limit: number,
  work: (value: T, at: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = Array.from({ length: values.length });
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < values.length && !failed) {
      const at = next;
      next += 1;
      try {
        // The index is in range, so the value is there even where its type allows undefined.
        results[at] = await work(values[at] as T, at);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: Math.min(limit, values.length) }, lane));
  const rejected = lanes.find((outcome) => outcome.status === "rejected");
  if (rejected !== undefined) throw rejected.reason;
  return results;
}
