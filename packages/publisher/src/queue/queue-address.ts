/** `--queue`: where the queue is. A password in it is never shown. */
import { Failure } from "../trouble.ts";

const NEXT = "请写成 redis://主机:端口 或 redis://用户:口令@主机:端口/库号，加密时用 rediss://";

/** The address as it is to be shown, and a refusal of what is none. @throws Failure `queue/address` */
export function shownQueue(address: string): string {
  const url = URL.parse(address);
  if (url === null || !["redis:", "rediss:"].includes(url.protocol) || url.hostname === "") {
    throw new Failure({
      code: "queue/address",
      what: "队列的地址不能用",
      why: "不是 redis:// 或 rediss:// 开头的地址",
      next: NEXT,
    });
  }
  const port = url.port === "" ? "6379" : url.port;
  return `${url.protocol}//${url.hostname}:${port}${url.pathname === "/" ? "" : url.pathname}`;
}
