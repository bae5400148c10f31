/** The memory of this program and of everything that it started, sampled while it runs. */
import { readFileSync, readdirSync } from "node:fs";

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

/** Shared pages are counted once in each process by RSS, so the proportional size is used where the system gives it. */
function treeMemory(): number {
  try {
    const children = new Map<number, number[]>();
    for (const name of readdirSync("/proc")) {
      if (!/^\d+$/.test(name)) continue;
      const parent = parentOf(name);
      if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number.parseInt(name, 10)]);
    }
    let bytes = 0;
    const queue = [process.pid];
    for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
      bytes += memoryOf(pid);
      queue.push(...(children.get(pid) ?? []));
    }
    return bytes;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold blanks and brackets; the fields begin after the last one.
    return Number.parseInt(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] ?? "", 10);
  } catch {
    return undefined;
  }
}

function memoryOf(pid: number): number {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
    return kilobytes === undefined ? 0 : Number.parseInt(kilobytes, 10) * 1024;
  } catch {
    return 0;
  }
}
