/** Redis or Valkey as the queue's server: tried before it is relied upon, and told when it is not set up for a queue. */
import { FlowProducer, Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { QUEUE_PREFIX } from "./chunk-queue.ts";
import type { QueueLink } from "./queue-link.ts";
import { queueFailure } from "./queue-trouble.ts";
import { redisAttendance } from "./redis-attendance.ts";

/**
 * `patience`: a command waits for ever (a worker's), or fails after a few lost connections (a publisher's, who says so).
 * @throws Failure `queue/…`
 */
export async function openRedis(address: string, shown: string, patience: "for-ever" | "short"): Promise<QueueLink> {
  const warnings = await probe(address, shown);
  let ended = false;
  const redis = new Redis(address, {
    connectTimeout: 5000,
    keepAlive: 10_000,
    maxRetriesPerRequest: patience === "for-ever" ? null : 2,
    retryStrategy: (times) => (ended ? null : Math.min(100 * 2 ** times, 2000)),
    ...(patience === "short" ? { commandTimeout: 15_000 } : {}),
  });
  // What is lost shows itself in the commands; without a listener an error would end the program.
  redis.on("error", () => undefined);
  const connection = { connection: redis, prefix: QUEUE_PREFIX };
  return {
    shown,
    warnings,
    attendance: redisAttendance(redis),
    openQueue(name) {
      const queue = new Queue<unknown>(name, connection);
      queue.on("error", () => undefined);
      return queue;
    },
    openFlows() {
      const flows = new FlowProducer(connection);
      flows.on("error", () => undefined);
      return flows;
    },
    openWorker(name, work, options, { failed, ready }) {
      const worker = new Worker<unknown>(name, work, { ...options, ...connection });
      worker.on("error", failed);
      worker.on("ready", ready);
      return worker;
    },
    // With those that BullMQ made after its pattern.
    close() {
      ended = true;
      redis.disconnect();
    },
  };
}

/** One connection without a second try: whoever mistypes an address is told at once. @throws Failure `queue/…` */
async function probe(address: string, shown: string): Promise<readonly string[]> {
  const redis = new Redis(address, {
    lazyConnect: true,
    connectTimeout: 5000,
    commandTimeout: 5000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let said: unknown;
  redis.on("error", (error) => (said = error));
  try {
    await redis.connect();
    return setUpWarnings(await redis.info(), shown);
  } catch (error) {
    throw queueFailure(said, shown) ?? queueFailure(error, shown) ?? error;
  } finally {
    redis.disconnect();
  }
}

/** From the text of INFO. */
export function setUpWarnings(info: string, shown: string): readonly string[] {
  const field = (name: string): string | undefined => new RegExp(`^${name}:(.*?)\r?$`, "mu").exec(info)?.[1];
  const policy = field("maxmemory_policy");
  return [
    ...(policy === undefined || policy === "noeviction"
      ? []
      : [`队列 ${shown} 的 maxmemory-policy 是 ${policy}，内存满时会丢掉任务；请改为 noeviction`]),
    ...(field("aof_enabled") === "0"
      ? [`队列 ${shown} 没有打开 AOF（appendonly yes），它重启后任务会丢失，由发布端重新加入；建议打开`]
      : []),
  ];
}
