/** The reading processes of a run: the real `SourceReader`. */
import { availableParallelism } from "node:os";
import { type SelfEvaluationForm, decodeForm } from "@zipingbiao/core";
import type { TemplateChoice } from "../../environment.ts";
import { Interrupted, type ReadSource, type SourceReader } from "../../input/source-reader.ts";
import type { ExaminedDocument } from "../../twin/examine-document.ts";
import type { Trouble } from "../../trouble.ts";
import { endedReading } from "./end-words.ts";
import { WORN_MEMORY } from "./limits.ts";
import type { ReadJob, ReadTask } from "./messages.ts";
import { makePlainFonts, removePlainFonts } from "./plain-fonts.ts";
import { ReaderChild, type ReadOutcome } from "./reader-child.ts";
import { keepSpare, takeSpare } from "./spare-reader.ts";

/** What reading a file took, for those who measure. */
export type OnOutcome = (name: string, outcome: ReadOutcome) => void;

const MOST_CHILDREN = 2;
/**
 * A process takes a fifth of a second to start. A second one is started when a file has waited for longer than that, in
 * milliseconds, or when so many have been read and others wait.
 */
const PATIENCE = 400;
const MANY_FILES = 3;

interface Answer {
  readonly forms: readonly SelfEvaluationForm[];
  readonly outcome: ReadOutcome;
}

export interface ReaderPoolOptions {
  /** Other layouts than the installed ones. */
  readonly choice?: TemplateChoice | undefined;
  /** Ends all processes. */
  readonly signal?: AbortSignal | undefined;
  readonly onOutcome?: OnOutcome;
}

/** Opens a pool; its first process starts at once. */
export function openReaderPool({ choice, signal, onOutcome }: ReaderPoolOptions = {}): SourceReader {
  const isOwn = choice?.templates !== undefined || choice?.style !== undefined;
  const pool = new ReaderPool(isOwn ? choice : undefined, signal);
  const run = async (task: ReadTask, name: string, bytes: Uint8Array): Promise<Answer> => {
    const answer = await pool.run(task, name, bytes);
    onOutcome?.(name, answer.outcome);
    return answer;
  };
  const read = async (task: ReadTask, name: string, bytes: Uint8Array): Promise<ReadSource> => {
    const { forms, outcome } = await run(task, name, bytes);
    const source = outcome.done?.source;
    return source === undefined ? { forms: [], problems: [troubleOfEnd(name, outcome)] } : { ...source, forms };
  };
  return {
    lanes: pool.lanes,
    read: (name, bytes) => read("read", name, bytes),
    readData: (name, bytes) => read("readData", name, bytes),
    async examine(name, bytes): Promise<ExaminedDocument> {
      const { forms, outcome } = await run("examine", name, bytes);
      const examined = outcome.done?.examined;
      if (examined === undefined) return { kind: "ended", trouble: troubleOfEnd(name, outcome) };
      return examined.kind === "checked" ? { ...examined, checked: { ...examined.checked, forms } } : examined;
    },
    close: () => pool.close(),
  };
}

function troubleOfEnd(name: string, { end, reached }: ReadOutcome): Trouble {
  return endedReading(name, end ?? { cause: "crash", how: "没有结果" }, reached);
}

class ReaderPool {
  readonly lanes: number = Math.min(MOST_CHILDREN, availableParallelism());
  readonly #choice: TemplateChoice | undefined;
  readonly #signal: AbortSignal | undefined;
  readonly #idle: ReaderChild[] = [];
  readonly #busy = new Set<ReaderChild>();
  readonly #waiting: (() => void)[] = [];
  readonly #abort = (): void => void this.close();
  #plainFonts: Promise<string> | undefined;
  #filesRead = 0;
  #isClosed = false;

  /** A `choice` of layouts takes processes of its own: others may not open them. */
  constructor(choice: TemplateChoice | undefined, signal: AbortSignal | undefined) {
    this.#choice = choice;
    this.#signal = signal;
    signal?.addEventListener("abort", this.#abort);
    if (signal?.aborted !== true) this.#idle.push(choice === undefined ? takeSpare() : new ReaderChild(choice));
  }

  async run(task: ReadTask, name: string, bytes: Uint8Array): Promise<Answer> {
    const job = { task, name, bytes: bytes.length };
    const answer = await this.#runOnce(job, bytes);
    if (answer.outcome.needsPlainFonts !== true) return answer;
    return await this.#runOnce({ ...job, plainFonts: await (this.#plainFonts ??= makePlainFonts()) }, bytes);
  }

  async #runOnce(job: ReadJob, bytes: Uint8Array): Promise<Answer> {
    const child = await this.#take();
    const forms: SelfEvaluationForm[] = [];
    const outcome = await child.run(job, bytes, (form) => forms.push(decodeForm(form)));
    // The fonts go with this pool; a process may outlive it.
    if (outcome.end !== undefined || job.plainFonts !== undefined) await child.end();
    this.#giveBack(child);
    // Processes that the run's end ended did not fail.
    this.#refuseClosed();
    return { forms, outcome };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#signal?.removeEventListener("abort", this.#abort);
    for (const wake of this.#waiting.splice(0)) wake();
    const isKept = this.#choice === undefined && this.#signal?.aborted !== true;
    const kept = isKept ? this.#idle.pop() : undefined;
    if (kept !== undefined && !kept.isGone) keepSpare(kept);
    await Promise.all([...this.#idle.splice(0), ...this.#busy].map((child) => child.end()));
    const fonts = this.#plainFonts;
    this.#plainFonts = undefined;
    if (fonts !== undefined) await removePlainFonts(await fonts);
  }

  async #take(): Promise<ReaderChild> {
    this.#refuseClosed();
    while (this.#idle.length === 0 && this.#busy.size > 0) {
      const isLate = await this.#turn();
      this.#refuseClosed();
      if (isLate && this.#busy.size < this.lanes) break;
    }
    const child = this.#next();
    this.#busy.add(child);
    return child;
  }

  /** Resolves when a process has become free, or, with `true`, when another one should be started. */
  #turn(): Promise<boolean> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve(false);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(wake), 1);
        resolve(true);
      }, PATIENCE);
      this.#waiting.push(wake);
    });
  }

  #giveBack(child: ReaderChild): void {
    this.#busy.delete(child);
    this.#filesRead += 1;
    if (this.#isClosed || child.isGone || child.held >= WORN_MEMORY) void child.end();
    else this.#idle.push(child);
    const wanted = Math.min(this.#waiting.length, this.#filesRead < MANY_FILES ? 1 : this.lanes - this.#busy.size);
    while (!this.#isClosed && this.#idle.length < wanted) this.#idle.push(new ReaderChild(this.#choice));
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #next(): ReaderChild {
    for (let child = this.#idle.pop(); child !== undefined; child = this.#idle.pop()) if (!child.isGone) return child;
    return new ReaderChild(this.#choice);
  }

  #refuseClosed(): void {
    if (this.#signal?.aborted === true || this.#isClosed) throw new Interrupted();
  }
}
