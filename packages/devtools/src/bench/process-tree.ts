/** A process and all that it started, as Linux tells of them; elsewhere nothing is known. */
import { readFileSync, readdirSync } from "node:fs";

/** The process and its descendants. */
export function processTree(root: number): readonly number[] {
  const children = new Map<number, number[]>();
  for (const pid of runningProcesses()) {
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const tree: number[] = [];
  const queue = [root];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    tree.push(pid);
    queue.push(...(children.get(pid) ?? []));
  }
  return tree;
}

/** Bytes held by the process and its descendants; pages that processes share are shared out among them (Pss). */
export function treeMemory(root: number): number | undefined {
  const sizes = processTree(root).map(memoryOf);
  return sizes.every((size) => size === undefined)
    ? undefined
    : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

/** Seconds of processor time of one process so far. */
export function processorTime(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields === undefined ? undefined : ticks(fields[11]) + ticks(fields[12]);
}

/** Seconds of processor time of all children of this process that have ended, with those that they had waited for. */
export function endedChildrenTime(): number | undefined {
  const fields = statOf(process.pid);
  return fields === undefined ? undefined : ticks(fields[13]) + ticks(fields[14]);
}

/** Of processor time, a second; so on every Linux that Node runs on. */
const TICKS = 100;

function ticks(field = "0"): number {
  return Number.parseInt(field, 10) / TICKS;
}

/** Whether it still runs; one that has ended and that nobody has asked for does not. */
export function isRunning(pid: number): boolean {
  const state = statOf(pid)?.[0];
  return state !== undefined && state !== "Z" && state !== "X";
}

/** Those whose command line or environment holds the text, such as the path of a folder that one run alone uses. */
export function processesNaming(text: string): readonly number[] {
  return runningProcesses().filter((pid) => ["cmdline", "environ"].some((file) => tell(pid, file)?.includes(text)));
}

function runningProcesses(): readonly number[] {
  try {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((name) => Number.parseInt(name, 10));
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | undefined {
  const parent = statOf(pid)?.[1];
  return parent === undefined ? undefined : Number.parseInt(parent, 10);
}

/** The fields behind the name in brackets, which may hold blanks and brackets itself. */
function statOf(pid: number): readonly string[] | undefined {
  const stat = tell(pid, "stat");
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
}

function memoryOf(pid: number): number | undefined {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(tell(pid, "smaps_rollup") ?? "")?.[1];
  return kilobytes === undefined ? undefined : Number.parseInt(kilobytes, 10) * 1024;
}

function tell(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return undefined;
  }
}
