/** What is a matter of the queue's server: what it refuses, how it is set up, what it says when it is full. */
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ProgressEvent } from "../src/environment.ts";
import { openLink } from "../src/queue/open-link.ts";
import { openQueue } from "../src/queue/queue-engine.ts";
import { QueueRig, outcomes, tasksOf } from "./queue-rig.ts";
import { freePort, hasPostgres, hasRedis, startPostgres, startRedis } from "./queue-server.ts";

let rig: QueueRig;

afterEach(async () => {
  await rig.close();
});

describe.skipIf(!hasRedis())("a queue on Redis", () => {
  beforeEach(async () => {
    rig = await QueueRig.open(startRedis);
  });

  it("a queue that is full for a while is waited for, and what was made meanwhile is not lost", async () => {
    const events: ProgressEvent[] = [];
    const engine = await rig.engine(false, events);
    rig.startWorker();
    const control = new Redis(rig.server.url);
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

  it("a queue that cannot be reached, or denies, is told at once and without its password", async () => {
    const open = async (queue: string) => await openQueue({ queue, store: rig.store, report: () => undefined });
    const nowhere = `redis://somebody:geheim@127.0.0.1:${await freePort()}`;
    const unreachable = await open(nowhere).catch((error: unknown) => error);
    expect(unreachable).toMatchObject({ trouble: { code: "queue/unreachable", what: "队列用不了" } });
    const denied = await open(rig.server.url.replace("redis://", "redis://somebody:geheim@")).catch(
      (error: unknown) => error,
    );
    expect(denied).toMatchObject({ trouble: { code: "queue/denied" } });
    expect(JSON.stringify([unreachable, denied])).not.toContain("geheim");
    await expect(open("http://127.0.0.1")).rejects.toMatchObject({ trouble: { code: "queue/address" } });
  });

  it("a server that is not set up for a queue is warned of", async () => {
    await rig.server.kill();
    rig.server = await startRedis(rig.folder, [
      "--maxmemory",
      "64mb",
      "--maxmemory-policy",
      "allkeys-lru",
      "--appendonly",
      "no",
    ]);
    const events: ProgressEvent[] = [];
    const engine = await rig.engine(false, events);
    expect(events.map((event) => "message" in event && event.message)).toEqual([
      expect.stringContaining("allkeys-lru"),
      expect.stringContaining("AOF"),
    ]);
    await engine.close();
  });
});

describe.skipIf(!hasPostgres())("a queue on PostgreSQL", () => {
  beforeEach(async () => {
    rig = await QueueRig.open(startPostgres);
  });

  it("that cannot be reached, or has no such user or database, is told at once and without its password", async () => {
    const open = async (queue: string) => await openQueue({ queue, store: rig.store, report: () => undefined });
    const troubleWith = async (queue: string): Promise<unknown> => await open(queue).catch((error: unknown) => error);
    const secret = rig.server.url.replace("zpb@", "nobody:geheim@");
    const away = await troubleWith(`postgres://nobody:geheim@127.0.0.1:${await freePort()}/zpb`);
    expect(away).toMatchObject({ trouble: { code: "queue/unreachable", what: "队列用不了" } });
    const denied = await troubleWith(secret);
    expect(denied).toMatchObject({ trouble: { code: "queue/denied" } });
    const missing = await troubleWith(rig.server.url.replace("/postgres", "/nowhere"));
    expect(missing).toMatchObject({
      trouble: { code: "queue/no-database", file: expect.stringContaining("/nowhere") },
    });
    expect(JSON.stringify([away, denied])).not.toContain("geheim");
  });

  it("makes its tables once, also when several come first at once", async () => {
    const links = await Promise.all([1, 2, 3, 4].map(async () => await openLink(rig.server.url, "short")));
    expect(links.map(({ warnings }) => warnings)).toEqual([[], [], [], []]);
    for (const link of links) link.close();
  });
});
