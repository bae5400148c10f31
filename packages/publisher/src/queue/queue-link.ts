/** What stands between us and the server of a queue, of whichever kind it is. */
import type { FlowProducer, IQueueBackend, Job, Queue, Worker, WorkerOptions } from "bullmq";
import type { Attendant } from "./attendant.ts";

/** The kind of server is nobody's business who uses one of these. */
export type ChunkQueue = Pick<
  Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend>,
  "getJob" | "getJobCounts" | "getJobState" | "remove"
> &
  Ended;

export type ChunkFlows = Pick<FlowProducer<IQueueBackend>, "add"> & Ended;

export type ChunkWorker = Pick<Worker, "waitUntilReady"> & Ended;

interface Ended {
  close(): Promise<void>;
}

/** Who is at the queue, workers and publishers, by greetings that run out; no clock of any machine but the server's plays a part. */
export interface Attendance {
  /** Says that `id` is here for another `ms`. */
  greet(id: string, attendant: Attendant, ms: number): Promise<void>;
  leave(id: string): Promise<void>;
  /** Those whose greeting still holds; the others are struck off. */
  present(): Promise<readonly Attendant[]>;
}

/** Called with an error that shows itself to nobody else, and when the server answers again. */
export interface WorkerListener {
  readonly failed: (error: Error) => void;
  readonly ready: () => void;
}

export interface QueueLink {
  /** The address without its password. */
  readonly shown: string;
  /** Chinese sentences about how the server is set up; none when it is fit for a queue. */
  readonly warnings: readonly string[];
  readonly attendance: Attendance;
  openQueue(name: string): ChunkQueue;
  openFlows(): ChunkFlows;
  openWorker(
    name: string,
    work: (job: Job<unknown>, token: string | undefined) => Promise<unknown>,
    options: Omit<WorkerOptions, "connection" | "prefix">,
    listener: WorkerListener,
  ): ChunkWorker;
  /** Ends every connection, also while it tries to come back; one that is in use as soon as its answer, or its end, is there. */
  close(): void;
}
