import { openPostgres } from "./postgres-link.ts";
import { readQueueAddress } from "./queue-address.ts";
import type { QueueLink } from "./queue-link.ts";
import { openRedis } from "./redis-link.ts";

/** The server that the address names, tried before this returns. @throws Failure `queue/…` */
export async function openLink(address: string, patience: "for-ever" | "short"): Promise<QueueLink> {
  const { kind, shown } = readQueueAddress(address);
  return kind === "redis" ? await openRedis(address, shown, patience) : await openPostgres(address, shown);
}
