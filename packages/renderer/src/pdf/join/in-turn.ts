/** Work on a few things at once, handed out in the order of the things. */

/** `items` are taken as work on them begins. When the taker stops early, what is in work is left to end by itself. */
export async function* inTurn<T, R>(
  items: Iterable<T>,
  inWork: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const under: Promise<R>[] = [];
  for (const item of items) {
    const begun = work(item);
    // 先失败的可能不是最先轮到的；轮到它时再抛出。
    begun.catch(() => {});
    under.push(begun);
    const first = under.length < inWork ? undefined : under.shift();
    if (first !== undefined) yield await first;
  }
  for (const rest of under) yield await rest;
}
