import type { Redis } from "ioredis";
import { attendantOf } from "./attendant.ts";
import { QUEUE_PREFIX } from "./chunk-queue.ts";
import type { Attendance } from "./queue-link.ts";

const ALL = `${QUEUE_PREFIX}:attendants`;
const greeting = (id: string): string => `${QUEUE_PREFIX}:here:${id}`;

/** A key that runs out for each, and one list. */
export function redisAttendance(redis: Redis): Attendance {
  return {
    async greet(id, attendant, ms) {
      // One by one: what is wrong with the queue is lost in a transaction's own error.
      await redis.set(greeting(id), "1", "PX", ms);
      await redis.hset(ALL, id, JSON.stringify(attendant));
    },
    async leave(id) {
      await redis.hdel(ALL, id);
      await redis.del(greeting(id));
    },
    async present() {
      const listed = Object.entries(await redis.hgetall(ALL));
      if (listed.length === 0) return [];
      const here = await redis.mget(listed.map(([id]) => greeting(id)));
      const gone = listed.filter((_, at) => here[at] === null);
      if (gone.length > 0) await redis.hdel(ALL, ...gone.map(([id]) => id));
      return listed.flatMap(([, text], at) => (here[at] === null ? [] : attendantOf(text)));
    },
  };
}
