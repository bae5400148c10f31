/** Memory of this program that V8 would take because the machine has it. */
import { PerformanceObserver } from "node:perf_hooks";
import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of the space for what is new that are enough for the garbage of a few forms. */
const ENOUGH = 16 << 20;

/**
 * From here on garbage is collected when the heap is a third larger than what is alive, not at four times; and the space for
 * what is new, which would grow to 128 MiB, grows no more once it is large enough. A publication holds a few kilobytes of
 * every form and makes megabytes of garbage of it: 1,000 forms take 370 MiB instead of 590 (without the browser), for a fifth
 * more of processor time and none by the clock. At a seventh it would be 20 MiB less, and another tenth of the time.
 */
export function spareHeap(): void {
  // The flags are the program's, not the publication's.
  if (isSpared) return;
  isSpared = true;
  setFlagsFromString("--heap-growing-percent=30");
  let grows = true;
  const hold = (): void => {
    // It shrinks as well, when there is little to do, and is to come back then.
    const isSmall = newSpace() < ENOUGH;
    if (isSmall !== grows) setFlagsFromString(`--semi-space-growth-factor=${isSmall ? 2 : 1}`);
    grows = isSmall;
  };
  new PerformanceObserver(hold).observe({ entryTypes: ["gc"] });
  hold();
}

let isSpared = false;

/**
 * Collects all garbage and closes up what is left. V8 collects by itself, but leaves half-empty pages behind a step that made much
 * of what did not stay: after the forms of a publication of 10,000 they are 100 MiB.
 */
export function closeUpHeap(): void {
  collect ??= collector();
  collect({ type: "major", execution: "sync", flavor: "last-resort" });
}

type Collect = (how: { readonly type: string; readonly execution: string; readonly flavor: string }) => void;

let collect: Collect | undefined;

/** V8 gives it to programs that are started for it, and to every context that is made while the flag is up. */
function collector(): Collect {
  setFlagsFromString("--expose-gc");
  const found = runInNewContext("gc") as Collect;
  setFlagsFromString("--no-expose-gc");
  return found;
}

function newSpace(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space")?.space_size ?? 0;
}
