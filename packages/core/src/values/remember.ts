/** Answers that are asked for again and again, kept for a while. */

/** The longest text that is remembered, in UTF-16 units: what comes again in a form is short. */
const MOST_LETTERS = 64;

/**
 * `compute`, which must depend on its text alone, with its last answers kept: `most` of them, then it forgets all. A form
 * prints the same few units, groups and names in many cells, and many rules look at each of them.
 */
export function remember<T>(compute: (text: string) => T, most: number): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > MOST_LETTERS) return compute(text);
    const answer = known.get(text);
    if (answer !== undefined || known.has(text)) return answer as T;
    if (known.size >= most) known.clear();
    const computed = compute(text);
    known.set(text, computed);
    return computed;
  };
}

/** `compute` with its last answer kept: rules ask about one form after another, each of them the same. */
export function rememberLast<K extends object, T>(compute: (key: K) => T): (key: K) => T {
  let last: { readonly key: K; readonly answer: T } | undefined;
  return (key) => {
    if (last?.key !== key) last = { key, answer: compute(key) };
    return last.answer;
  };
}

/** The same text, of which one copy is kept for all: names of files and units that thousands of forms repeat. */
export const shared: (text: string) => string = remember((text) => text, 4096);
