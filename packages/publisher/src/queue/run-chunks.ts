/** One run over the queue: chunks in, outcomes out. What is done is read from the store; the queue says only when to look. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { FormTask, Maker } from "../engine/engine.ts";
import { Failure } from "../trouble.ts";
import { WAVE_END, addWave } from "./chunk-queue.ts";
import { type Chunk, chunkOf, cutChunks, packChunk } from "./chunk.ts";
import type { ChunkFlows, ChunkQueue } from "./queue-link.ts";
import type { QueueState } from "./queue-state.ts";
import { ATTEMPTS, type QueueTiming, WAVE, mostInFlight } from "./queue-timing.ts";
import { type Store, chunkKey, hashedKey } from "./store.ts";
import { type Take, anyFailure, findResults, handOver, setAside, takeResults } from "./take-results.ts";

export interface RunParts {
  readonly queue: ChunkQueue;
  readonly flows: ChunkFlows;
  readonly store: Store;
  readonly maker: Maker;
  readonly timing: QueueTiming;
  readonly signal: AbortSignal | undefined;
  /** How many there are that fit. */
  readonly workers: () => number;
  /** Once a look. */
  readonly looked: (state: Pick<QueueState, "waiting" | "active" | "done" | "failed" | "forms">) => Promise<void>;
  /** Whether the queue's error is to be waited out; throws when it is not the queue's, or has lasted too long. */
  readonly away: (error: unknown) => void;
}

/** Forms that are to become a chunk; `round` counts how often their results were lost. */
interface Portion<T extends FormTask> {
  readonly tasks: readonly T[];
  readonly round: number;
}

type ChunkState = Awaited<ReturnType<ChunkQueue["getJobState"]>>;

interface InFlight<T extends FormTask> {
  readonly chunk: Chunk<T>;
  readonly round: number;
  state: ChunkState;
  /** By `performance.now()`. */
  delayedSince?: number | undefined;
}

export class ChunkRun<T extends FormTask> {
  readonly #parts: RunParts;
  readonly #take: Take<T>;
  readonly #supply: Iterator<readonly T[], void>;
  readonly #inFlight = new Map<string, InFlight<T>>();
  readonly #waves: string[] = [];
  #again: Portion<T>[] = [];
  #ended = false;
  #done = 0;
  #failed = 0;
  #forms = 0;
  /** By `performance.now()`. */
  #storeSeen = performance.now();

  constructor(parts: RunParts, tasks: Iterable<T>, take: Take<T>) {
    this.#parts = parts;
    this.#supply = cutChunks(tasks);
    this.#take = async (task, outcome) => {
      await take(task, outcome);
      this.#forms += 1;
    };
  }

  /** Ends when every task was handed over. */
  async run(): Promise<void> {
    const { signal, timing, away } = this.#parts;
    for (;;) {
      if (signal?.aborted === true) throw aborted();
      try {
        await this.#fill();
        if (this.#inFlight.size === 0) return;
        await this.#look();
        await this.#parts.looked(this.#state());
      } catch (error) {
        away(error);
      }
      await wait(timing.look);
    }
  }

  /** Takes back what nobody has begun, so that no worker works for a run that is over; best effort. */
  async withdraw(): Promise<void> {
    const { queue } = this.#parts;
    const remove = async (id: string): Promise<void> => {
      const state = await queue.getJobState(id);
      if (["waiting", "delayed", "waiting-children"].includes(state)) await queue.remove(id, { removeChildren: false });
    };
    // The parents first: one that loses its last child meanwhile would be put to work.
    await Promise.allSettled(this.#waves.map(remove));
    await Promise.allSettled([...this.#inFlight.keys()].map(remove));
  }

  async #fill(): Promise<void> {
    while (this.#inFlight.size < mostInFlight(this.#parts.workers())) {
      const portions = this.#next();
      if (portions.length === 0) return;
      const added: InFlight<T>[] = [];
      for (const portion of portions) {
        const begun = await this.#begin(portion);
        if (begun !== undefined) added.push(begun);
      }
      await this.#add(added);
    }
  }

  #next(): readonly Portion<T>[] {
    const portions = this.#again.splice(0, WAVE);
    while (portions.length < WAVE && !this.#ended) {
      const next = this.#supply.next();
      if (next.done === true) this.#ended = true;
      else portions.push({ tasks: next.value, round: 1 });
    }
    return portions;
  }

  /** Results of an earlier run are taken at once, unless some form failed then; else the input is laid down. */
  async #begin({ tasks, round }: Portion<T>): Promise<InFlight<T> | undefined> {
    const { store, maker } = this.#parts;
    const packed = packChunk(tasks);
    const chunk = chunkOf(tasks, packed, maker);
    const found = await findResults(store, chunk);
    if (found !== undefined && !anyFailure(found)) {
      await this.#deliver({ chunk, round, state: "completed" }, found);
      return undefined;
    }
    if (found !== undefined) await store.remove(chunkKey(chunk.id));
    await store.put(hashedKey("inputs", chunk.input), packed);
    const begun: InFlight<T> = { chunk, round, state: "unknown" };
    this.#inFlight.set(chunk.id, begun);
    return begun;
  }

  /** What the queue still remembers of an earlier end is forgotten; what is under way, also for somebody else, is left. */
  async #add(all: readonly InFlight<T>[]): Promise<void> {
    const { queue, flows, maker, timing } = this.#parts;
    const missing: Chunk<T>[] = [];
    for (const { chunk } of all) {
      const state = await queue.getJobState(chunk.id);
      if (state === "completed" || state === "failed") await queue.remove(chunk.id);
      if (["completed", "failed", "unknown"].includes(state)) missing.push(chunk);
    }
    if (missing.length === 0) return;
    const wave = `${WAVE_END}-${randomUUID()}`;
    this.#waves.push(wave);
    await addWave(flows, wave, missing, maker, timing.backoff);
  }

  async #look(): Promise<void> {
    const { queue, store } = this.#parts;
    const all = [...this.#inFlight.values()];
    await Promise.all(all.map(async (each) => (each.state = await queue.getJobState(each.chunk.id))));
    const lost: InFlight<T>[] = [];
    // A queue that is full, or a worker that fell silent at the last moment, cannot say that a chunk is done.
    const thorough = performance.now() - this.#storeSeen > this.#parts.timing.lookIntoStore;
    if (thorough) this.#storeSeen = performance.now();
    for (const each of all) {
      await this.#hurry(each);
      if (!["completed", "failed", "unknown"].includes(each.state) && !(thorough && each.state === "active")) continue;
      const manifest = await findResults(store, each.chunk);
      if (manifest !== undefined) await this.#deliver(each, manifest);
      else if (each.state === "failed") await this.#divide(each);
      else if (each.state === "completed") await this.#repeat(each, each.chunk.tasks);
      else if (each.state === "unknown") lost.push(each);
    }
    // A queue that was emptied, or that restarted without its last second.
    await this.#add(lost);
  }

  async #hurry(each: InFlight<T>): Promise<void> {
    const now = performance.now();
    each.delayedSince = each.state === "delayed" ? (each.delayedSince ?? now) : undefined;
    if (each.delayedSince === undefined || now - each.delayedSince < this.#parts.timing.longestBackoff) return;
    const job = await this.#parts.queue.getJob(each.chunk.id);
    // Somebody else may have been faster.
    await job?.promote().catch(() => undefined);
    each.delayedSince = undefined;
  }

  async #deliver(each: InFlight<T>, manifest: NonNullable<Awaited<ReturnType<typeof findResults>>>): Promise<void> {
    const lost = await takeResults(this.#parts.store, each.chunk, manifest, this.#take);
    this.#inFlight.delete(each.chunk.id);
    this.#done += 1;
    if (lost.length > 0) await this.#repeat(each, lost);
  }

  /** The queue says done and the store has not got it, or not as it should be: to be made again. */
  async #repeat({ chunk, round }: InFlight<T>, tasks: readonly T[]): Promise<void> {
    await this.#parts.store.remove(chunkKey(chunk.id));
    this.#inFlight.delete(chunk.id);
    if (round < ATTEMPTS) {
      this.#again.push({ tasks, round: round + 1 });
      return;
    }
    throw new Failure({
      code: "store/damaged",
      file: this.#parts.store.name,
      what: "存储里的结果不能用",
      why: `同样的文件做了 ${round} 次，取回来的都缺失或与哈希不符`,
      next: "请检查共享存储：各台机器看到的是不是同一个位置，磁盘是否损坏；处理后重新运行，已完成的不重做",
    });
  }

  /** Failed for good. The forms are tried one by one, so that the one at fault is set aside alone. */
  async #divide({ chunk, round }: InFlight<T>): Promise<void> {
    const { queue, store } = this.#parts;
    const reason = (await queue.getJob(chunk.id))?.failedReason ?? "";
    this.#failed += 1;
    this.#inFlight.delete(chunk.id);
    const [only, ...others] = chunk.tasks;
    if (reason.startsWith("store/")) {
      if (round >= ATTEMPTS) throw storeLost(store.name, reason);
      this.#again.push({ tasks: chunk.tasks, round: round + 1 });
    } else if (only !== undefined && others.length === 0) {
      await handOver(only, { kind: "failed", failure: setAside(reason) }, this.#take);
    } else {
      this.#again.push(...chunk.tasks.map((task) => ({ tasks: [task], round })));
    }
  }

  #state() {
    const states = [...this.#inFlight.values()].map(({ state }) => state);
    const active = states.filter((state) => state === "active").length;
    return {
      waiting: states.length - active + this.#again.length,
      active,
      done: this.#done,
      failed: this.#failed,
      forms: this.#forms,
    };
  }
}

function storeLost(name: string, reason: string): Failure {
  return new Failure({
    code: "store/workers",
    file: name,
    what: "工作机不能读写存储",
    why: `同一批试过多次都没有成功，最后一次说：${reason.replace(/^store\/\S+\s*/u, "")}`,
    next: "请核对每一台工作机的 --store 与本机是同一个位置、有读写权限、磁盘未满；处理后重新运行，已做好的不重做",
  });
}

function aborted(): Failure {
  return new Failure({
    code: "queue/aborted",
    what: "已按要求停止",
    why: "收到中断信号",
    next: "重新运行即可接着做；工作机已经做好的不重做",
  });
}
