/** What a queue says when it is not well, told to whoever runs it: words of Redis, SQLSTATE codes of PostgreSQL, the network's. */
import { Failure } from "../trouble.ts";

interface Known {
  readonly code: string;
  readonly why: string;
  readonly next: string;
}

const KNOWN: readonly (readonly [RegExp, Known])[] = [
  [
    /WRONGPASS|NOAUTH|invalid password|AUTH|SASL|\b28(?:P01|000)\b/u,
    { code: "queue/denied", why: "用户名或口令不对", next: "请核对 --queue（或 ZPB_QUEUE）中的用户名和口令" },
  ],
  [/NOPERM/u, { code: "queue/denied", why: "这个用户没有所需的权限", next: "请给这个用户开放键 zpb:* 的全部读写命令" }],
  [
    /\b42501\b/u,
    {
      code: "queue/denied",
      why: "这个用户没有所需的权限",
      next: "请允许这个用户在该数据库中建立并使用模式 bullmq 和 zpb，或由管理员先运行一次",
    },
  ],
  [
    /\b3D000\b/u,
    {
      code: "queue/no-database",
      why: "服务器上没有这个数据库",
      next: "请核对地址末尾的数据库名，没有就先建立（createdb）",
    },
  ],
  [
    /\b53300\b/u,
    { code: "queue/busy", why: "连接数已到上限", next: "每台工作机用 6 个连接；请调高 max_connections，或少开几台" },
  ],
  [
    /SchemaVersionMismatch/u,
    {
      code: "queue/other-version",
      why: "数据库里的队列由更新的版本建立",
      next: "请把本机升级到与其他机器相同的版本，或换一个数据库",
    },
  ],
  [/UnsupportedPostgresVersion/u, { code: "queue/old-server", why: "PostgreSQL 太旧", next: "请用 13 或更新的版本" }],
  [
    /^OOM|command not allowed when used memory/u,
    { code: "queue/full", why: "内存已到 maxmemory 的上限", next: "请调高 maxmemory，或等工作机做完一些再运行" },
  ],
  [/LOADING|\b57P03\b/u, { code: "queue/loading", why: "正在读入数据", next: "请稍候重试" }],
  [/READONLY|\b25006\b/u, { code: "queue/read-only", why: "连到的是只读的副本", next: "请改用主节点的地址" }],
  [/MISCONF|\b53100\b/u, { code: "queue/disk", why: "不能把数据写到磁盘", next: "请检查队列所在机器的磁盘空间与权限" }],
  [/ENOTFOUND|EAI_AGAIN/u, { code: "queue/unreachable", why: "找不到这台主机", next: "请核对主机名与网络" }],
  [
    /ECONNREFUSED|ECONNRESET|EPIPE|Connection is closed|Connection terminated|MaxRetriesPerRequest|max retries|Stream isn't writeable|\b(?:57P0[125]|08[0-9P]{3})\b/iu,
    {
      code: "queue/unreachable",
      why: "连接被拒绝或中断",
      next: "请确认队列的服务（Redis、Valkey 或 PostgreSQL）在运行，地址和端口正确，防火墙放行",
    },
  ],
  [
    /ETIMEDOUT|timed out|timeout|EHOSTUNREACH|ENETUNREACH/iu,
    { code: "queue/unreachable", why: "连接超时", next: "请核对地址、网络与防火墙" },
  ],
  [
    /certificate|SSL|TLS|self.signed/iu,
    {
      code: "queue/tls",
      why: "加密连接没有建立",
      next: "请核对是否该用 rediss://（PostgreSQL 为 ?sslmode=verify-full），证书可用 NODE_EXTRA_CA_CERTS 指定",
    },
  ],
];

/** Of an error that PostgreSQL itself tells. */
const SQLSTATE = /^(?=.*\d)[0-9A-Z]{5}$/u;

/** The failure behind an error of the queue; `undefined` when the error is not the queue's. */
export function queueFailure(error: unknown, shown: string): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const text = [error.name, error.message, codeOf(error), ...causesOf(error)].join(" ");
  const known = KNOWN.find(([pattern]) => pattern.test(text))?.[1];
  if (known !== undefined) return new Failure({ ...known, file: shown, what: "队列用不了" }, error);
  if (error.name !== "ReplyError" && !SQLSTATE.test(codeOf(error))) return undefined;
  const next = "请把这句话告诉管理队列的人";
  return new Failure({ code: "queue/refused", file: shown, what: "队列用不了", why: error.message, next }, error);
}

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}

function causesOf(error: Error): readonly string[] {
  const { cause } = error;
  const several: unknown = error instanceof AggregateError ? error.errors : undefined;
  // Of a transaction that was given up: why.
  const previous: unknown = "previousErrors" in error ? error.previousErrors : undefined;
  const inner = [several, previous, [cause]].flatMap((list): readonly unknown[] => (Array.isArray(list) ? list : []));
  return inner.map((each) => (each instanceof Error ? `${each.message} ${codeOf(each)}` : ""));
}
