/** One reading process, seen from the program: takes a file at a time, and is ended when the file takes too much. */
import type { ChildProcess } from "node:child_process";
import { Socket } from "node:net";
import type { WireForm } from "@zipingbiao/core";
import type { TemplateChoice } from "../../environment.ts";
import { FONTS_MEMORY, HEAP_MIB, type ReadLimits, limitsFor } from "./limits.ts";
import type { ReadDone, ReadJob, ReadProgress, ReaderMessage } from "./messages.ts";
import { startReaderProcess } from "./start-process.ts";
import { type Excess, watchReading } from "./watch-reading.ts";

/** Why a file was not read to its end. */
export type ReadEnd =
  /** Over a limit: the bytes of memory that it may take, or the milliseconds that it took. */
  | { readonly cause: Excess; readonly figure: number }
  /** The process ended by itself. */
  | { readonly cause: "crash"; readonly how: string }
  /** The reader threw. */
  | { readonly cause: "bug"; readonly how: string };

export interface ReadOutcome {
  readonly done?: Omit<ReadDone, "kind" | "held">;
  readonly end?: ReadEnd;
  /** The job is to be given again with the fonts of charts unpacked. */
  readonly needsPlainFonts?: boolean;
  /** How far reading had come. */
  readonly reached?: ReadProgress;
  /** The most memory of the process so far, in bytes, and what the file took of the processor, in milliseconds. */
  readonly peak: number;
  readonly worked: number;
}

interface RunningJob {
  readonly onMessage: (message: ReaderMessage) => void;
  readonly onExit: (how: string) => void;
}

export class ReaderChild {
  readonly #process: ChildProcess;
  #job: RunningJob | undefined;
  #complaint = "";
  #exit: string | undefined;
  /** What the process held after its last file, in bytes. */
  held = 0;

  /** `choice`: other layouts than the installed ones. */
  constructor(choice: TemplateChoice = {}) {
    const child = startReaderProcess(choice);
    this.#process = child;
    child.on("message", (message) => this.#job?.onMessage(message as ReaderMessage));
    child.on("error", (error) => this.#ended(error.message));
    child.on("exit", (status, signal) => this.#ended(signal ?? `${status}`));
    child.stdin?.on("error", () => undefined);
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = `${this.#complaint}${text}`.slice(-COMPLAINT);
    });
    this.#hold(false);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isGone(): boolean {
    return this.#exit !== undefined;
  }

  /** Reads one file; `onForm` gets each form. Resolves in any case; a child whose file came to no good end is gone. */
  run(job: ReadJob, bytes: Uint8Array, onForm: (form: WireForm) => void): Promise<ReadOutcome> {
    this.#hold(true);
    return new Promise((resolve) => {
      const limits = limitsOf(job, bytes);
      let reached: ReadProgress | undefined;
      let excess: ReadEnd | undefined;
      const watch = watchReading(this.pid ?? 0, limits, (cause, figure) => {
        excess = { cause, figure };
        this.kill();
      });
      const settle = (outcome: Pick<ReadOutcome, "done" | "end" | "needsPlainFonts">): void => {
        this.#job = undefined;
        this.#hold(false);
        resolve({ ...outcome, ...(reached === undefined ? {} : { reached }), ...watch.stop() });
      };
      this.#job = {
        onMessage: (message) => {
          if (message.kind === "ready") watch.told(ALIVE);
          else if (message.kind === "progress") {
            reached = message;
            watch.told(message);
          } else if (message.kind === "forms") {
            watch.told(ALIVE);
            try {
              for (const form of message.forms) onForm(form);
            } catch (error) {
              settle({ end: { cause: "bug", how: String(error) } });
            }
          } else if (message.kind === "done" || message.kind === "failed") {
            this.held = message.held;
            if (message.kind === "done") settle({ done: message });
            else
              settle({
                end: { cause: "bug", how: message.error },
                needsPlainFonts: message.needsPlainFonts === true,
              });
          }
        },
        onExit: (how) => settle({ end: excess ?? crash(how, this.#complaint) }),
      };
      if (this.#exit !== undefined) {
        this.#job.onExit(this.#exit);
        return;
      }
      this.#process.send(job, () => undefined);
      this.#process.stdin?.write(bytes);
    });
  }

  /** Ends the process at once. */
  kill(): void {
    this.#process.kill("SIGKILL");
  }

  /** Ends the process; resolves when it is gone. */
  async end(): Promise<void> {
    if (this.#exit !== undefined) return;
    const gone = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#hold(true);
    this.kill();
    await gone;
  }

  /** A process that has nothing to do must not keep the program alive. */
  #hold(isHeld: boolean): void {
    const child = this.#process;
    if (isHeld) child.ref();
    else child.unref();
    const { channel, stdin, stderr } = child;
    for (const pipe of [channel, stdin, stderr]) {
      if (!(pipe instanceof Socket) && pipe !== channel) continue;
      if (isHeld) pipe?.ref();
      else pipe?.unref();
    }
  }

  #ended(how: string): void {
    this.#exit ??= how;
    this.#job?.onExit(this.#exit);
  }
}

function limitsOf({ plainFonts }: ReadJob, bytes: Uint8Array): ReadLimits {
  const limits = limitsFor(bytes);
  return plainFonts === undefined ? limits : { ...limits, memory: (reached) => limits.memory(reached) + FONTS_MEMORY };
}

/** A sign of life that is no place in the file. */
const ALIVE: ReadProgress = { kind: "progress", unit: "form", held: 0 };

/** Characters of what a process says before it dies. */
const COMPLAINT = 4000;

function crash(how: string, complaint: string): ReadEnd {
  return /out of memory/u.test(complaint)
    ? { cause: "memory", figure: HEAP_MIB * 1024 * 1024 }
    : { cause: "crash", how };
}
