/** What a worker did so far, and the same as text for Prometheus. */

export interface WorkerTally {
  /** Chunks by how they ended here. */
  readonly chunks: { made: number; found: number; returned: number; failed: number };
  readonly forms: { made: number; failed: number };
  /** Time spent on chunks that were made. */
  seconds: number;
  /** Bytes written into the store. */
  bytes: number;
  /** Whether the queue answers. */
  connected: boolean;
  /** Why the worker rests, if it does: a Chinese sentence. */
  resting: string | undefined;
}

export function emptyTally(): WorkerTally {
  return {
    chunks: { made: 0, found: 0, returned: 0, failed: 0 },
    forms: { made: 0, failed: 0 },
    seconds: 0,
    bytes: 0,
    connected: true,
    resting: undefined,
  };
}

/** Jobs in the worker's queue by state, as the queue itself counts them. */
export type QueueCounts = Readonly<Record<string, number>>;

/** Prometheus text format 0.0.4. `waiting`: `undefined` when the queue does not answer. */
export function metricsText(tally: WorkerTally, queue: QueueCounts | undefined, memory: number): string {
  const labelled = (name: string, label: string, values: QueueCounts): readonly string[] =>
    Object.entries(values).map(([value, count]) => `${name}{${label}="${value}"} ${count}`);
  const families: readonly (readonly [name: string, type: string, help: string, lines: readonly string[]])[] = [
    [
      "zpb_worker_chunks_total",
      "counter",
      "Chunks by how they ended on this worker",
      labelled("zpb_worker_chunks_total", "outcome", tally.chunks),
    ],
    [
      "zpb_worker_forms_total",
      "counter",
      "Forms by what came of them",
      labelled("zpb_worker_forms_total", "outcome", tally.forms),
    ],
    [
      "zpb_worker_chunk_seconds_total",
      "counter",
      "Time spent on chunks that were made",
      [`zpb_worker_chunk_seconds_total ${tally.seconds.toFixed(3)}`],
    ],
    [
      "zpb_worker_store_bytes_total",
      "counter",
      "Bytes written into the store",
      [`zpb_worker_store_bytes_total ${tally.bytes}`],
    ],
    [
      "zpb_worker_memory_bytes",
      "gauge",
      "Memory of the program and its browser at its peak",
      [`zpb_worker_memory_bytes ${memory}`],
    ],
    [
      "zpb_worker_resting",
      "gauge",
      "1 while the worker takes no chunk because something is wrong with it",
      [`zpb_worker_resting ${tally.resting === undefined ? 0 : 1}`],
    ],
    ["zpb_queue_up", "gauge", "1 when the queue answers", [`zpb_queue_up ${queue === undefined ? 0 : 1}`]],
    [
      "zpb_queue_jobs",
      "gauge",
      "Jobs of this worker's versions by state",
      labelled("zpb_queue_jobs", "state", queue ?? {}),
    ],
  ];
  return families
    .flatMap(([name, type, help, lines]) => [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines])
    .map((line) => `${line}\n`)
    .join("");
}
