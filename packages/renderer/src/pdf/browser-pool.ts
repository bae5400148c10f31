import { setImmediate } from "node:timers/promises";
import {
  type BrowserTab,
  BrowserTrouble,
  type RunningBrowser,
  type StartBrowser,
  type TabJob,
} from "./browser-port.ts";
import type { PrinterEvent } from "./printer.ts";
import { abortFailure, closedFailure, lostFailure, timeoutFailure, troubleFailure } from "./print-failures.ts";
import { PrintFailure } from "./print-failure.ts";

/** A job for whichever tab is free. */
export interface PoolJob extends TabJob {
  readonly signal?: AbortSignal;
}

export interface PoolSettings {
  readonly tabs: number;
  /** Milliseconds after which a print counts as hung. */
  readonly patience: (job: TabJob) => number;
  /** Prints after which a browser is replaced: it keeps a little of every page. */
  readonly recycleAfter: number;
  readonly report: (event: PrinterEvent) => void;
}

/** One browser process and how worn it is. */
interface Generation {
  readonly browser: RunningBrowser;
  prints: number;
  active: number;
  retired: boolean;
}

/** A place for one tab. */
interface Slot {
  generation?: Generation;
  tab?: Promise<BrowserTab> | undefined;
  /** Characters of the long pages that the tab has printed. */
  printed?: number;
}

const attempts = 3;

/** Characters from which on a page is a long one: a part of a volume, a report. */
const longPage = 100_000;

/** Characters of long pages after which a tab is not used again: every million leaves a hundred megabytes or more behind. */
const mostPrinted = 300_000;

/** Tabs of a warm browser; lost browsers are replaced and their jobs tried again. */
export class BrowserPool {
  readonly #start: StartBrowser;
  readonly #settings: PoolSettings;
  readonly #free: Slot[];
  readonly #waiting: { give: (slot: Slot) => void; refuse: (reason: PrintFailure) => void }[] = [];
  #current: Promise<Generation> | undefined;
  #alive = new Set<Generation>();
  #closed = false;

  constructor(start: StartBrowser, settings: PoolSettings) {
    this.#start = start;
    this.#settings = settings;
    this.#free = Array.from({ length: settings.tabs }, () => ({}));
  }

  /** Starts the browser ahead of the first job and says its version. */
  async warmUp(): Promise<string> {
    const generation = await this.#generation();
    // 第一个标签页先开着，等页面排好时它也好了；开不成，打印时自会再试。
    const [slot] = this.#free;
    if (slot !== undefined) this.#tabFor(slot, generation).catch(() => {});
    return generation.browser.version;
  }

  /** @throws PrintFailure */
  async print(job: PoolJob): Promise<Buffer> {
    const slot = await this.#takeSlot(job.signal);
    try {
      return await this.#tryPrinting(slot, job);
    } finally {
      const isTaken = this.#giveBack(slot);
      // 下一份先发给标签页，这一份再交出去：读回一份要几毫秒，标签页不该空等。
      if (isTaken) await setImmediate();
    }
  }

  /** The browser is replaced before the next job, as after a change of its fonts; jobs under way end in the old one. */
  async renew(): Promise<void> {
    const current = await this.#current?.catch(() => undefined);
    if (current === undefined || current.retired) return;
    this.#retire(current);
    if (current.active === 0) await this.#end(current);
  }

  /** Ends every browser; jobs under way fail with `print/closed`. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(closedFailure());
    await this.#current?.catch(() => {});
    await Promise.all([...this.#alive].map((generation) => this.#end(generation)));
  }

  async #tryPrinting(slot: Slot, job: PoolJob): Promise<Buffer> {
    for (let attempt = 1; ; attempt++) {
      if (this.#closed) throw closedFailure();
      try {
        return await this.#printOnce(slot, job);
      } catch (error) {
        this.#dropTab(slot);
        if (error instanceof PrintFailure && error.code !== "print/timeout") throw error;
        if (this.#closed) throw closedFailure();
        if (error instanceof BrowserTrouble && error.kind !== "gone") {
          // 上一页的跳转可能晚到，记在这一页头上；换一个新标签页再试一次便知是谁。
          if (error.kind !== "outside" || attempt > 1) throw troubleFailure(error);
        } else if (attempt === attempts) {
          throw error instanceof PrintFailure ? error : lostFailure(attempts, error);
        }
      }
    }
  }

  async #printOnce(slot: Slot, job: PoolJob): Promise<Buffer> {
    const generation = await this.#generation();
    generation.active++;
    try {
      generation.prints++;
      return await this.#within(slot, generation, job);
    } finally {
      generation.active--;
      if (generation.retired && generation.active === 0) void this.#end(generation);
    }
  }

  #tabFor(slot: Slot, generation: Generation): Promise<BrowserTab> {
    if (slot.tab !== undefined && slot.generation === generation) return slot.tab;
    const tab = generation.browser.openTab();
    Object.assign(slot, { tab, generation, printed: 0 });
    return tab;
  }

  async #printIn(slot: Slot, generation: Generation, job: PoolJob): Promise<Buffer> {
    const tab = await this.#tabFor(slot, generation);
    const printed = await tab.print(job);
    if (job.html.length > longPage) slot.printed = (slot.printed ?? 0) + job.html.length;
    if ((slot.printed ?? 0) > mostPrinted) this.#dropTab(slot);
    return printed;
  }

  async #within(slot: Slot, generation: Generation, job: PoolJob): Promise<Buffer> {
    if (job.signal?.aborted) throw abortFailure(job.signal);
    const { promise: interrupted, reject } = Promise.withResolvers<never>();
    const patience = this.#settings.patience(job);
    const timer = setTimeout(() => {
      // 挂死的标签页关不掉，只能连同浏览器一起结束；同时在印的别的任务会自行重试。
      void this.#end(generation);
      reject(timeoutFailure(patience));
    }, patience);
    const abort = () => reject(abortFailure(job.signal));
    job.signal?.addEventListener("abort", abort, { once: true });
    try {
      return await Promise.race([this.#printIn(slot, generation, job), interrupted]);
    } finally {
      clearTimeout(timer);
      job.signal?.removeEventListener("abort", abort);
    }
  }

  #dropTab(slot: Slot): void {
    slot.tab?.then((tab) => tab.close()).catch(() => {});
    slot.tab = undefined;
  }

  /** The browser to print with now: the current one, or a new one if that is gone or worn. */
  async #generation(): Promise<Generation> {
    const current = await this.#current?.catch(() => undefined);
    if (this.#closed) throw closedFailure();
    if (current !== undefined && !current.retired && current.browser.alive) {
      if (current.prints < this.#settings.recycleAfter) return current;
      this.#retire(current);
      this.#settings.report({
        level: "note",
        code: "recycled",
        message: `浏览器已打印 ${current.prints} 次，换用新的`,
      });
      if (current.active === 0) void this.#end(current);
    } else if (current !== undefined && !current.retired) {
      this.#retire(current);
      void this.#end(current);
      this.#settings.report({ level: "warning", code: "browser-restarted", message: "浏览器意外退出，已重新启动" });
    }
    // 两个任务可能同时走到这里，只启动一次。
    if (this.#current === undefined || (await this.#isStale(this.#current))) this.#current = this.#launch();
    return await this.#current;
  }

  async #isStale(started: Promise<Generation>): Promise<boolean> {
    const generation = await started.catch(() => undefined);
    return this.#current === started && (generation === undefined || generation.retired);
  }

  async #launch(): Promise<Generation> {
    const generation = { browser: await this.#start(), prints: 0, active: 0, retired: false };
    this.#alive.add(generation);
    return generation;
  }

  #retire(generation: Generation): void {
    generation.retired = true;
  }

  async #end(generation: Generation): Promise<void> {
    this.#retire(generation);
    await generation.browser.close().catch(() => {});
    this.#alive.delete(generation);
  }

  async #takeSlot(signal: AbortSignal | undefined): Promise<Slot> {
    if (this.#closed) throw closedFailure();
    if (signal?.aborted) throw abortFailure(signal);
    const slot = this.#free.shift();
    if (slot !== undefined) return slot;
    const { promise, resolve, reject } = Promise.withResolvers<Slot>();
    const waiter = { give: resolve, refuse: reject };
    this.#waiting.push(waiter);
    const leave = () => {
      const at = this.#waiting.indexOf(waiter);
      if (at === -1) return;
      this.#waiting.splice(at, 1);
      reject(abortFailure(signal));
    };
    signal?.addEventListener("abort", leave, { once: true });
    return await promise.finally(() => signal?.removeEventListener("abort", leave));
  }

  /** Whether a job that waited has taken the place. */
  #giveBack(slot: Slot): boolean {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free.push(slot);
    else next.give(slot);
    return next !== undefined;
  }
}
