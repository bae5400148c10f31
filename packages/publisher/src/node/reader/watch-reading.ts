/** Looks at a process while it reads one file, and says when it has taken too much. */
import type { ReadProgress } from "./messages.ts";
import { ASLEEP_LIMIT, CLOCK_FACTOR, COMPARE_LIMIT, type ReadLimits, WATCH_INTERVAL } from "./limits.ts";
import { processFigures } from "./process-figures.ts";

export type Excess = "memory" | "time";

export interface Watch {
  /** The process has told how far it has come. */
  readonly told: (progress: ReadProgress) => void;
  /** Ends watching; gives the most memory that was seen, in bytes, and the processor's time, in milliseconds. */
  readonly stop: () => { readonly peak: number; readonly worked: number };
}

/**
 * `onExcess` is called once, with the limit of memory in bytes, or the time that passed in milliseconds. What the process worked between two looks counts at most
 * for a few times their interval: while this program is busy itself, it does not hear of progress either.
 */
export function watchReading(
  pid: number,
  limits: ReadLimits,
  onExcess: (excess: Excess, figure: number) => void,
): Watch {
  let memory = limits.memory(0);
  let before = processFigures(pid);
  let looked = performance.now();
  let still = 0;
  let whole = 0;
  let asleep = 0;
  let peak = before?.memory ?? 0;
  let moving = limits.moving;
  const exceed = (excess: Excess, figure: number): void => {
    clearInterval(timer);
    onExcess(excess, figure);
  };
  const look = (): void => {
    const now = performance.now();
    const passed = Math.min(now - looked, MOST_COUNTED);
    looked = now;
    const figures = processFigures(pid);
    const worked =
      figures === undefined || before === undefined
        ? undefined
        : Math.min(figures.worked - before.worked, MOST_COUNTED);
    before = figures;
    peak = Math.max(peak, figures?.peak ?? 0);
    still += worked ?? passed / CLOCK_FACTOR;
    whole += worked ?? passed / CLOCK_FACTOR;
    asleep = worked === 0 && figures?.isAsleep === true ? asleep + passed : 0;
    if (figures !== undefined && figures.memory > memory) exceed("memory", memory);
    else if (still > moving) exceed("time", still);
    else if (whole > limits.whole) exceed("time", whole);
    else if (asleep > ASLEEP_LIMIT) exceed("time", asleep);
  };
  const timer = setInterval(look, WATCH_INTERVAL);
  return {
    told({ at = 0, unit, held }) {
      still = 0;
      moving = unit === "compare" ? COMPARE_LIMIT : limits.moving;
      memory = Math.max(memory, limits.memory(at));
      if (held > memory) exceed("memory", memory);
    },
    stop() {
      clearInterval(timer);
      return { peak: Math.max(peak, processFigures(pid)?.peak ?? 0), worked: whole };
    },
  };
}

/** Milliseconds between two looks that count. */
const MOST_COUNTED = 5 * WATCH_INTERVAL;
