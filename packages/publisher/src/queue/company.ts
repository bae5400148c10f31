/** Who else is at the queue. */
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { Maker } from "../engine/engine.ts";
import { makerKey } from "../engine/maker-key.ts";
import type { ProgressEvent } from "../environment.ts";
import type { Attendant } from "./attendant.ts";
import { makerDifference, makerText } from "./maker-words.ts";
import type { QueueLink } from "./queue-link.ts";
import type { QueueTiming } from "./queue-timing.ts";

/** Workers beside this publisher; says so when none of them fits. */
export class Company {
  readonly #id = randomUUID();
  readonly #link: QueueLink;
  readonly #maker: Maker;
  readonly #timing: QueueTiming;
  readonly #report: (event: ProgressEvent) => void;
  readonly #since = performance.now();
  #next = 0;
  #speakAt: number;
  counts = { workers: 0, otherWorkers: 0 };

  constructor(link: QueueLink, maker: Maker, timing: QueueTiming, report: (event: ProgressEvent) => void) {
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
    await this.#link.attendance.greet(this.#id, me, this.#timing.greeting * 4);
    const workers = (await this.#link.attendance.present()).filter(({ role }) => role === "worker");
    const others = workers.filter(({ maker }) => makerKey(maker) !== makerKey(this.#maker));
    this.counts = { workers: workers.length - others.length, otherWorkers: others.length };
    if (this.counts.workers > 0) this.#speakAt = now + this.#timing.lonely;
    if (now < this.#speakAt) return;
    this.#speakAt = now + this.#timing.lonelyAgain;
    this.#report({ kind: "warning", code: "queue/no-worker", message: this.#lonelyText(others) });
  }

  async leave(): Promise<void> {
    await this.#link.attendance.leave(this.#id);
  }

  #lonelyText(others: readonly Attendant[]): string {
    const start = `队列 ${this.#link.shown} 上没有能做这批任务的工作机，正在等待`;
    if (others.length === 0) return `${start}；请在工作机上运行 zpb worker，--queue 与 --store 与本机相同`;
    const each = others.map(({ name, maker }) => `${name}（${makerDifference(this.#maker, maker)}）`);
    return `${start}。需要：${makerText(this.#maker)}。现有 ${others.length} 台不符：${each.join("、")}。请让各台的版本、模板、浏览器和字体一致`;
  }
}
