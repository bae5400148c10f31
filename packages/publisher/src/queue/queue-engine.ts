/** The engine that has workers make the documents: chunks through BullMQ, inputs and results through a store. */
import { hostname } from "node:os";
import { randomUUID } from "node:crypto";
import { FlowProducer, Queue } from "bullmq";
import type { ProgressEvent } from "../environment.ts";
import type { FormEngine, Maker } from "../engine/engine.ts";
import { Failure } from "../trouble.ts";
import { atMost } from "./at-most.ts";
import { type Attendant, attendants, greet, leave } from "./attendance.ts";
import { QUEUE_PREFIX, queueName } from "./chunk-queue.ts";
import { makerDifference, makerKey, makerText } from "./maker-key.ts";
import { openStore } from "./open-store.ts";
import type { QueueState } from "./queue-state.ts";
import { QUEUE_TIMING, type QueueTiming } from "./queue-timing.ts";
import { queueFailure } from "./queue-trouble.ts";
import { type RedisLink, openRedis } from "./redis-link.ts";
import { ChunkRun } from "./run-chunks.ts";
import { Refused } from "./take-results.ts";

export interface QueueEngineOptions {
  /** `redis://…` or `rediss://…`. */
  readonly queue: string;
  /** A folder, or `s3://…`. */
  readonly store: string;
  /** With what the documents are to be made; workers that have anything else do not get them. */
  readonly maker: () => Promise<Maker>;
  readonly report: (event: ProgressEvent) => void;
  /** How the run stands, about once a second. */
  readonly watch?: ((state: QueueState) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timing?: QueueTiming;
}

/** Both ends are tried before this returns. @throws Failure `queue/…` or `store/…` */
export async function openQueueEngine(options: QueueEngineOptions): Promise<FormEngine> {
  const { report, signal, timing = QUEUE_TIMING } = options;
  const store = await openStore(options.store);
  const link = await openRedis(options.queue, "short");
  for (const message of link.warnings) report({ kind: "warning", code: "queue/set-up", message });
  let known: Promise<Maker> | undefined;
  const maker = () => (known ??= options.maker());
  return {
    maker,
    async run(tasks, take) {
      const wanted = await maker();
      const connection = { connection: link.redis, prefix: QUEUE_PREFIX };
      const queue = new Queue(queueName(wanted), connection);
      const flows = new FlowProducer(connection);
      // What is lost shows itself in what is asked; without a listener an error would end the program.
      queue.on("error", () => undefined);
      flows.on("error", () => undefined);
      const company = new Company(link, wanted, timing, report);
      const absence = new Absence(link.shown, timing, report);
      const pace = new Pace(Array.isArray(tasks) ? tasks.length : undefined);
      const run = new ChunkRun(
        {
          queue,
          flows,
          store,
          maker: wanted,
          timing,
          signal,
          away: (error) => absence.noted(error),
          looked: async (state) => {
            absence.over();
            await company.look();
            options.watch?.({ ...state, ...pace.at(state.forms), ...company.counts });
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
        await Promise.allSettled([queue.close(), flows.close()]);
      }
    },
    close() {
      link.redis.disconnect();
      store.close();
      return Promise.resolve();
    },
  };
}

/** Workers beside this publisher; says so when none of them fits. */
class Company {
  readonly #id = randomUUID();
  readonly #link: RedisLink;
  readonly #maker: Maker;
  readonly #timing: QueueTiming;
  readonly #report: (event: ProgressEvent) => void;
  readonly #since = performance.now();
  #next = 0;
  #speakAt: number;
  counts = { workers: 0, otherWorkers: 0 };

  constructor(link: RedisLink, maker: Maker, timing: QueueTiming, report: (event: ProgressEvent) => void) {
    this.#link = link;
    this.#maker = maker;
    this.#timing = timing;
    this.#report = report;
    this.#speakAt = this.#since + timing.lonely;
  }

  async look(): Promise<void> {
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + this.#timing.greeting;
    const me: Attendant = { role: "publisher", name: `${hostname()}:${process.pid}`, maker: this.#maker };
    await greet(this.#link.redis, this.#id, me, this.#timing.greeting * 4);
    const workers = (await attendants(this.#link.redis)).filter(({ role }) => role === "worker");
    const others = workers.filter(({ maker }) => makerKey(maker) !== makerKey(this.#maker));
    this.counts = { workers: workers.length - others.length, otherWorkers: others.length };
    if (this.counts.workers > 0) this.#speakAt = now + this.#timing.lonely;
    if (now < this.#speakAt) return;
    this.#speakAt = now + this.#timing.lonelyAgain;
    this.#report({ kind: "warning", code: "queue/no-worker", message: this.#lonelyText(others) });
  }

  async leave(): Promise<void> {
    await leave(this.#link.redis, this.#id);
  }

  #lonelyText(others: readonly Attendant[]): string {
    const start = `队列 ${this.#link.shown} 上没有能做这批任务的工作机，正在等待`;
    if (others.length === 0) return `${start}；请在工作机上运行 zpb worker，--queue 与 --store 与本机相同`;
    const each = others.map(({ name, maker }) => `${name}（${makerDifference(this.#maker, maker)}）`);
    return `${start}。需要：${makerText(this.#maker)}。现有 ${others.length} 台不符：${each.join("、")}。请让各台的版本、模板、浏览器和字体一致`;
  }
}

/** A queue that was there and is gone. */
class Absence {
  readonly #shown: string;
  readonly #timing: QueueTiming;
  readonly #report: (event: ProgressEvent) => void;
  #since: number | undefined;

  constructor(shown: string, timing: QueueTiming, report: (event: ProgressEvent) => void) {
    this.#shown = shown;
    this.#timing = timing;
    this.#report = report;
  }

  noted(error: unknown): void {
    const failure = error instanceof Failure || error instanceof Refused ? undefined : queueFailure(error, this.#shown);
    if (failure === undefined) throw error;
    const now = performance.now();
    if (this.#since === undefined) {
      this.#since = now;
      const message = `队列 ${this.#shown} 暂时用不了（${failure.trouble.why}），正在等它恢复；做好的结果都在存储里，不会丢`;
      this.#report({ kind: "warning", code: failure.trouble.code, message });
    }
    if (now - this.#since > this.#timing.queueAway) throw failure;
  }

  over(): void {
    if (this.#since === undefined) return;
    this.#since = undefined;
    this.#report({ kind: "warning", code: "queue/back", message: `队列 ${this.#shown} 已恢复，接着做` });
  }
}

/** Forms a second and the time that is left, from what was handed over so far. */
class Pace {
  readonly #started = performance.now();
  readonly #total: number | undefined;

  constructor(total: number | undefined) {
    this.#total = total;
  }

  at(forms: number): Pick<QueueState, "total" | "formsPerSecond" | "secondsLeft"> {
    const formsPerSecond = forms / Math.max((performance.now() - this.#started) / 1000, 0.001);
    const total = this.#total;
    const known = total !== undefined && forms > 0;
    return { total, formsPerSecond, secondsLeft: known ? (total - forms) / formsPerSecond : undefined };
  }
}
