/** The door of the queue: what stands behind it, with its clients for Redis and S3, is loaded when a queue is used. */
import type { FormEngine } from "../engine/engine.ts";
import type { Environment } from "../environment.ts";
import type { QueueEngineOptions } from "./queue-engine.ts";
import type { WorkerOptions } from "./work-on-queue.ts";
import type { WorkerTally } from "./worker-tally.ts";

/** @throws Failure `queue/…`, `store/…` */
export async function openQueueEngine(options: QueueEngineOptions): Promise<FormEngine> {
  const door = await import("./queue-engine.ts");
  return await door.openQueueEngine(options);
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
