/** Publishers and workers of the queue's tests, around one server and one store. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { type ShelvedForm, openForm, shelveForm } from "../src/batch/shelved-form.ts";
import type { FormEngine, FormTask, TaskOutcome } from "../src/engine/engine.ts";
import type { ProgressEvent } from "../src/environment.ts";
import type { OpenEngine } from "../src/publish.ts";
import { openQueue } from "../src/queue/queue-engine.ts";
import type { QueueServer } from "./queue-server.ts";
import { type WorkerOrders, TEST_TIMING, workerEnvironment } from "./queue-worker.ts";

const WORKER = fileURLToPath(new URL("./queue-worker.ts", import.meta.url));
const PROGRAM = "program-of-the-test";

export class QueueRig {
  readonly folder: string;
  readonly store: string;
  readonly workers: ChildProcess[] = [];
  server: QueueServer;

  private constructor(folder: string, store: string, server: QueueServer) {
    this.folder = folder;
    this.store = store;
    this.server = server;
  }

  static async open(start: (folder: string) => Promise<QueueServer>): Promise<QueueRig> {
    const folder = mkdtempSync(join(tmpdir(), "zpb-queue-"));
    const store = join(folder, "store");
    mkdirSync(store);
    return new QueueRig(folder, store, await start(folder));
  }

  startWorker(orders: Partial<WorkerOrders> = {}): ChildProcess {
    const all: WorkerOrders = {
      queue: this.server.url,
      store: this.store,
      program: PROGRAM,
      prints: false,
      ...orders,
    };
    const worker = spawn(process.execPath, ["--conditions=source", WORKER, JSON.stringify(all)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    this.workers.push(worker);
    return worker;
  }

  async engine(prints = false, events: ProgressEvent[] = [], signal?: AbortSignal): Promise<FormEngine> {
    const report = (event: ProgressEvent): void => void events.push(event);
    const { url } = this.server;
    const queue = await openQueue({ queue: url, store: this.store, report, signal, timing: TEST_TIMING });
    const engine = await engineBy(queue.openEngine, prints);
    const close = async (): Promise<void> => {
      queue.close();
      await engine.close();
    };
    return { ...engine, close };
  }

  async close(): Promise<void> {
    for (const worker of this.workers) worker.kill("SIGKILL");
    await this.server.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function tasksOf(count: number, name = "项目"): readonly FormTask[] {
  return Array.from({ length: count }, (_, at) => {
    const wire = patchedWire(SAMPLE_FORM, { projectName: `${name}${at + 1}` });
    const shelved: ShelvedForm = shelveForm(decodeForm(wire));
    return { hash: shelved.hash, open: () => openForm(shelved) };
  });
}

/** What the worker has said when these words are among it. */
export async function said(worker: ChildProcess, words: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = "";
    worker.stdout?.on("data", (piece) => {
      text += String(piece);
      if (text.includes(words)) resolve(text);
    });
    worker.once("close", () => reject(new Error(`the worker ended without saying ${words}: ${text}`)));
  });
}

/** The engine that `open` makes of the parts that these tests' printer and program are. */
export async function engineBy(open: OpenEngine, prints: boolean): Promise<FormEngine> {
  const environment = workerEnvironment({ program: PROGRAM, prints }, new AbortController().signal);
  const printer = await environment.openPrinter();
  const parts = { templates: environment.loadTemplates(), printer: () => Promise.resolve(printer) };
  const engine = open(parts, { tool: environment.toolVersion, program: environment.programHash() });
  return { ...engine, close: () => printer.close() };
}

/**
 * The outcomes by the forms' hashes: documents by theirs, failures by their codes. `each` is told how many there are.
 * @throws Error when an outcome comes twice
 */
export async function outcomes(
  engine: FormEngine,
  tasks: readonly FormTask[],
  each: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  let done = 0;
  await engine.run(tasks, async (task, outcome) => {
    if (found[task.hash] !== undefined) throw new Error("an outcome came twice");
    found[task.hash] = outcomeText(outcome);
    done += 1;
    await each(done);
  });
  return found;
}

function outcomeText(outcome: TaskOutcome): unknown {
  if (outcome.kind === "failed") return outcome.failure.code;
  const { documents, fonts } = outcome.made;
  const listed = documents.map(({ name, bytes, pages }) => [
    name,
    createHash("sha256").update(bytes).digest("hex"),
    pages,
  ]);
  return { documents: listed, fonts };
}
