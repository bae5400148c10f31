/** Publishing over a queue, with a real Redis, real workers and everything that may happen to them. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeForm } from "@zipingbiao/core";
import { SAMPLE_FORM, patchedWire } from "@zipingbiao/core/testing";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ShelvedForm, openForm, shelveForm } from "../src/batch/shelved-form.ts";
import type { FormEngine, FormTask, TaskOutcome } from "../src/engine/engine.ts";
import { localEngine } from "../src/engine/local-engine.ts";
import type { ProgressEvent } from "../src/environment.ts";
import { openQueueEngine } from "../src/queue/queue-engine.ts";
import { type WorkerOrders, TEST_TIMING, workerEnvironment } from "./queue-worker.ts";
import { RedisServer, freePort, hasRedis } from "./redis-server.ts";

const READY = hasRedis();
if (!READY) console.error("!!! QUEUE NOT TESTED: redis-server is missing; install it, or see .ci/run");

const WORKER = fileURLToPath(new URL("./queue-worker.ts", import.meta.url));
const PROGRAM = "program-of-the-test";

let folder: string;
let store: string;
let redis: RedisServer;
const workers: ChildProcess[] = [];
const stop = new AbortController();

beforeEach(async () => {
  if (!READY) return;
  folder = mkdtempSync(join(tmpdir(), "zpb-queue-"));
  store = join(folder, "store");
  mkdirSync(store);
  redis = await RedisServer.start(folder);
});

afterEach(async () => {
  for (const worker of workers.splice(0)) worker.kill("SIGKILL");
  await redis.kill();
  rmSync(folder, { recursive: true, force: true });
});

function tasksOf(count: number, name = "项目"): readonly FormTask[] {
  return Array.from({ length: count }, (_, at) => {
    const wire = patchedWire(SAMPLE_FORM, { projectName: `${name}${at + 1}` });
    const shelved: ShelvedForm = shelveForm(decodeForm(wire));
    return { hash: shelved.hash, open: () => openForm(shelved) };
  });
}

function startWorker(orders: Partial<WorkerOrders> = {}): ChildProcess {
  const all: WorkerOrders = { queue: redis.url, store, program: PROGRAM, prints: false, ...orders };
  const worker = spawn(process.execPath, ["--conditions=source", WORKER, JSON.stringify(all)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.push(worker);
  return worker;
}

async function said(worker: ChildProcess, words: string): Promise<string> {
  let text = "";
  for await (const piece of worker.stdout ?? []) {
    text += String(piece);
    if (text.includes(words)) return text;
  }
  throw new Error(`the worker ended without saying ${words}: ${text}`);
}

async function localMaker(prints: boolean): Promise<{ engine: FormEngine; close: () => Promise<void> }> {
  const environment = workerEnvironment({ program: PROGRAM, prints }, stop.signal);
  const printer = await environment.openPrinter();
  const parts = { templates: environment.loadTemplates(), printer: () => Promise.resolve(printer) };
  const engine = localEngine(parts, { tool: environment.toolVersion, program: environment.programHash() });
  return { engine, close: () => printer.close() };
}

/** The outcomes by the forms' hashes: documents by theirs, failures by their codes. `each` is told how many there are. */
async function outcomes(
  engine: FormEngine,
  tasks: readonly FormTask[],
  each: (done: number) => Promise<void> = () => Promise.resolve(),
): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  let done = 0;
  await engine.run(tasks, async (task, outcome) => {
    expect(found[task.hash], "an outcome came twice").toBeUndefined();
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

async function queueEngine(prints = false, events: ProgressEvent[] = []): Promise<FormEngine> {
  const { engine, close } = await localMaker(prints);
  const maker = await engine.maker();
  await close();
  return await openQueueEngine({
    queue: redis.url,
    store,
    maker: () => Promise.resolve(maker),
    report: (event) => events.push(event),
    timing: TEST_TIMING,
  });
}

describe.skipIf(!READY)("publishing over a queue", () => {
  test("a worker is killed and Redis is killed and started again: the same documents as made here, each once", async () => {
    const tasks = tasksOf(60);
    const local = await localMaker(true);
    const expected = await outcomes(local.engine, tasks);
    await local.close();
    const engine = await queueEngine(true);
    const [first, second] = [startWorker({ prints: true }), startWorker({ prints: true })];
    await Promise.all([said(first, "queue/working"), said(second, "queue/working")]);
    let struck = false;
    const found = await outcomes(engine, tasks, async () => {
      if (struck) return;
      struck = true;
      first.kill("SIGKILL");
      await redis.kill();
      await redis.start();
    });
    expect(struck).toBe(true);
    expect(found).toEqual(expected);
    await engine.close();
  });
});
