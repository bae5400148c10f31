/** The connection to Redis or Valkey: tried before it is relied upon, and told when it is not set up for a queue. */
import { Redis } from "ioredis";
import { shownQueue } from "./queue-address.ts";
import { queueFailure } from "./queue-trouble.ts";

export interface RedisLink {
  readonly redis: Redis;
  /** The address without its password. */
  readonly shown: string;
  /** Chinese sentences about how the server is set up; none when it is fit for a queue. */
  readonly warnings: readonly string[];
  /** Ends this connection, and those that BullMQ made after its pattern, also while they try to come back. */
  close(): void;
}

/** `patience`: a command waits for ever (a worker's), or fails after a few lost connections (a publisher's, who says so). */
export async function openRedis(address: string, patience: "for-ever" | "short"): Promise<RedisLink> {
  const shown = shownQueue(address);
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
  const close = (): void => {
    ended = true;
    redis.disconnect();
  };
  return { redis, shown, warnings, close };
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
