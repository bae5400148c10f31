/** `--queue` and `--store`: where publishers and workers meet. */
import { Option } from "commander";

export interface QueueArgs {
  readonly queue: string;
  readonly store: string;
}

export function queueOption(): Option {
  const option = new Option(
    "--queue <地址>",
    "队列：redis://主机:端口，加密为 rediss://（Redis 或 Valkey）；或 postgres://主机:端口/数据库",
  );
  return option.env("ZPB_QUEUE");
}

export function storeOption(): Option {
  const option = new Option("--store <位置>", "存储：各台机器共享的文件夹，或 s3://桶/前缀[?endpoint=地址]");
  return option.env("ZPB_STORE");
}
