/** The engine that has workers make the documents: chunks through BullMQ, inputs and results through a store. */
import type { FormEngine, FormTask, Maker } from "../engine/engine.ts";
import { localEngine } from "../engine/local-engine.ts";
import type { ProgressEvent } from "../environment.ts";
import type { OpenEngine } from "../publish.ts";
import { Absence } from "./absence.ts";
import { atMost } from "./at-most.ts";
import { queueName } from "./chunk-queue.ts";
import { Company } from "./company.ts";
import { openLink } from "./open-link.ts";
import { openStore } from "./open-store.ts";
import type { QueueLink } from "./queue-link.ts";
import type { QueueState } from "./queue-state.ts";
import { QUEUE_TIMING, type QueueTiming } from "./queue-timing.ts";
import { ChunkRun } from "./run-chunks.ts";
import type { Store } from "./store.ts";
import { Refused, type Take } from "./take-results.ts";

export interface QueueOptions {
  /** `redis://…`, `rediss://…` or `postgres://…`. */
  readonly queue: string;
  /** A folder, or `s3://…`. */
  readonly store: string;
  readonly report: (event: ProgressEvent) => void;
  /** How a run stands, once a look. */
  readonly looked?: ((state: QueueState) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timing?: QueueTiming | undefined;
}

export interface OpenQueue {
  /** Makers are those of the parts: what a worker makes must be what would be made here. */
  readonly openEngine: OpenEngine;
  close(): void;
}

/** Queue and store are both tried before this returns. @throws Failure `queue/…` or `store/…` */
export async function openQueue(options: QueueOptions): Promise<OpenQueue> {
  const store = await openStore(options.store);
  const link = await openLink(options.queue, "short");
  for (const message of link.warnings) options.report({ kind: "warning", code: "queue/set-up", message });
  return {
    openEngine(parts, program): FormEngine {
      const here = localEngine(parts, program);
      return {
        maker: () => here.maker(),
        run: async (tasks, take) => await runOver(link, store, await here.maker(), options, tasks, take),
        close: () => Promise.resolve(),
      };
    },
    close() {
      link.close();
      store.close();
    },
  };
}

async function runOver<T extends FormTask>(
  link: QueueLink,
  store: Store,
  maker: Maker,
  { report, looked, signal, timing = QUEUE_TIMING }: QueueOptions,
  tasks: Iterable<T>,
  take: Take<T>,
): Promise<void> {
  const queue = link.openQueue(queueName(maker));
  const flows = link.openFlows();
  const company = new Company(link, maker, timing, report);
  const absence = new Absence(link.shown, timing, report);
  const started = performance.now();
  const run = new ChunkRun(
    {
      queue,
      flows,
      store,
      maker,
      timing,
      signal,
      workers: () => company.counts.workers,
      away: (error) => absence.noted(error),
      looked: async (state) => {
        absence.over();
        await company.look();
        const formsPerSecond = (state.forms * 1000) / Math.max(performance.now() - started, 1);
        looked?.({ ...state, formsPerSecond, ...company.counts });
      },
    },
    tasks,
    take,
  );
  try {
    await run.run();
  } catch (error) {
    throw error instanceof Refused ? error.cause : error;
  } finally {
    await atMost(3000, Promise.allSettled([run.withdraw(), company.leave()]));
    await atMost(3000, Promise.allSettled([queue.close(), flows.close()]));
  }
}
