/** A reading process that waits for work: started while the program itself still loads, or left over from the last reader. */
import { SPARE_LIFE } from "./limits.ts";
import { ReaderChild } from "./reader-child.ts";

let spare: ReaderChild | undefined;
let timer: NodeJS.Timeout | undefined;

/** Starts one before anybody asks for it. It keeps no program alive, and ends with it. */
export function startSpare(): void {
  spare ??= new ReaderChild();
}

/** One that is ready, or nearly; or a new one. */
export function takeSpare(): ReaderChild {
  const taken = spare;
  spare = undefined;
  clearTimeout(timer);
  return taken === undefined || taken.isGone ? new ReaderChild() : taken;
}

/** Takes back one that has nothing to do. A while later it is ended: what follows may need the memory. */
export function keepSpare(child: ReaderChild): void {
  if (spare !== undefined) {
    child.kill();
    return;
  }
  spare = child;
  timer = setTimeout(() => {
    spare?.kill();
    spare = undefined;
  }, SPARE_LIFE);
  timer.unref();
}
