/** Publishing over a queue, with a real server of either kind, real workers and everything that may happen to them. */
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { localEngine } from "../src/engine/local-engine.ts";
import type { ProgressEvent } from "../src/environment.ts";
import { queueName } from "../src/queue/chunk-queue.ts";
import { openLink } from "../src/queue/open-link.ts";
import { QueueRig, engineBy, outcomes, said, tasksOf } from "./queue-rig.ts";
import { freePort, hasPostgres, hasRedis, startPostgres, startRedis } from "./queue-server.ts";

const SERVERS = [
  { name: "Redis", isThere: hasRedis(), open: startRedis },
  { name: "PostgreSQL", isThere: hasPostgres(), open: startPostgres },
] as const;
for (const { name, isThere } of SERVERS)
  if (!isThere) console.error(`!!! QUEUE ON ${name} NOT TESTED: it is missing; install it, or see .ci/run`);

let rig: QueueRig;

afterEach(async () => {
  await rig.close();
});

describe.each(SERVERS.filter(({ isThere }) => isThere))("publishing over a queue on $name", ({ open }) => {
  beforeEach(async () => {
    rig = await QueueRig.open(open);
  });

  it("a worker is killed and the server is killed and started again: the same documents as made here, each once", async () => {
    const tasks = tasksOf(60);
    const local = await engineBy(localEngine, true);
    const expected = await outcomes(local, tasks);
    await local.close();
    const engine = await rig.engine(true);
    const [first, second] = [rig.startWorker({ prints: true }), rig.startWorker({ prints: true })];
    await Promise.all([said(first, "queue/working"), said(second, "queue/working")]);
    let struck = false;
    const found = await outcomes(engine, tasks, async () => {
      if (struck) return;
      struck = true;
      first.kill("SIGKILL");
      await rig.server.kill();
      await rig.server.start();
    });
    expect(struck).toBe(true);
    expect(found).toEqual(expected);
    await engine.close();
  });

  it("the queue is emptied in mid run: what is lost is added again, what lies in the store is not made again", async () => {
    const tasks = tasksOf(60);
    const local = await engineBy(localEngine, false);
    const expected = await outcomes(local, tasks);
    const engine = await rig.engine();
    const worker = rig.startWorker();
    const ended = said(worker, '"ended"');
    const found = await outcomes(engine, tasks, async (done) => {
      if (done === 1) await rig.server.flush();
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

  it("a form that kills every worker is set aside by name, the others of its chunk are made", async () => {
    const tasks = [...tasksOf(11), ...tasksOf(1, "毒")];
    const engine = await rig.engine();
    const keepOne = (): void => void rig.startWorker({ poison: "毒" }).once("exit", keepOne);
    // Two, so that one loads while the other dies.
    keepOne();
    keepOne();
    const found = await outcomes(engine, tasks);
    for (const worker of rig.workers) worker.removeAllListeners("exit");
    const failed = tasks.filter(({ hash }) => typeof found[hash] === "string");
    expect(failed.map((task) => task.open().projectName)).toEqual(["毒1"]);
    expect(failed.map(({ hash }) => found[hash])).toEqual(["queue/set-aside"]);
    expect(Object.keys(found)).toHaveLength(12);
    await engine.close();
  });

  it("workers of another version do nothing, and both sides say what differs", async () => {
    const events: ProgressEvent[] = [];
    const other = rig.startWorker({ program: "another-program" });
    await said(other, "queue/working");
    const engine = await rig.engine(false, events);
    const running = outcomes(engine, tasksOf(12));
    const refusal = await said(other, "queue/other-version");
    expect(refusal).toContain("程序应为 program-of-the-test，实为 another-program");
    await expect.poll(() => JSON.stringify(events), { timeout: 10_000 }).toContain("现有 1 台不符");
    expect(JSON.stringify(events)).toContain("程序应为 program-of-the-test，实为 another-program");
    rig.startWorker();
    expect(Object.keys(await running)).toHaveLength(12);
    await engine.close();
  });

  it("a publisher that is told to end leaves nothing to do in the queue", async () => {
    const end = new AbortController();
    const engine = await rig.engine(false, [], end.signal);
    const running = outcomes(engine, tasksOf(60));
    const link = await openLink(rig.server.url, "short");
    const queue = link.openQueue(queueName(await engine.maker()));
    const waiting = async (): Promise<unknown> => (await queue.getJobCounts("waiting"))["waiting"];
    await expect.poll(waiting).toBeGreaterThan(1);
    end.abort();
    await expect(running).rejects.toMatchObject({ trouble: { code: "queue/aborted" } });
    expect(await waiting()).toBe(0);
    await queue.close();
    link.close();
    await engine.close();
  });

  it("a server that is away when the queue is first used is waited for", async () => {
    const engine = await rig.engine();
    await rig.server.kill();
    const running = outcomes(engine, tasksOf(12));
    await wait(1500);
    await rig.server.start();
    rig.startWorker();
    expect(Object.keys(await running)).toHaveLength(12);
    await engine.close();
  });

  it("two publishers with the same forms on one queue both get everything", async () => {
    const tasks = tasksOf(40);
    const [one, two] = [await rig.engine(), await rig.engine()];
    rig.startWorker();
    const [first, second] = await Promise.all([outcomes(one, tasks), outcomes(two, tasks)]);
    expect(first).toEqual(second);
    expect(Object.keys(first)).toHaveLength(40);
    await Promise.all([one.close(), two.close()]);
  });

  it("a worker that is told to end gives its chunk back and tells its figures until then", async () => {
    const metrics = await freePort();
    const worker = rig.startWorker({ metrics });
    const ended = said(worker, '"ended"');
    const engine = await rig.engine();
    const running = outcomes(engine, tasksOf(40));
    const figures = async (): Promise<string> => await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text();
    await expect.poll(figures, { timeout: 10_000 }).toMatch(/zpb_queue_jobs\{state="active"\} 1/u);
    expect((await fetch(`http://127.0.0.1:${metrics}/health`)).status).toBe(200);
    // Who cannot have the port ends, and does not stay in silence.
    expect(await once(rig.startWorker({ metrics }), "exit")).toEqual([1, null]);
    const exit = once(worker, "exit");
    worker.kill("SIGTERM");
    expect(await exit).toEqual([0, null]);
    await ended;
    rig.startWorker();
    expect(Object.keys(await running)).toHaveLength(40);
    await engine.close();
  });
});
