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
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ShelvedForm, openForm, shelveForm } from "../src/batch/shelved-form.ts";
import type { FormEngine, FormTask, TaskOutcome } from "../src/engine/engine.ts";
import { localEngine } from "../src/engine/local-engine.ts";
import type { ProgressEvent } from "../src/environment.ts";
import { openQueue } from "../src/queue/queue-engine.ts";
import type { OpenEngine } from "../src/publish.ts";
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

/** What the worker has said when these words are among it. */
async function said(worker: ChildProcess, words: string): Promise<string> {
  return await new Promise((resolve, reject) => {
    let text = "";
    worker.stdout?.on("data", (piece) => {
      text += String(piece);
      if (text.includes(words)) resolve(text);
    });
    worker.once("close", () => reject(new Error(`the worker ended without saying ${words}: ${text}`)));
  });
}

/** The engine that `open` makes of the parts that this test's printer and program are. */
async function engineBy(open: OpenEngine, prints: boolean): Promise<FormEngine> {
  const environment = workerEnvironment({ program: PROGRAM, prints }, stop.signal);
  const printer = await environment.openPrinter();
  const parts = { templates: environment.loadTemplates(), printer: () => Promise.resolve(printer) };
  const engine = open(parts, { tool: environment.toolVersion, program: environment.programHash() });
  return { ...engine, close: () => printer.close() };
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

async function queueEngine(prints = false, events: ProgressEvent[] = [], signal?: AbortSignal): Promise<FormEngine> {
  const report = (event: ProgressEvent): void => void events.push(event);
  const queue = await openQueue({ queue: redis.url, store, report, signal, timing: TEST_TIMING });
  const engine = await engineBy(queue.openEngine, prints);
  const close = async (): Promise<void> => {
    queue.close();
    await engine.close();
  };
  return { ...engine, close };
}

describe.skipIf(!READY)("publishing over a queue", () => {
  test("a worker is killed and Redis is killed and started again: the same documents as made here, each once", async () => {
    const tasks = tasksOf(60);
    const local = await engineBy(localEngine, true);
    const expected = await outcomes(local, tasks);
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

  test("the queue is emptied in mid run: what is lost is added again, what lies in the store is not made again", async () => {
    const tasks = tasksOf(60);
    const local = await engineBy(localEngine, false);
    const expected = await outcomes(local, tasks);
    const engine = await queueEngine();
    const worker = startWorker();
    const ended = said(worker, '"ended"');
    const found = await outcomes(engine, tasks, async (done) => {
      if (done === 1) await redis.flush();
    });
    expect(found).toEqual(expected);
    worker.kill("SIGTERM");
    const tally = JSON.parse((await ended).trimEnd().split("\n").at(-1) ?? "").tally;
    // The chunk in work when the queue was emptied may be made twice.
    expect(tally.forms.made).toBeLessThan(60 + 50);
    // Nobody works any more: everything is in the store.
    expect(await outcomes(engine, tasks)).toEqual(expected);
    await engine.close();
  });

  test("a form that kills every worker is set aside by name, the others of its chunk are made", async () => {
    const tasks = [...tasksOf(11), ...tasksOf(1, "毒")];
    const engine = await queueEngine();
    const keepOne = (): void => void startWorker({ poison: "毒" }).once("exit", keepOne);
    // Two, so that one loads while the other dies.
    keepOne();
    keepOne();
    const found = await outcomes(engine, tasks);
    for (const worker of workers) worker.removeAllListeners("exit");
    const failed = tasks.filter(({ hash }) => typeof found[hash] === "string");
    expect(failed.map((task) => task.open().projectName)).toEqual(["毒1"]);
    expect(failed.map(({ hash }) => found[hash])).toEqual(["queue/set-aside"]);
    expect(Object.keys(found)).toHaveLength(12);
    await engine.close();
  });

  test("workers of another version do nothing, and both sides say what differs", async () => {
    const events: ProgressEvent[] = [];
    const other = startWorker({ program: "another-program" });
    await said(other, "queue/working");
    const engine = await queueEngine(false, events);
    const running = outcomes(engine, tasksOf(12));
    const refusal = await said(other, "queue/other-version");
    expect(refusal).toContain("程序应为 program-of-the-test，实为 another-program");
    await expect.poll(() => JSON.stringify(events), { timeout: 10_000 }).toContain("现有 1 台不符");
    expect(JSON.stringify(events)).toContain("程序应为 program-of-the-test，实为 another-program");
    startWorker();
    expect(Object.keys(await running)).toHaveLength(12);
    await engine.close();
  });

  test("a queue that is full for a while is waited for, and what was made meanwhile is not lost", async () => {
    const events: ProgressEvent[] = [];
    const engine = await queueEngine(false, events);
    startWorker();
    const control = new Redis(redis.url);
    let full = (): void => undefined;
    const isFull = new Promise<void>((resolve) => (full = resolve));
    // So many that chunks are still to be added when the first one is made.
    const running = outcomes(engine, tasksOf(600), async (done) => {
      if (done > 1) return;
      await control.config("SET", "maxmemory", "1");
      full();
    });
    await isFull;
    await expect.poll(() => JSON.stringify(events), { timeout: 15_000 }).toContain("queue/full");
    await control.config("SET", "maxmemory", "0");
    expect(Object.keys(await running)).toHaveLength(600);
    control.disconnect();
    await engine.close();
  });

  test("a publisher that is told to end leaves nothing to do in the queue", async () => {
    const end = new AbortController();
    const engine = await queueEngine(false, [], end.signal);
    const running = outcomes(engine, tasksOf(60));
    const control = new Redis(redis.url);
    const waiting = async (): Promise<number> => (await control.keys("zpb:*:wait")).length;
    await expect.poll(waiting).toBe(1);
    end.abort();
    await expect(running).rejects.toMatchObject({ trouble: { code: "queue/aborted" } });
    expect(await waiting()).toBe(0);
    control.disconnect();
    await engine.close();
  });

  test("two publishers with the same forms on one queue both get everything", async () => {
    const tasks = tasksOf(40);
    const [one, two] = [await queueEngine(), await queueEngine()];
    startWorker();
    const [first, second] = await Promise.all([outcomes(one, tasks), outcomes(two, tasks)]);
    expect(first).toEqual(second);
    expect(Object.keys(first)).toHaveLength(40);
    await Promise.all([one.close(), two.close()]);
  });

  test("a worker that is told to end gives its chunk back and tells its figures until then", async () => {
    const metrics = await freePort();
    const worker = startWorker({ metrics });
    const ended = said(worker, '"ended"');
    const engine = await queueEngine();
    const running = outcomes(engine, tasksOf(40));
    const figures = async (): Promise<string> => await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
    await expect.poll(figures, { timeout: 10_000 }).toMatch(/zpb_queue_jobs\{state="active"\} 1/u);
    expect((await fetch(`http://127.0.0.1:${metrics}/health`)).status).toBe(200);
    // Who cannot have the port ends, and does not stay in silence.
    expect(await once(startWorker({ metrics }), "exit")).toEqual([1, null]);
    const exit = once(worker, "exit");
    worker.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    await ended;
    startWorker();
    expect(Object.keys(await running)).toHaveLength(40);
    await engine.close();
  });

  test("a queue that cannot be reached, or denies, is told at once and without its password", async () => {
    const open = async (queue: string) => await openQueue({ queue, store, report: () => undefined });
    const nowhere = `redis://somebody:geheim@127.0.0.1:${await freePort()}`;
    const unreachable = await open(nowhere).catch((error: unknown) => error);
    expect(unreachable).toMatchObject({ trouble: { code: "queue/unreachable", what: "队列用不了" } });
    const denied = await open(redis.url.replace("redis://", "redis://somebody:geheim@")).catch(
      (error: unknown) => error,
    );
    expect(denied).toMatchObject({ trouble: { code: "queue/denied" } });
    expect(JSON.stringify([unreachable, denied])).not.toContain("geheim");
    await expect(open("postgres://127.0.0.1")).rejects.toMatchObject({ trouble: { code: "queue/address" } });
  });

  test("a server that is not set up for a queue is warned of", async () => {
    await redis.kill();
    redis = await RedisServer.start(folder, [
      "--maxmemory",
      "64mb",
      "--maxmemory-policy",
      "allkeys-lru",
      "--appendonly",
      "no",
    ]);
    const events: ProgressEvent[] = [];
    const engine = await queueEngine(false, events);
    expect(events.map((event) => "message" in event && event.message)).toEqual([
      expect.stringContaining("allkeys-lru"),
      expect.stringContaining("AOF"),
    ]);
    await engine.close();
  });
});
