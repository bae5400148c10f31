/** The memory of this program and of everything that it started, sampled while it runs. */
import { readFileSync, readdirSync } from "node:fs";
import { processStat } from "../process-stat.ts";

/** Keeps the highest sum seen; on systems without /proc it is this program's own peak alone. */
export interface MemoryWatch {
  /** Bytes, `undefined` before the first sample. */
  readonly peak: () => number | undefined;
  readonly stop: () => void;
}

/** Samples twice a second. The timer does not keep the program alive. */
export function watchMemory(): MemoryWatch {
  let peak: number | undefined;
  const sample = (): void => {
    peak = Math.max(peak ?? 0, treeMemory());
  };
  const timer = setInterval(sample, 500);
  timer.unref();
  return {
    peak: () => {
      sample();
      return peak;
    },
    stop: () => clearInterval(timer),
  };
}

/**
 * What every process has for itself, and the largest of what they share: the program text of a browser is mapped by
 * each of its processes. The kernel's own reckoning of shares (`smaps_rollup`) takes 80 ms, with the browser at a stand.
 */
function treeMemory(): number {
  try {
    const children = new Map<string, number[]>();
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const pid = Number.parseInt(name, 10);
      const [, parent] = processStat(pid) ?? [];
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
    }
    let own = 0;
    let shared = 0;
    const queue = [process.pid];
    for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
      const memory = memoryOf(pid);
      own += memory.own;
      shared = Math.max(shared, memory.shared);
      queue.push(...(children.get(String(pid)) ?? []));
    }
    return own + shared;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

function memoryOf(pid: number): { readonly own: number; readonly shared: number } {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const bytes = (entry: RegExp): number => Number.parseInt(entry.exec(status)?.[1] ?? "0", 10) * 1024;
    const shared = bytes(/^RssFile:\s+(\d+) kB$/m) + bytes(/^RssShmem:\s+(\d+) kB$/m);
    return { own: bytes(/^RssAnon:\s+(\d+) kB$/m), shared };
  } catch {
    return { own: 0, shared: 0 };
  }
}
