/** A worker of the queue's tests, as a process of its own that can be killed. Its orders are its one argument. */
import type { PrintedDocument, Printer } from "@zipingbiao/renderer";
import { type Environment } from "../src/environment.ts";
import { nodeEnvironment } from "../src/node/node-environment.ts";
import { QUEUE_TIMING } from "../src/queue/queue-timing.ts";
import { workOnQueue } from "../src/queue/work-on-queue.ts";

export interface WorkerOrders {
  readonly queue: string;
  readonly store: string;
  /** Stands for the hash of the program. */
  readonly program: string;
  /** Whether pages are printed by a browser, or only put into a file. */
  readonly prints: boolean;
  /** A project's name: whoever is to print it dies. */
  readonly poison?: string;
  readonly metrics?: number;
}

/** Short enough for a test: a worker that died is missed after two seconds, or one. */
export const TEST_TIMING = {
  ...QUEUE_TIMING,
  look: 100,
  lookIntoStore: 1000,
  lock: 2000,
  stalledCheck: 500,
  greeting: 500,
  lonely: 1500,
  backoff: 100,
};

/** A printer that puts the page itself into the file. */
export function standInPrinter(poison?: string): Printer {
  return {
    browser: () => Promise.resolve("stand-in"),
    rest: () => Promise.resolve(),
    versions: { fonts: [], fontSet: "stand-in" },
    print: async ({ html, title }): Promise<PrintedDocument> => {
      if (poison !== undefined && title.includes(poison)) process.kill(process.pid, "SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { bytes: new TextEncoder().encode(html), pages: 1, pageOf: new Map(), fonts: [] };
    },
    printBook: () => {
      throw new Error("a worker prints no volumes");
    },
    close: () => Promise.resolve(),
  };
}

export function workerEnvironment(
  orders: Pick<WorkerOrders, "program" | "prints" | "poison">,
  stop: AbortSignal,
): Environment {
  const report = (event: unknown): void => void process.stdout.write(`${JSON.stringify(event)}\n`);
  const real = nodeEnvironment({ report, signal: stop });
  const program = { programHash: () => orders.program };
  if (orders.prints) return { ...real, ...program };
  return { ...real, ...program, openPrinter: () => Promise.resolve(standInPrinter(orders.poison)) };
}

if (process.argv[1] === import.meta.filename) {
  const orders = JSON.parse(process.argv[2] ?? "") as WorkerOrders;
  const stop = new AbortController();
  process.on("SIGTERM", () => stop.abort());
  const { queue, store, metrics } = orders;
  const timing = orders.prints ? TEST_TIMING : { ...TEST_TIMING, lock: 1200, stalledCheck: 300 };
  const environment = workerEnvironment(orders, stop.signal);
  const tally = await workOnQueue({ queue, store, concurrency: 1, metrics, timing }, environment, stop.signal);
  process.stdout.write(`${JSON.stringify({ kind: "ended", tally })}\n`);
}
