/** A queue that goes away in the middle of a run. */
import type { ProgressEvent } from "../environment.ts";
import { Failure } from "../trouble.ts";
import type { QueueTiming } from "./queue-timing.ts";
import { queueFailure } from "./queue-trouble.ts";
import { Refused } from "./take-results.ts";

/** Tells once that it is gone and once that it is back; gives up when it stays away. */
export class Absence {
  readonly #shown: string;
  readonly #timing: QueueTiming;
  readonly #report: (event: ProgressEvent) => void;
  #since: number | undefined;

  constructor(shown: string, timing: QueueTiming, report: (event: ProgressEvent) => void) {
    this.#shown = shown;
    this.#timing = timing;
    this.#report = report;
  }

  /** Throws what is not the queue's fault, or has lasted too long. */
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
