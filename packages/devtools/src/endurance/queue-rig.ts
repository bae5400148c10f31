/** A queue with workers on this machine, as processes that can be killed. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { endedChildrenTime } from "../bench/process-tree.ts";
import { ROOT } from "../program.ts";

export class QueueRig {
  readonly workers: ChildProcess[] = [];
  readonly #work: string;
  readonly #port: number;
  readonly #environment: NodeJS.ProcessEnv;
  #redis: ChildProcess | undefined;
  /** The most memory that any of its servers held, in bytes. */
  redisPeak = 0;
  /** Seconds of processor time of the workers and servers that have ended. */
  processor = 0;

  private constructor(work: string, port: number, cache: string) {
    this.#work = work;
    this.#port = port;
    const [queue, store] = [`redis://127.0.0.1:${port}`, this.store];
    this.#environment = { ...process.env, XDG_CACHE_HOME: cache, ZPB_QUEUE: queue, ZPB_STORE: store };
  }

  /** @throws Error, Chinese, where there is no redis-server */
  static async start(work: string, cache: string): Promise<QueueRig> {
    const rig = new QueueRig(work, await freePort(), cache);
    for (const folder of [rig.store, rig.#redisFolder]) mkdirSync(folder, { recursive: true });
    await rig.startRedis();
    return rig;
  }

  get store(): string {
    return join(this.#work, "store");
  }

  get #redisFolder(): string {
    return join(this.#work, "redis");
  }

  async startRedis(): Promise<void> {
    if (spawnSync("redis-server", ["--version"]).status !== 0) throw new Error("没有 redis-server，请先安装");
    const usual = ["--port", String(this.#port), "--bind", "127.0.0.1", "--dir", this.#redisFolder, "--save", ""];
    this.#redis = spawn("redis-server", [...usual, "--appendonly", "yes"], { stdio: "ignore" });
    while (this.askRedis("ping").trim() !== "PONG") await pause(100);
  }

  async killRedis(): Promise<void> {
    const peak = /used_memory_peak:(\d+)/u.exec(this.askRedis("info", "memory"))?.[1] ?? "0";
    this.redisPeak = Math.max(this.redisPeak, Number.parseInt(peak, 10));
    await this.#end(this.#redis, "SIGKILL");
  }

  async killWorker(): Promise<void> {
    await this.#end(this.workers.shift(), "SIGKILL");
  }

  /** What `redis-cli` answers; nothing when nobody does. */
  askRedis(...words: readonly string[]): string {
    return spawnSync("redis-cli", ["-p", String(this.#port), ...words], { encoding: "utf8" }).stdout;
  }

  startWorker(): void {
    this.workers.push(this.zpb(["worker"]));
  }

  /** The command line, with this queue and store. */
  zpb(args: readonly string[]): ChildProcess {
    return spawn(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), ...args], {
      env: this.#environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
  }

  async stop(): Promise<void> {
    for (const worker of this.workers.splice(0)) await this.#end(worker, "SIGTERM");
    await this.killRedis();
  }

  async #end(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const [ended, before] = [once(child, "exit"), endedChildrenTime() ?? 0];
    child.kill(signal);
    await ended;
    this.processor += (endedChildrenTime() ?? 0) - before;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}
