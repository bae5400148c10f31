/** `--queue`: what kind of server the queue is on, and where. A password in it is never shown. */
import { Failure } from "../trouble.ts";

const SERVERS = {
  "redis:": { kind: "redis", port: "6379" },
  "rediss:": { kind: "redis", port: "6379" },
  "postgres:": { kind: "postgres", port: "5432" },
  "postgresql:": { kind: "postgres", port: "5432" },
} as const;

const NEXT =
  "请写成 redis://主机:端口、redis://用户:口令@主机:端口/库号（加密时用 rediss://），或 postgres://用户:口令@主机:端口/数据库";

export interface QueueAddress {
  readonly kind: "redis" | "postgres";
  /** The address as it is to be shown. */
  readonly shown: string;
}

/** @throws Failure `queue/address` for what is none */
export function readQueueAddress(address: string): QueueAddress {
  const url = URL.parse(address);
  const server = Object.entries(SERVERS).find(([protocol]) => protocol === url?.protocol)?.[1];
  if (url === null || server === undefined || url.hostname === "") {
    const why = "不是 redis://、rediss:// 或 postgres:// 开头的地址";
    throw new Failure({ code: "queue/address", what: "队列的地址不能用", why, next: NEXT });
  }
  const port = url.port === "" ? server.port : url.port;
  const path = url.pathname === "/" ? "" : url.pathname;
  return { kind: server.kind, shown: `${url.protocol}//${url.hostname}:${port}${path}` };
}
