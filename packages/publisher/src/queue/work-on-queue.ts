/** `zpb worker`: takes chunks of its own versions from the queue until it is stopped. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { type Job, UnrecoverableError, WaitingError } from "bullmq";
import type { Maker } from "../engine/engine.ts";
import { makerKey } from "../engine/maker-key.ts";
import type { Environment } from "../environment.ts";
import { Failure, troubleOf } from "../trouble.ts";
import type { Attendant } from "./attendant.ts";
import { atMost } from "./at-most.ts";
import { CHUNK, queueName } from "./chunk-queue.ts";
import { type ChunkJob, chunkId, chunkJobSchema } from "./chunk.ts";
import { makeChunk } from "./make-chunk.ts";
import { makerDifference, makerText } from "./maker-words.ts";
import { openLink } from "./open-link.ts";
import { openStore } from "./open-store.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";
import type { ChunkQueue, QueueLink } from "./queue-link.ts";
import { MOST_STALLS, MOST_STARTS, QUEUE_TIMING, type QueueTiming } from "./queue-timing.ts";
import { queueFailure } from "./queue-trouble.ts";
import { serveMetrics } from "./serve-metrics.ts";
import type { Store } from "./store.ts";
import { type WorkerTally, emptyTally, metricsText } from "./worker-tally.ts";

/** How long a worker with which something is wrong rests between two chunks. */
const LONGEST_REST = 60_000;

/** How long giving back may take. */
const LAST_WORDS = 10_000;

export interface WorkerOptions {
  readonly queue: string;
  readonly store: string;
  /** Chunks at once, each with a browser of its own. */
  readonly concurrency: number;
  /** A port of 127.0.0.1 for `/metrics` and `/health`. */
  readonly metrics?: number | undefined;
  readonly timing?: QueueTiming | undefined;
}

/** Ends when `stop` says so: chunks in work are given back at once. @throws Failure `queue/…`, `store/…`, and what opening a printer throws */
export async function workOnQueue(
  options: WorkerOptions,
  environment: Environment,
  stop: AbortSignal,
): Promise<WorkerTally> {
  const store = await openStore(options.store);
  const link = await openLink(options.queue, "for-ever");
  for (const message of link.warnings) environment.report({ kind: "warning", code: "queue/set-up", message });
  try {
    // The browser of a machine that has none is found missing before a chunk is taken.
    const workshop = await openWorkshop(options.concurrency, environment);
    const bench = new Bench(link, store, workshop, environment, options.timing ?? QUEUE_TIMING, stop);
    try {
      await bench.work(options);
    } finally {
      await workshop.close();
    }
    return bench.tally;
  } finally {
    link.close();
    store.close();
  }
}

class Bench {
  readonly tally = emptyTally();
  readonly #link: QueueLink;
  readonly #store: Store;
  readonly #workshop: Workshop;
  readonly #maker: Maker;
  readonly #environment: Environment;
  readonly #timing: QueueTiming;
  readonly #stop: AbortSignal;
  /** Chunks in a row that went wrong through no fault of theirs. */
  #misses = 0;

  constructor(
    link: QueueLink,
    store: Store,
    workshop: Workshop,
    environment: Environment,
    timing: QueueTiming,
    stop: AbortSignal,
  ) {
    this.#link = link;
    this.#store = store;
    this.#workshop = workshop;
    this.#maker = workshop.maker;
    this.#environment = environment;
    this.#timing = timing;
    this.#stop = stop;
  }

  async work({ concurrency, metrics }: WorkerOptions): Promise<void> {
    const name = queueName(this.#maker);
    const queue = this.#link.openQueue(name);
    const server = metrics === undefined ? undefined : await this.#serve(metrics, queue);
    const options = {
      concurrency,
      lockDuration: this.#timing.lock,
      stalledInterval: this.#timing.stalledCheck,
      maxStalledCount: MOST_STALLS,
    };
    const worker = this.#link.openWorker(name, (job, token) => this.#do(job, token), options, {
      failed: (error) => this.#noteError(error),
      ready: () => this.#noteReady(),
    });
    try {
      await worker.waitUntilReady();
      this.#note(
        "queue/working",
        `工作机已就绪：队列 ${this.#link.shown}，存储 ${this.#store.name}，${makerText(this.#maker)}`,
      );
      await this.#attend();
    } finally {
      server?.close();
      // A queue that is gone must not keep a worker that was told to end.
      const ended = Promise.allSettled([worker.close(), queue.close()]);
      await atMost(this.tally.connected ? LAST_WORDS : 0, ended);
      this.#link.close();
      await atMost(LAST_WORDS, ended);
    }
  }

  /** Greets until it is stopped, and tells of publishers whose versions are others. */
  async #attend(): Promise<void> {
    const id = randomUUID();
    const me: Attendant = { role: "worker", name: `${hostname()}:${process.pid}`, maker: this.#maker };
    const { greeting } = this.#timing;
    const told = new Set<string>();
    const stopped = new Promise<void>((resolve) => this.#stop.addEventListener("abort", () => resolve()));
    while (!this.#stop.aborted) {
      // A queue that is gone answers nothing for as long as that lasts.
      await Promise.race([this.#greetOnce(id, me, told), stopped]);
      await wait(greeting, undefined, { signal: this.#stop }).catch(() => undefined);
    }
    if (this.tally.connected) await atMost(LAST_WORDS, this.#link.attendance.leave(id));
  }

  async #greetOnce(id: string, me: Attendant, told: Set<string>): Promise<void> {
    try {
      await this.#link.attendance.greet(id, me, this.#timing.greeting * 4);
      this.#noteReady();
      this.#tellOthers(await this.#link.attendance.present(), told);
    } catch (error) {
      this.#noteError(error);
    }
  }

  #tellOthers(all: readonly Attendant[], told: Set<string>): void {
    for (const { role, name, maker } of all) {
      if (role !== "publisher" || makerKey(maker) === makerKey(this.#maker) || told.has(name)) continue;
      told.add(name);
      const difference = makerDifference(maker, this.#maker);
      const message = `发布端 ${name} 的任务本机不做：${difference}；留给版本相符的工作机`;
      this.#environment.report({ kind: "warning", code: "queue/other-version", message });
    }
  }

  async #do(job: Job<unknown>, token: string | undefined): Promise<unknown> {
    if (job.name !== CHUNK) return { setAside: Object.keys(await job.getIgnoredChildrenFailures()) };
    const order = this.#accept(job);
    const started = performance.now();
    try {
      const outcome = await this.#workshop.use((make) => makeChunk(order, this.#store, make));
      this.#misses = 0;
      this.tally.resting = undefined;
      this.tally.chunks[outcome.found ? "found" : "made"] += 1;
      this.tally.forms.made += outcome.found ? 0 : outcome.made;
      this.tally.forms.failed += outcome.found ? 0 : outcome.failed;
      this.tally.bytes += outcome.bytes;
      this.tally.seconds += (performance.now() - started) / 1000;
      return { made: outcome.made, failed: outcome.failed };
    } catch (error) {
      return await this.#giveBack(job, token, error);
    }
  }

  /** Refuses what is not this worker's to make, or not what it says it is. */
  #accept(job: Job<unknown>): { readonly id: string; readonly input: string } {
    const read = chunkJobSchema.safeParse(job.data);
    const wrong = read.success ? this.#wrongWith(read.data, job.id) : "queue/bad-job 任务的内容不合格式";
    if (read.success && wrong === undefined)
      return { id: chunkId(read.data.input, this.#maker), input: read.data.input };
    this.tally.chunks.failed += 1;
    throw new UnrecoverableError(wrong);
  }

  #wrongWith({ input, maker }: ChunkJob, id: string | undefined): string | undefined {
    const difference = makerDifference(maker, this.#maker);
    if (difference !== "") return `queue/other-version ${difference}`;
    return id === chunkId(input, this.#maker) ? undefined : "queue/bad-job 任务的名称与内容不符";
  }

  /** What is wrong is this machine, its store or its end, not the chunk: it goes back untried, and the machine rests. */
  async #giveBack(job: Job<unknown>, token: string | undefined, error: unknown): Promise<never> {
    if (!this.#stop.aborted) {
      const { code, what, why } = troubleOf(error, {});
      this.#misses += 1;
      this.tally.resting = `${what}：${why}`;
      const message = `第 ${this.#misses} 次没有做成，退回队列，稍后再取：${what}，${why}`;
      this.#environment.report({ kind: "warning", code, message });
      // The publisher must lay the input down again, and wants to know when nobody can do it.
      if (code === "store/input-missing" || job.attemptsStarted >= MOST_STARTS) {
        this.tally.chunks.failed += 1;
        throw new UnrecoverableError(`${code} ${what}：${why}`);
      }
    }
    this.tally.chunks.returned += 1;
    await job.moveToWait(token);
    // Another worker has the chunk by now; this place stays empty for a while.
    const rest = Math.min(this.#timing.backoff * 2 ** this.#misses, LONGEST_REST);
    if (!this.#stop.aborted) await wait(rest, undefined, { signal: this.#stop }).catch(() => undefined);
    throw new WaitingError();
  }

  async #serve(port: number, queue: ChunkQueue) {
    return await serveMetrics(port, {
      metrics: async () => {
        const counts = this.tally.connected ? await queue.getJobCounts().catch(() => undefined) : undefined;
        return metricsText(this.tally, counts, this.#environment.peakMemory() ?? 0);
      },
      health: () => {
        const { connected, resting } = this.tally;
        const well = connected && resting === undefined;
        return {
          well,
          text: `${JSON.stringify({ well, connected, ...(resting === undefined ? {} : { resting }) })}\n`,
        };
      },
    });
  }

  #note(code: string, message: string): void {
    this.#environment.report({ kind: "note", code, message });
  }

  #noteError(error: unknown): void {
    const failure = error instanceof Failure ? error : queueFailure(error, this.#link.shown);
    // A chunk that somebody else took over meanwhile: its result is the same.
    if (failure === undefined || !this.tally.connected) return;
    this.tally.connected = false;
    const message = `队列 ${this.#link.shown} 暂时用不了（${failure.trouble.why}），正在等它恢复`;
    this.#environment.report({ kind: "warning", code: failure.trouble.code, message });
  }

  #noteReady(): void {
    if (this.tally.connected) return;
    this.tally.connected = true;
    const message = `队列 ${this.#link.shown} 已恢复，接着做`;
    this.#environment.report({ kind: "warning", code: "queue/back", message });
  }
}
