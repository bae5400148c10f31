/** Who is at the queue, workers and publishers, by greetings that run out; no clock of any machine plays a part. */
import type { Redis } from "ioredis";
import { z } from "zod";
import { QUEUE_PREFIX } from "./chunk-queue.ts";
import { chunkJobSchema } from "./chunk.ts";

const attendantSchema = z.strictObject({
  role: z.enum(["worker", "publisher"]),
  /** Host and process number, for people. */
  name: z.string(),
  maker: chunkJobSchema.shape.maker,
});

export type Attendant = z.infer<typeof attendantSchema>;

const ALL = `${QUEUE_PREFIX}:attendants`;
const greeting = (id: string): string => `${QUEUE_PREFIX}:here:${id}`;

/** Says that `id` is here for another `ms`. */
export async function greet(redis: Redis, id: string, attendant: Attendant, ms: number): Promise<void> {
  // One by one: what is wrong with the queue is lost in a transaction's own error.
  await redis.set(greeting(id), "1", "PX", ms);
  await redis.hset(ALL, id, JSON.stringify(attendant));
}

export async function leave(redis: Redis, id: string): Promise<void> {
  await redis.hdel(ALL, id);
  await redis.del(greeting(id));
}

/** Those whose greeting still holds; the others are struck off. */
export async function attendants(redis: Redis): Promise<readonly Attendant[]> {
  const listed = Object.entries(await redis.hgetall(ALL));
  if (listed.length === 0) return [];
  const here = await redis.mget(listed.map(([id]) => greeting(id)));
  const gone = listed.filter((_, at) => here[at] === null);
  if (gone.length > 0) await redis.hdel(ALL, ...gone.map(([id]) => id));
  return listed.flatMap(([, text], at) => (here[at] === null ? [] : attendantOf(text)));
}

/** One that says something else, such as a later version, is passed over. */
function attendantOf(text: string): readonly Attendant[] {
  try {
    return [attendantSchema.parse(JSON.parse(text))];
  } catch {
    return [];
  }
}
