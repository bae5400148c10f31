/** Every waiting time and count of the queue, in milliseconds where no unit is said. */
export interface QueueTiming {
  /** How often the publisher looks at its chunks. */
  readonly look: number;
  /** How often the publisher looks into the store for chunks that the queue does not say are done. */
  readonly lookIntoStore: number;
  /** How long a worker may be silent before its chunk is given to another; it renews at half the time. */
  readonly lock: number;
  /** How often silent workers are looked for. */
  readonly stalledCheck: number;
  /** How long a queue that was there may be gone before the publisher ends. */
  readonly queueAway: number;
  /** How often workers and publishers say that they are there. */
  readonly greeting: number;
  /** How long the publisher waits for a fitting worker before it speaks, and between two times of speaking. */
  readonly lonely: number;
  readonly lonelyAgain: number;
  /** How long a chunk may wait for its next attempt; a worker whose clock is wrong would have it wait for hours. */
  readonly longestBackoff: number;
  /** First wait before a chunk is tried again; doubled every time. */
  readonly backoff: number;
}

export const QUEUE_TIMING: QueueTiming = {
  look: 400,
  lookIntoStore: 20_000,
  lock: 20_000,
  stalledCheck: 5_000,
  queueAway: 300_000,
  greeting: 3_000,
  lonely: 8_000,
  lonelyAgain: 60_000,
  longestBackoff: 30_000,
  backoff: 1_000,
};

/** Attempts of every node of a flow, and of every form inside of a chunk. */
export const ATTEMPTS = 3;

/** How often a chunk may lose its worker; once more, and its forms are tried one by one. */
export const MOST_STALLS = 2;

/** How often workers may give a chunk back because something is wrong with them, not with it. */
export const MOST_STARTS = 8;

/**
 * Chunks of one run in the queue at once: some for every worker, so that none is idle while results are fetched, and not
 * more, because the publisher holds their forms and the queue their jobs.
 */
export function mostInFlight(workers: number): number {
  return Math.min(24 + 6 * workers, 300);
}

/** Chunks that go into the queue together, under one parent. */
export const WAVE = 16;
