/** A season over a queue, with a worker killed and the queue killed and started again, ends as one that was made here. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { endedChildrenTime } from "../bench/process-tree.ts";
import { makeSeason } from "../bench/season.ts";
import { contentOf, runPublisher } from "./publisher-process.ts";
import { QueueRig } from "./queue-rig.ts";
import { type Scenario, type ScenarioParts, countAt } from "./scenario.ts";

const FORMS = 2000;
const WORKERS = 3;
const MANIFEST = "manifest.json";

export const distributed: Scenario = {
  name: "distributed",
  about: `${FORMS} 份经队列由 ${WORKERS} 台工作机公开，中途 kill -9 一台工作机和 Redis（随后重启）：与本机公开的逐字节相同；并给出每 1,000 份的用量；可给 [份数] [工作机台数]`,
  async run({ work, words, tell }) {
    const forms = countAt(words, 0, FORMS);
    const season = makeSeason(work);
    const parts = {
      work,
      tell,
      forms,
      workers: countAt(words, 1, WORKERS),
      cache: join(work, "cache"),
      inputs: season.folder(forms),
    };
    // The browser is unpacked before anything is measured.
    await publishHere({ ...parts, inputs: season.single }, "warm");
    const here = await measured(() => publishHere(parts, "here"));
    tell(`本机：${here.seconds.toFixed(1)} 秒，处理器 ${cost(here.processor, forms)}`);
    const rig = await QueueRig.start(work, parts.cache);
    try {
      return await overQueue(parts, rig);
    } finally {
      await rig.stop();
    }
  },
};

interface Parts extends Pick<ScenarioParts, "work" | "tell"> {
  readonly forms: number;
  readonly workers: number;
  readonly cache: string;
  readonly inputs: string;
}

async function publishHere({ work, inputs, cache }: Parts, name: string): Promise<void> {
  const { status, said } = await runPublisher({ forms: inputs, folder: join(work, name), cache, resume: false });
  if (status !== 0) throw new Error(said);
}

async function overQueue({ work, tell, forms, workers, inputs }: Parts, rig: QueueRig): Promise<readonly string[]> {
  for (let count = 0; count < workers; count += 1) rig.startWorker();
  const there = join(work, "there");
  const publishing = await measured(async () => {
    const args = ["--json", "publish", inputs, "-o", there, "--engine", "bullmq", "--watch"];
    await disturb(rig.zpb(args), forms, rig, tell);
  });
  const publisher = publishing.processor === undefined ? undefined : publishing.processor - rig.processor;
  await rig.stop();
  tell(`${workers} 台工作机：${publishing.seconds.toFixed(1)} 秒`);
  tell(`  发布端，处理器 ${cost(publisher, forms)}`);
  tell(`  工作机与 Redis，处理器 ${cost(rig.processor, forms)}`);
  tell(`  Redis 内存峰值 ${mebibytes(rig.redisPeak)}，存储 ${storeText(rig.store)}`);
  const [due, found] = [contentOf(join(work, "here")), contentOf(there)];
  const paths = [...new Set([...due.keys(), ...found.keys()])].filter((path) => !path.startsWith(".zpb"));
  tell(
    `manifest.json：本机 ${due.get(MANIFEST) ?? "无"}，经队列 ${found.get(MANIFEST) ?? "无"}；共 ${paths.length} 个文件`,
  );
  return paths.filter((path) => due.get(path) !== found.get(path)).map((path) => `与本机公开的不同：${path}`);
}

/** At a third of the forms a worker dies, at the half the queue, which comes back after five seconds. */
async function disturb(
  publisher: ChildProcess,
  forms: number,
  rig: QueueRig,
  tell: (line: string) => void,
): Promise<void> {
  const ended = once(publisher, "exit");
  let last = "";
  let struck = 0;
  for await (const line of publisher.stderr === null ? [] : createInterface({ input: publisher.stderr })) {
    last = line;
    const done = doneIn(line);
    if (done === undefined) continue;
    if (struck === 0 && done >= forms / 3) {
      struck = 1;
      tell(`做完 ${done} 份时 kill -9 一台工作机`);
      await rig.killWorker();
    } else if (struck === 1 && done >= forms / 2) {
      struck = 2;
      tell(`做完 ${done} 份时 kill -9 Redis，5 秒后重启`);
      await rig.killRedis();
      setTimeout(() => void rig.startRedis(), 5000);
    }
  }
  const [status] = (await ended) as [number | null];
  if (status !== 0) throw new Error(`发布端退出状态 ${status ?? "无"}：${last}`);
  if (struck < 2) throw new Error("做完得太快，没有来得及打断，请加大份数");
}

/** Forms that are done, from a line of `--json --watch`. */
function doneIn(line: string): number | undefined {
  const done = /"kind":"queue".*?"forms":(\d+)/u.exec(line)?.[1];
  return done === undefined ? undefined : Number.parseInt(done, 10);
}

async function measured(
  work: () => Promise<void>,
): Promise<{ readonly seconds: number; readonly processor: number | undefined }> {
  const [started, before] = [performance.now(), endedChildrenTime()];
  await work();
  const after = endedChildrenTime();
  const processor = before === undefined || after === undefined ? undefined : after - before;
  return { seconds: (performance.now() - started) / 1000, processor };
}

function cost(seconds: number | undefined, forms: number): string {
  if (seconds === undefined) return "不详";
  return `${seconds.toFixed(1)} 秒，每 1,000 份 ${((seconds * 1000) / forms).toFixed(1)} 秒`;
}

function storeText(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return `${files.length} 个文件，${mebibytes(bytes)}`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
