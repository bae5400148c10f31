/** How much a file may take to be read (decision 12; docs/limits.md says the same to clerks). */

const MIB = 1024 * 1024;
const SECOND = 1000;

/** Memory in bytes, times in milliseconds. Of these, `moving`, `whole` and `compare` are of the processor: a busy machine refuses nothing. */
export interface ReadLimits {
  /** Resident memory of the process. */
  readonly memory: number;
  /** Without a page, a form or a sheet more. */
  readonly moving: number;
  /** For the whole file. */
  readonly whole: number;
}

/** A form as text takes a good twenty times its bytes in memory; a thousand forms take eight seconds. */
export function limitsFor(bytes: number): ReadLimits {
  return {
    memory: 240 * MIB + 32 * Math.max(0, bytes - MIB),
    moving: 2 * SECOND,
    whole: 20 * SECOND + Math.ceil(bytes / MIB) * 15 * SECOND,
  };
}

/** Laying out what the data of a document says, charts included, goes on without a sign; it is our own code's work. */
export const COMPARE_LIMIT: number = 15 * SECOND;

/** Asleep in the middle of a file: waiting for something that will never come. Of the clock. */
export const ASLEEP_LIMIT: number = 2 * SECOND;

/** Of the clock, where the system does not tell the processor's time; a busy machine counts. */
export const CLOCK_FACTOR = 5;

/** A process that still holds this much after a file is replaced, so that the next file has room. */
export const WORN_MEMORY: number = 160 * MIB;

/** For the heap of JavaScript, in MiB. What lies beside it (a PDF's streams) only the watch bounds. */
export const HEAP_MIB = 768;

/** How often the watch looks, in milliseconds. */
export const WATCH_INTERVAL = 20;

/** How long a process without work is kept when reading is over, in milliseconds: `correct` and `diff` read twice. */
export const SPARE_LIFE: number = 2 * SECOND;
