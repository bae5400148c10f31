/** Servers that a queue can be on, each a test's own: free port, own folder; killed and started again where they were. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdirSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";

export interface QueueServer {
  readonly url: string;
  start(): Promise<void>;
  /** As by a power cut. */
  kill(): Promise<void>;
  /** Forgets every job. */
  flush(): Promise<void>;
}

export function hasRedis(): boolean {
  return spawnSync("redis-server", ["--version"]).status === 0;
}

export function hasPostgres(): boolean {
  return postgresPrograms() !== undefined;
}

export async function startRedis(folder: string, options: readonly string[] = []): Promise<QueueServer> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  const usual = ["--port", `${port}`, "--dir", folder, "--appendonly", "yes", "--save", "", "--bind", "127.0.0.1"];
  let child: ChildProcess;
  const server: QueueServer = {
    url,
    async start() {
      child = spawn("redis-server", [...usual, ...options], { stdio: "ignore" });
      const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
      redis.on("error", () => undefined);
      while ((await redis.ping().catch(() => "")) !== "PONG") await wait(50);
      redis.disconnect();
    },
    kill: async () => await killed(child, "SIGKILL"),
    async flush() {
      const redis = new Redis(url);
      await redis.flushall();
      redis.disconnect();
    },
  };
  await server.start();
  return server;
}

/** PostgreSQL runs as nobody of power: started by root, it is given to the user that its package has made. */
export async function startPostgres(folder: string): Promise<QueueServer> {
  const programs = postgresPrograms() ?? "";
  const user = process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : {};
  const data = join(folder, "postgres");
  mkdirSync(data);
  if (user.uid !== undefined) {
    chownSync(data, user.uid, user.gid);
    chownSync(folder, user.uid, user.gid);
  }
  const made = spawnSync(join(programs, "initdb"), ["-D", data, "-U", "zpb", "-A", "trust", "-N"], {
    ...user,
    cwd: data,
    encoding: "utf8",
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const url = `postgres://zpb@127.0.0.1:${port}/postgres`;
  const options = ["-D", data, "-p", `${port}`, "-h", "127.0.0.1", "-k", data];
  let child: ChildProcess;
  const query = async (text: string): Promise<void> => {
    const pool = new pg.Pool({ connectionString: url, max: 1 });
    pool.on("error", () => undefined);
    try {
      await pool.query(text);
    } finally {
      await pool.end();
    }
  };
  const server: QueueServer = {
    url,
    async start() {
      child = spawn(join(programs, "postgres"), options, { ...user, cwd: data, stdio: "ignore" });
      for (;;) {
        const answers = await query("select 1").then(
          () => true,
          () => false,
        );
        if (answers) return;
        if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`);
        await wait(50);
      }
    },
    // At once and without its last words; SIGKILL would leave its children behind, which keep the port.
    kill: async () => await killed(child, "SIGQUIT"),
    flush: async () => await query("truncate bullmq.job cascade"),
  };
  await server.start();
  return server;
}

async function killed(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

/** The newest that Debian has put aside; it is not on the path. */
function postgresPrograms(): string | undefined {
  const root = "/usr/lib/postgresql";
  try {
    const version = readdirSync(root).toSorted().at(-1);
    return version === undefined ? undefined : join(root, version, "bin");
  } catch {
    return undefined;
  }
}

function idOf(option: "-u" | "-g"): number {
  return Number.parseInt(spawnSync("id", [option, "postgres"], { encoding: "utf8" }).stdout, 10);
}

/** A port that nobody had a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
