/** The door of the queue: what stands behind it, with its clients for Redis and S3, is loaded when a queue is used. */
import type { Environment } from "../environment.ts";
import type { OpenQueue, QueueOptions } from "./queue-engine.ts";
import type { WorkerOptions } from "./work-on-queue.ts";
import type { WorkerTally } from "./worker-tally.ts";

/** @throws Failure `queue/…`, `store/…` */
export async function openQueue(options: QueueOptions): Promise<OpenQueue> {
  const door = await import("./queue-engine.ts");
  return await door.openQueue(options);
}

/** Works until `stop` says so. @throws Failure `queue/…`, `store/…`, and what opening a printer throws */
export async function workOnQueue(
  options: WorkerOptions,
  environment: Environment,
  stop: AbortSignal,
): Promise<WorkerTally> {
  const door = await import("./work-on-queue.ts");
  return await door.workOnQueue(options, environment, stop);
}
