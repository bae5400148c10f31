/** How chunks stand in the queue: names of queues and jobs, and what holds for every node. */
import type { FlowJob, JobsOptions } from "bullmq";
import type { FormTask, Maker } from "../engine/engine.ts";
import type { ChunkJob, Chunk } from "./chunk.ts";
import { makerKey } from "../engine/maker-key.ts";
import type { ChunkFlows } from "./queue-link.ts";
import { ATTEMPTS } from "./queue-timing.ts";

export const QUEUE_PREFIX = "zpb";

export const CHUNK = "chunk";
export const WAVE_END = "wave";

/** Every maker has a queue of its own: a worker of another version does not even see the chunk. */
export function queueName(maker: Maker): string {
  return makerKey(maker).slice(0, 16);
}

/** Results lie in the store, so the queue need not remember for long what is done. */
const KEPT = { age: 3600, count: 1000 } as const;

function nodeOptions(backoff: number): JobsOptions {
  return {
    attempts: ATTEMPTS,
    backoff: { type: "exponential", delay: backoff },
    removeOnComplete: KEPT,
    removeOnFail: KEPT,
  };
}

/** Adds chunks under one parent, which ends when all of them have ended, one way or the other. */
export async function addWave(
  flows: ChunkFlows,
  wave: string,
  chunks: readonly Chunk<FormTask>[],
  maker: Maker,
  backoff: number,
): Promise<void> {
  const name = queueName(maker);
  const children = chunks.map(({ id, input }) => ({
    name: CHUNK,
    queueName: name,
    data: { input, maker } satisfies ChunkJob,
    // A chunk that fails for good must not leave its parent waiting: it is noted there, and the parent goes on.
    opts: { ...nodeOptions(backoff), jobId: id, ignoreDependencyOnFailure: true },
  }));
  const flow: FlowJob = {
    name: WAVE_END,
    queueName: name,
    data: { chunks: chunks.length },
    opts: { ...nodeOptions(backoff), jobId: wave },
    children,
  };
  await flows.add(flow);
}
