import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { BrowserPool, type PoolSettings } from "./browser-pool.ts";
import { type BrowserTab, BrowserTrouble, type RunningBrowser } from "./browser-port.ts";
import type { PrinterEvent } from "./printer.ts";

const job = { html: "<p>" };

/** A browser whose tabs print as told; `log` holds what was asked of it. */
function fakeBrowser(print: BrowserTab["print"], log: string[] = []): RunningBrowser {
  let alive = true;
  return {
    version: "Fake/1",
    processId: 0,
    get alive() {
      return alive;
    },
    openTab: async () => {
      log.push("tab");
      return { print, close: async () => void log.push("tab closed") };
    },
    close: async () => {
      alive = false;
      log.push("closed");
    },
  };
}

function poolOf(print: (browser: number) => Promise<Buffer>, settings: Partial<PoolSettings> = {}) {
  const events: PrinterEvent[] = [];
  const log: string[] = [];
  let started = 0;
  const start = async () => {
    started++;
    const number = started;
    return fakeBrowser(() => print(number), log);
  };
  const report = (event: PrinterEvent) => events.push(event);
  const pool = new BrowserPool(start, { tabs: 2, patience: () => 40, recycleAfter: 1000, report, ...settings });
  return { pool, events, log, started: () => started };
}

const done = async () => Buffer.from("pdf");
const hang = () => new Promise<Buffer>(() => {});

test("tabs are kept from one print to the next, and jobs wait for a free one", async () => {
  const { pool, log, started } = poolOf(done);
  await Promise.all(Array.from({ length: 20 }, () => pool.print(job)));
  expect([started(), log]).toEqual([1, ["tab", "tab"]]);
  await pool.close();
});

test("the next job is in the tab before whoever asked for the last one works on it", async () => {
  const log: string[] = [];
  const { pool } = poolOf(
    async () => {
      log.push("print");
      await setTimeout(1);
      return Buffer.from("pdf");
    },
    { tabs: 1 },
  );
  await Promise.all(Array.from({ length: 3 }, () => pool.print(job).then(() => log.push("read back"))));
  expect(log).toEqual(["print", "print", "read back", "print", "read back", "read back"]);
  await pool.close();
});

test("a hung print is cut off and tried in a new browser", async () => {
  const { pool, started } = poolOf((browser) => (browser === 1 ? hang() : done()));
  expect((await pool.print(job)).toString()).toBe("pdf");
  expect(started()).toBe(2);
  await pool.close();
});

test("three hung prints are a failure, and the pool goes on", async () => {
  const { pool } = poolOf((browser) => (browser <= 3 ? hang() : done()));
  await expect(pool.print(job)).rejects.toMatchObject({ code: "print/timeout" });
  expect((await pool.print(job)).toString()).toBe("pdf");
  await pool.close();
});

test("what the browser refuses is not tried again; a way out is tried once more in a fresh tab", async () => {
  let tries = 0;
  const trouble = (kind: "refused" | "outside" | "disk-full") => async () => {
    tries++;
    throw new BrowserTrouble(kind, "x");
  };
  await expect(poolOf(trouble("refused")).pool.print(job)).rejects.toMatchObject({ code: "print/refused" });
  expect(tries).toBe(1);
  await expect(poolOf(trouble("outside")).pool.print(job)).rejects.toMatchObject({ code: "print/reached-outside" });
  expect(tries).toBe(3);
  await expect(poolOf(trouble("disk-full")).pool.print(job)).rejects.toMatchObject({ code: "print/disk-full" });
});

test("a worn browser is replaced and ends when its last job has", async () => {
  const { pool, events, started, log } = poolOf(done, { recycleAfter: 5 });
  for (let count = 0; count < 11; count++) await pool.print(job);
  expect(started()).toBe(3);
  expect(events.map(({ code }) => code)).toEqual(["recycled", "recycled"]);
  expect(log.filter((line) => line === "closed")).toHaveLength(2);
  await pool.close();
});

test("many jobs that find the browser worn start one new browser", async () => {
  const { pool, started } = poolOf(done, { recycleAfter: 4, tabs: 4 });
  await Promise.all(Array.from({ length: 8 }, () => pool.print(job)));
  expect(started()).toBeLessThanOrEqual(3);
  await pool.close();
});

test("a browser that never starts is a failure", async () => {
  const start = () => Promise.reject(new BrowserTrouble("gone", "no library"));
  const pool = new BrowserPool(start, { tabs: 1, patience: () => 40, recycleAfter: 10, report: () => {} });
  await expect(pool.print(job)).rejects.toMatchObject({ code: "print/browser-lost", why: "no library" });
  await pool.close();
});

test("a renewed pool ends jobs under way in the old browser and starts later ones in a new one", async () => {
  const { promise, resolve } = Promise.withResolvers<Buffer>();
  const underWay = Promise.withResolvers<void>();
  const old = () => {
    underWay.resolve();
    return promise;
  };
  const { pool, started, log, events } = poolOf((browser) => (browser === 1 ? old() : done()), {
    patience: () => 5000,
  });
  const first = pool.print(job);
  await underWay.promise;
  await pool.renew();
  expect((await pool.print(job)).toString()).toBe("pdf");
  expect([started(), log.includes("closed")]).toEqual([2, false]);
  resolve(Buffer.from("old"));
  expect((await first).toString()).toBe("old");
  expect([started(), log.filter((line) => line === "closed"), events]).toEqual([2, ["closed"], []]);
  await pool.close();
});

test("renewing before the first job starts nothing", async () => {
  const { pool, started } = poolOf(done);
  await pool.renew();
  expect(started()).toBe(0);
});
