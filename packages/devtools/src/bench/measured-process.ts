/** A whole process, from its start to its end: how long it took, and the most memory that it and its children held. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ROOT } from "../program.ts";
import { endedChildrenTime, processTree, processorTime, treeMemory } from "./process-tree.ts";

export interface MeasuredProcess {
  readonly seconds: number;
  /**
   * Seconds of processor time, of the whole tree. Only what was waited for is told exactly; of the rest, such as a browser's
   * renderers, what was seen last, so that the figure is rather a little too small.
   */
  readonly processor: number | undefined;
  /** Bytes; `undefined` where the system does not say, or when the process ended before it was asked. */
  readonly peak: number | undefined;
  readonly status: number | null;
  readonly output: string;
}

export interface ProcessOptions {
  readonly environment?: NodeJS.ProcessEnv | undefined;
  /** Seconds after which it is ended with all its children. */
  readonly patience: number;
  /** Exit statuses that are no failure; 0 alone if not given. */
  readonly good?: readonly number[];
}

/** @throws Error with its last words when it fails or takes too long */
export async function measureProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<MeasuredProcess> {
  const { environment = {}, patience, good = [0] } = options;
  const started = performance.now();
  const before = endedChildrenTime();
  const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { output: "", words: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.words = (texts.words + text).slice(-4000)));
  const watch = watchTree(child);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endTree(child);
  }, patience * 1000);
  try {
    const [status] = (await once(child, "close")) as [number | null];
    const seconds = (performance.now() - started) / 1000;
    if (late) throw new Error(`超过 ${patience} 秒，已中止`);
    if (status === null || !good.includes(status))
      throw new Error(`退出状态 ${status ?? "无"}：${texts.words.trim().split("\n").slice(-3).join(" ")}`);
    const after = endedChildrenTime();
    const { peak, processor: seen } = watch();
    const processor = before === undefined || after === undefined ? undefined : Math.max(seen, after - before);
    return { seconds, processor, peak, status, output: texts.output };
  } finally {
    clearTimeout(timer);
    watch();
  }
}

/** The command line of the tool, as built. */
export async function measureZpb(args: readonly string[], options: ProcessOptions): Promise<MeasuredProcess> {
  return await measureProcess(process.execPath, [join(ROOT, "apps/cli/bin/zpb.js"), ...args], options);
}

interface Watched {
  readonly peak: number | undefined;
  readonly processor: number;
}

/** Often at first, for what ends soon; then seldom, since asking costs the asked some time, too. Ends when it is asked. */
function watchTree({ pid }: ChildProcess): () => Watched {
  if (pid === undefined) return () => ({ peak: undefined, processor: 0 });
  const times = new Map<number, number>();
  let peak: number | undefined;
  let timer: NodeJS.Timeout;
  let pause = 20;
  const sample = (): void => {
    const now = treeMemory(pid);
    if (now !== undefined) peak = Math.max(peak ?? 0, now);
    for (const each of processTree(pid)) times.set(each, processorTime(each) ?? times.get(each) ?? 0);
    pause = Math.min(pause * 1.2, 250);
    timer = setTimeout(sample, pause);
  };
  timer = setTimeout(sample, pause);
  return () => {
    clearTimeout(timer);
    return { peak, processor: times.values().reduce((sum, time) => sum + time, 0) };
  };
}

function endTree({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  for (const each of processTree(pid)) {
    try {
      process.kill(each, "SIGKILL");
    } catch {
      // It ended by itself meanwhile.
    }
  }
}
